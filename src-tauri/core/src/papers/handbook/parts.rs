//! The parts of the book, in their order, each with what fills it.

use super::{Binding, Filled, about, held, records};
use crate::meetings::MeetingKind;
use crate::papers::PaperError;
use crate::settings::HandbookPart;

type Fill = fn(&mut Binding<'_, '_>) -> Result<Filled, PaperError>;

pub(super) const PARTS: [(HandbookPart, Fill); 21] = [
    (HandbookPart::About, about::branch),
    (HandbookPart::Roster, about::roster),
    (HandbookPart::PlanAndSummary, about::plan_and_summary),
    (HandbookPart::General, |binding| held::meetings(binding, MeetingKind::General)),
    (HandbookPart::Committee, |binding| held::meetings(binding, MeetingKind::Committee)),
    (HandbookPart::Group, |binding| held::meetings(binding, MeetingKind::Group)),
    (HandbookPart::Lecture, |binding| held::meetings(binding, MeetingKind::Lecture)),
    (HandbookPart::ThemeDay, |binding| held::meetings(binding, MeetingKind::ThemeDay)),
    (HandbookPart::OrganizationalLife, |binding| held::meetings(binding, MeetingKind::OrganizationalLife)),
    (HandbookPart::Appraisal, held::appraisal),
    (HandbookPart::Talks, records::talks),
    (HandbookPart::Study, records::study),
    (HandbookPart::Development, records::development),
    (HandbookPart::Dues, records::dues),
    (HandbookPart::Transfers, records::transfers),
    (HandbookPart::Discipline, records::discipline),
    (HandbookPart::Letters, records::letters),
    (HandbookPart::Publicity, records::publicity),
    (HandbookPart::Organization, records::organization),
    (HandbookPart::Inspections, records::inspections),
    (HandbookPart::HandOver, about::hand_over),
];
