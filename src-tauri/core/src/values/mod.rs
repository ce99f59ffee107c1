//! Small values with their own rules: dates that may lack a day, identity numbers, quarters, hours.

mod hours;
mod id_number;
mod partial_date;
mod quarter;

pub use hours::Hours;
pub use id_number::{IdNumber, IdNumberError};
pub use partial_date::{PartialDate, PartialDateError};
pub use quarter::{Quarter, QuarterError};
