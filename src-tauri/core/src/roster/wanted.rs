//! The fields of a full record, after the national collection form.

use serde::Serialize;
use ts_rs::TS;

use crate::values::titled;

/// A field that a full record has, by its name in the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WantedField {
    Name,
    IdNumber,
    Sex,
    Ethnicity,
    Birth,
    Education,
    Joined,
    Converted,
    JobPosition,
    Mobile,
    Address,
    LostContactSince,
    MobileDestination,
}

titled! { WantedField {
    Name => "姓名",
    IdNumber => "公民身份号码",
    Sex => "性别",
    Ethnicity => "民族",
    Birth => "出生日期",
    Education => "学历",
    Joined => "入党日期",
    Converted => "转正日期",
    JobPosition => "工作岗位",
    Mobile => "手机号",
    Address => "家庭住址",
    LostContactSince => "失联日期",
    MobileDestination => "外出流向",
} }
