//! Small values with their own rules: dates that may lack a day, identity numbers, quarters, hours.

mod hours;
mod id_number;
mod partial_date;
mod quarter;
mod stored;
mod text;
pub mod workdays;

pub use hours::Hours;
pub use id_number::{IdNumber, IdNumberError};
pub use partial_date::{PartialDate, PartialDateError, date_title, day_title};
pub use quarter::{Quarter, QuarterError};
pub(crate) use stored::stored_as_text;
pub(crate) use text::half_width;
