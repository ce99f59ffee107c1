//! The written part of a meeting: agenda, what was said, resolutions, examinations, and agendas kept for the next time.

pub(super) mod examination;
mod save;
mod save_examination;
mod templates;
#[cfg(test)]
mod tests;

pub use examination::Examination;
pub use save::save_record;
pub use save_examination::{ExaminationRequest, save_examination};
pub use templates::{MeetingTemplate, delete_template, save_template, templates};
