//! The kinds of material, in their usual order, each with what gathers it.

use super::gather::{self, Gathered, Span};
use crate::papers::PaperError;
use crate::papers::handbook;
use crate::settings::{HandbookPart, PackageItem};

pub(super) type Gather = fn(&Span<'_, '_>) -> Result<Gathered, PaperError>;

pub(super) const ITEMS: [(PackageItem, Gather); 24] = [
    (PackageItem::About, |span| gather::part(span, HandbookPart::About)),
    (PackageItem::Roster, |span| gather::part(span, HandbookPart::Roster)),
    (PackageItem::Plans, |span| gather::part(span, HandbookPart::PlanAndSummary)),
    (PackageItem::General, |span| gather::part(span, HandbookPart::General)),
    (PackageItem::Committee, |span| gather::part(span, HandbookPart::Committee)),
    (PackageItem::Group, |span| gather::part(span, HandbookPart::Group)),
    (PackageItem::Lecture, |span| gather::part(span, HandbookPart::Lecture)),
    (PackageItem::ThemeDay, |span| gather::part(span, HandbookPart::ThemeDay)),
    (PackageItem::OrganizationalLife, |span| gather::part(span, HandbookPart::OrganizationalLife)),
    (PackageItem::Appraisal, |span| gather::part(span, HandbookPart::Appraisal)),
    (PackageItem::SignInScans, gather::sign_in_scans),
    (PackageItem::MeetingFiles, gather::meeting_files),
    (PackageItem::Attendance, gather::attendance),
    (PackageItem::Elections, gather::elections),
    (PackageItem::Talks, |span| gather::part(span, HandbookPart::Talks)),
    (PackageItem::Study, |span| gather::part(span, HandbookPart::Study)),
    (PackageItem::Development, |span| gather::part(span, HandbookPart::Development)),
    (PackageItem::DevelopmentAudit, gather::development_audit),
    (PackageItem::Dues, |span| gather::part(span, HandbookPart::Dues)),
    (PackageItem::Transfers, |span| gather::part(span, HandbookPart::Transfers)),
    (PackageItem::Discipline, |span| gather::part(span, HandbookPart::Discipline)),
    (PackageItem::Rectification, |span| gather::part(span, HandbookPart::Inspections)),
    (PackageItem::Reports, gather::reports),
    (PackageItem::HandOver, |span| gather::part(span, HandbookPart::HandOver)),
];

/// What a kind of material is called as a rule; what is a part of the handbook as there.
pub(super) fn usual_name(item: PackageItem) -> &'static str {
    match item {
        PackageItem::About => handbook::usual_name(HandbookPart::About),
        PackageItem::Roster => handbook::usual_name(HandbookPart::Roster),
        PackageItem::Plans => handbook::usual_name(HandbookPart::PlanAndSummary),
        PackageItem::General => handbook::usual_name(HandbookPart::General),
        PackageItem::Committee => handbook::usual_name(HandbookPart::Committee),
        PackageItem::Group => handbook::usual_name(HandbookPart::Group),
        PackageItem::Lecture => handbook::usual_name(HandbookPart::Lecture),
        PackageItem::ThemeDay => handbook::usual_name(HandbookPart::ThemeDay),
        PackageItem::OrganizationalLife => handbook::usual_name(HandbookPart::OrganizationalLife),
        PackageItem::Appraisal => handbook::usual_name(HandbookPart::Appraisal),
        PackageItem::SignInScans => "签到表扫描件",
        PackageItem::MeetingFiles => "会议照片和附件",
        PackageItem::Attendance => "到会统计",
        PackageItem::Elections => "选举材料",
        PackageItem::Talks => handbook::usual_name(HandbookPart::Talks),
        PackageItem::Study => handbook::usual_name(HandbookPart::Study),
        PackageItem::Development => handbook::usual_name(HandbookPart::Development),
        PackageItem::DevelopmentAudit => "发展党员档案体检",
        PackageItem::Dues => handbook::usual_name(HandbookPart::Dues),
        PackageItem::Transfers => handbook::usual_name(HandbookPart::Transfers),
        PackageItem::Discipline => handbook::usual_name(HandbookPart::Discipline),
        PackageItem::Rectification => handbook::usual_name(HandbookPart::Inspections),
        PackageItem::Reports => "已签名的工作报告",
        PackageItem::HandOver => handbook::usual_name(HandbookPart::HandOver),
    }
}
