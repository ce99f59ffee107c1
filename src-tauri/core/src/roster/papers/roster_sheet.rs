//! 党员名册: one line per member.

use chrono::NaiveDate;
use serde::Serialize;

use super::scope;
use crate::desk::Letterhead;
use crate::outside::document;
use crate::roster::list::dimension::{Dimension, LabelCount, counts};
use crate::roster::list::whole_list;
use crate::roster::view::masked_phone;
use crate::roster::{ExitWay, Member, MemberKind, RosterQuery, Sex};
use crate::values::PartialDate;
use crate::vault::{Reader, VaultError};

/// 党员名册
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RosterSheet {
    pub branch: String,
    /// The day it shows.
    pub on: NaiveDate,
    /// To what it is limited; empty when to nothing.
    pub scope: String,
    /// It lists those who had left.
    pub former: bool,
    /// Telephone numbers stand in full, and so do id numbers; otherwise the first are masked, the others left out
    /// (trap 12).
    pub revealed: bool,
    /// One line each.
    pub rows: Vec<RosterSheetRow>,
    /// How many are full members, how many probationary.
    pub kinds: Vec<LabelCount>,
    /// How many are men, how many women.
    pub sexes: Vec<LabelCount>,
}

document!(RosterSheet, "roster");

impl RosterSheet {
    /// What it is called.
    pub fn title(&self) -> &'static str {
        if self.former { "已离开党员名册" } else { "党员名册" }
    }
}

/// One line of the roster; what is not known is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct RosterSheetRow {
    /// 姓名
    pub name: String,
    /// 性别
    pub sex: String,
    /// 民族
    pub ethnicity: String,
    /// 出生年月
    pub birth: Option<PartialDate>,
    /// 公民身份号码, in full and only when asked for
    pub id_number: String,
    /// 学历
    pub education: String,
    /// 人员类别
    pub kind: String,
    /// 入党日期
    pub joined: Option<PartialDate>,
    /// 转正日期
    pub converted: Option<PartialDate>,
    /// 党小组
    pub party_group: String,
    /// 所在单位
    pub unit: String,
    /// 党内职务
    pub office: String,
    /// 工作岗位
    pub job_position: String,
    /// 联系电话
    pub phone: String,
    /// When and how the person left; only of former members.
    pub left: Option<RosterSheetLeft>,
}

/// When and how someone left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RosterSheetLeft {
    pub on: NaiveDate,
    pub how: String,
    /// Where to or why.
    pub reason: String,
}

/// The roster as a query asks for it, on the day it asks for, else on `today`; not only one page of it. Numbers in full
/// only when `reveal`.
///
/// # Errors
/// [`VaultError`].
pub(super) fn roster_sheet_of(
    reader: &Reader<'_>,
    query: &RosterQuery,
    reveal: bool,
    head: Letterhead,
    today: NaiveDate,
) -> Result<RosterSheet, VaultError> {
    let on = query.on.unwrap_or(today);
    let members = whole_list(reader, query, on)?;
    Ok(RosterSheet {
        branch: head.branch,
        on,
        scope: scope(query),
        former: query.former,
        revealed: reveal,
        rows: members.iter().map(|member| row(member, query.former, reveal, on)).collect(),
        kinds: counts(&members, Dimension::Kind, on).counts,
        sexes: counts(&members, Dimension::Sex, on).counts,
    })
}

fn row(member: &Member, former: bool, reveal: bool, on: NaiveDate) -> RosterSheetRow {
    let record = &member.record;
    let phone = if record.mobile.is_empty() { &record.landline } else { &record.mobile };
    RosterSheetRow {
        name: record.name.clone(),
        sex: record.sex.map(Sex::title).unwrap_or_default().to_owned(),
        ethnicity: record.ethnicity.clone(),
        birth: record.birth,
        id_number: record.id_number.as_ref().filter(|_| reveal).map(|id| id.as_str().to_owned()).unwrap_or_default(),
        education: record.education.clone(),
        kind: if member.is_suspended_on(on) { "停籍" } else { kind(member.kind_on(on)) }.to_owned(),
        joined: record.joined,
        converted: record.converted,
        party_group: record.party_group.clone(),
        unit: record.unit.clone(),
        office: record.offices.titles(),
        job_position: record.job_position.clone(),
        phone: if reveal { phone.clone() } else { masked_phone(phone) },
        left: if former { left(member, on) } else { None },
    }
}

/// In a narrow column 党员 would only be said again.
fn kind(kind: MemberKind) -> &'static str {
    match kind {
        MemberKind::Full => "正式",
        MemberKind::Probationary => "预备",
    }
}

/// How the last stay ended that was over by `on`; the person may be back since.
fn left(member: &Member, on: NaiveDate) -> Option<RosterSheetLeft> {
    let left = member.stays().filter_map(|stay| stay.left).filter(|left| left.on <= on).last()?;
    Some(RosterSheetLeft { on: left.on, how: ExitWay::title(left.how).to_owned(), reason: left.reason })
}
