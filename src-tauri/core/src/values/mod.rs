//! Small values with their own rules: dates that may lack a day, identity numbers, months, quarters, hours, money; and the names by which
//! rooms speak of each other and of their records.

mod changed;
mod characters;
mod hours;
mod id_number;
mod ids;
mod money;
mod month;
pub mod numerals;
mod partial_date;
mod period;
mod quarter;
mod sex;
mod span;
mod stored;
mod text;
mod titled;
mod workdays;

pub use changed::Changed;
pub(crate) use characters::plain;
pub use characters::{is_private, meant};
pub use hours::Hours;
pub use id_number::{IdNumber, IdNumberError};
pub use ids::{
    DuesEntryId, DuesPaymentId, LibraryDocumentId, MeetingId, MemberId, Room, StudySessionId, StudyTopicId, TransferId,
};
pub use money::Fen;
pub use month::{Month, MonthError};
pub use partial_date::{PartialDate, PartialDateError, date_title, day_title, from_to_title, moment_title};
pub use period::{Period, PeriodError, PeriodSpan};
pub use quarter::{Quarter, QuarterError};
pub use sex::Sex;
pub use span::Span;
pub(crate) use stored::stored_as_text;
pub(crate) use text::{as_it_looks, half_width, unguarded};
pub(crate) use titled::titled;
pub use workdays::{NamedDay, Workdays};
