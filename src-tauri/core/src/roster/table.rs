//! The roster as a table in the national layout, and who holds which office.

use chrono::NaiveDate;

use super::view::masked_phone;
use super::{Member, Office, Sex, members_on};
use crate::outside::Table;
use crate::values::IdNumber;
use crate::vault::{Reader, VaultError};

/// The 19 columns of the national export.
const HEADER: [&str; 19] = [
    "姓名",
    "所在党支部",
    "公民身份证号",
    "性别",
    "民族",
    "出生日期",
    "学历",
    "人员类别",
    "加入党组织日期",
    "转为正式党员日期",
    "工作岗位",
    "手机号",
    "固定电话",
    "家庭住址",
    "党籍状态",
    "是否为失联党员",
    "失去联系日期",
    "是否为流动党员",
    "外出流向",
];

/// Everyone who was a member on `day`, in the national layout. Identity and telephone numbers are masked and the
/// home address is left out (trap 12): the table travels inside reports.
///
/// # Errors
/// [`VaultError`].
pub fn table_on(reader: &Reader<'_>, day: NaiveDate) -> Result<Table, VaultError> {
    Ok(Table {
        sheet: "党员名册".to_owned(),
        header: HEADER.map(str::to_owned).to_vec(),
        rows: members_on(reader, day)?.iter().map(|member| row(member, day)).collect(),
    })
}

fn row(member: &Member, day: NaiveDate) -> Vec<String> {
    let record = &member.record;
    let yes_no = |yes: bool| if yes { "是" } else { "否" }.to_owned();
    let date = |date: Option<crate::values::PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
    vec![
        record.name.clone(),
        record.branch_name.clone(),
        record.id_number.as_ref().map(IdNumber::masked).unwrap_or_default(),
        record.sex.map(Sex::title).unwrap_or_default().to_owned(),
        record.ethnicity.clone(),
        date(record.birth),
        record.education.clone(),
        member.kind_on(day).title().to_owned(),
        date(record.joined),
        date(record.converted),
        record.job_position.clone(),
        masked_phone(&record.mobile),
        masked_phone(&record.landline),
        String::new(),
        record.standing.title().to_owned(),
        yes_no(record.is_lost),
        date(record.lost_contact_since),
        yes_no(record.is_mobile),
        record.mobile_destination.clone(),
    ]
}

/// The 书记's name on `day`.
///
/// # Errors
/// [`VaultError`].
pub fn secretary_on(reader: &Reader<'_>, day: NaiveDate) -> Result<Option<String>, VaultError> {
    let members = members_on(reader, day)?;
    let secretary = members.into_iter().find(|member| member.record.office == Some(Office::Secretary));
    Ok(secretary.map(|member| member.record.name))
}
