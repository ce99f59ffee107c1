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

/// What a part is called as a rule; one of meetings as their kind.
pub(in crate::papers) fn usual_name(part: HandbookPart) -> &'static str {
    match part {
        HandbookPart::About => "党支部基本情况",
        HandbookPart::Roster => "党员名册",
        HandbookPart::PlanAndSummary => "年度计划与总结",
        HandbookPart::General => MeetingKind::General.title(),
        HandbookPart::Committee => MeetingKind::Committee.title(),
        HandbookPart::Group => MeetingKind::Group.title(),
        HandbookPart::Lecture => MeetingKind::Lecture.title(),
        HandbookPart::ThemeDay => MeetingKind::ThemeDay.title(),
        HandbookPart::OrganizationalLife => MeetingKind::OrganizationalLife.title(),
        HandbookPart::Appraisal => MeetingKind::Appraisal.title(),
        HandbookPart::Talks => "谈心谈话",
        HandbookPart::Study => "学习与学时",
        HandbookPart::Development => "发展党员",
        HandbookPart::Dues => "党费",
        HandbookPart::Transfers => "组织关系和流动党员",
        HandbookPart::Discipline => "奖惩与组织处置",
        HandbookPart::Letters => "请示报告",
        HandbookPart::Publicity => "党务公开",
        HandbookPart::Organization => "参与决策和联学联建",
        HandbookPart::Inspections => "督查与整改",
        HandbookPart::HandOver => "换任与移交",
    }
}
