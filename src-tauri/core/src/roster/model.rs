//! A member and the roster as the window and the other rooms see them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::facts::Fact;
use super::list::dimension::{Dimension, DimensionCounts};
use super::offices::Offices;
use super::particulars::Particulars;
use super::stays::entries::Entries;
use super::timeline::TimelineEntry;
use super::wanted::WantedField;
use crate::outside::FileToken;
use crate::rules::Finding;
use crate::values::{Changed, IdNumber, MemberId, PartialDate, Sex, titled};

/// 人员类别
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MemberKind {
    /// 正式党员
    Full,
    /// 预备党员
    Probationary,
}

/// 党籍状态
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// 正常
    #[default]
    Normal,
    /// 停止党籍 (E04)
    Suspended,
}

/// 党纪处分, but for 开除党籍, which ends the membership.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Discipline {
    /// 警告
    Warning,
    /// 严重警告
    SeriousWarning,
    /// 撤销党内职务
    Dismissed,
    /// 留党察看
    Probation,
}

titled! { Discipline {
    Warning => "警告",
    SeriousWarning => "严重警告",
    Dismissed => "撤销党内职务",
    Probation => "留党察看",
} }

impl Discipline {
    /// As a fact has it.
    pub(super) fn code(self) -> String {
        serde_json::to_value(self).ok().and_then(|code| code.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// What a fact has; `None` where there is no such measure.
    pub(super) fn of_code(code: &str) -> Option<Self> {
        serde_json::from_value(code.into()).ok()
    }
}

/// 党内职务 in the branch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Office {
    /// 书记
    Secretary,
    /// 副书记
    DeputySecretary,
    /// 组织委员
    Organization,
    /// 宣传委员
    Publicity,
    /// 纪检委员
    Discipline,
    /// 委员 without a field
    Member,
}

/// How someone came to the branch.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EntryWay {
    /// 原有: in the branch when the file was begun
    #[default]
    Original,
    /// 发展
    Admitted,
    /// 转入
    MovedIn,
    /// 恢复党籍
    Restored,
    /// 其他
    Other,
}

/// How someone left the branch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExitWay {
    /// 转出
    MovedOut,
    /// 去世
    Deceased,
    /// 退党
    Withdrew,
    /// 除名
    StruckOff,
    /// 开除党籍
    Expelled,
    /// 取消预备党员资格
    Revoked,
    /// 其他
    Other,
}

/// A member's record: the fields of the national export and what the branch itself needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MemberRecord {
    /// `None` adds one.
    pub id: Option<MemberId>,
    /// 姓名
    pub name: String,
    /// 所在党支部, as the source writes it
    #[serde(default)]
    pub branch_name: String,
    /// 公民身份号码
    pub id_number: Option<IdNumber>,
    /// 性别
    pub sex: Option<Sex>,
    /// 民族, with 族 where the standard has it
    #[serde(default)]
    pub ethnicity: String,
    /// 出生日期, as the personnel file has it
    pub birth: Option<PartialDate>,
    /// 学历
    #[serde(default)]
    pub education: String,
    /// 人员类别
    pub kind: MemberKind,
    /// 加入党组织日期
    pub joined: Option<PartialDate>,
    /// 转为正式党员日期
    pub converted: Option<PartialDate>,
    /// 工作岗位
    #[serde(default)]
    pub job_position: String,
    /// 手机号
    #[serde(default)]
    pub mobile: String,
    /// 固定电话
    #[serde(default)]
    pub landline: String,
    /// 家庭住址
    #[serde(default)]
    pub address: String,
    /// 党籍状态
    #[serde(default)]
    pub standing: Standing,
    /// 失去联系日期; `None` when in contact
    pub lost_contact_since: Option<PartialDate>,
    /// 是否为失联党员
    #[serde(default)]
    pub is_lost: bool,
    /// 失去联系情形
    #[serde(default)]
    pub lost_reason: String,
    /// 是否为流动党员
    #[serde(default)]
    pub is_mobile: bool,
    /// 外出日期; `None` when not known, or not away
    #[serde(default)]
    pub mobile_since: Option<PartialDate>,
    /// 外出流向
    #[serde(default)]
    pub mobile_destination: String,
    /// 党小组
    #[serde(default)]
    pub party_group: String,
    /// 所在单位: which of the units that a joint branch covers
    #[serde(default)]
    pub unit: String,
    /// 党内职务
    #[serde(default)]
    pub offices: Offices,
    /// 不作硬性要求 (B19)
    #[serde(default)]
    pub attendance_not_required: bool,
    /// The right to vote is suspended (留党察看, V02).
    #[serde(default)]
    pub vote_suspended: bool,
    /// 党纪处分: the last one, whether or not it is still in effect.
    #[serde(default)]
    pub discipline: Option<Discipline>,
    /// The day the person came to this branch; `None` when it was before the file was begun.
    pub entered_on: Option<NaiveDate>,
    #[serde(default)]
    pub entered_how: EntryWay,
    /// 党龄校正值: months to add to, or to take from, the party age that the dates give (D27).
    #[serde(default)]
    pub party_age_correction_months: i32,
    /// 延长预备期: 0, or 6 to 12 months (D24).
    #[serde(default)]
    pub probation_extended_months: u32,
    /// What no rule reads: 籍贯, 学位 …
    #[serde(default)]
    pub particulars: Particulars,
    /// 备注
    #[serde(default)]
    pub note: String,
}

/// Adds a member, or puts the record in place of the stored one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MemberRequest {
    /// The whole record.
    pub record: MemberRecord,
    /// Of a changed standing, group, office …
    #[serde(default)]
    pub changed: Changed,
    /// That this is another person than those of the same name was confirmed.
    #[serde(default)]
    pub confirmed_duplicate: bool,
}

impl From<MemberRecord> for MemberRequest {
    fn from(record: MemberRecord) -> Self {
        Self { record, changed: Changed::default(), confirmed_duplicate: false }
    }
}

impl MemberRecord {
    /// A new record of which only the name and the kind are known.
    pub fn new(name: impl Into<String>, kind: MemberKind) -> Self {
        Self {
            id: None,
            name: name.into(),
            branch_name: String::new(),
            id_number: None,
            sex: None,
            ethnicity: String::new(),
            birth: None,
            education: String::new(),
            kind,
            joined: None,
            converted: None,
            job_position: String::new(),
            mobile: String::new(),
            landline: String::new(),
            address: String::new(),
            standing: Standing::Normal,
            lost_contact_since: None,
            is_lost: false,
            lost_reason: String::new(),
            is_mobile: false,
            mobile_since: None,
            mobile_destination: String::new(),
            party_group: String::new(),
            unit: String::new(),
            offices: Offices::default(),
            attendance_not_required: false,
            vote_suspended: false,
            discipline: None,
            entered_on: None,
            entered_how: EntryWay::Original,
            party_age_correction_months: 0,
            probation_extended_months: 0,
            particulars: Particulars::default(),
            note: String::new(),
        }
    }
}

/// A member as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    pub id: MemberId,
    /// As entered; `record.id` is always this member's. What changes with time is as of today, or as of the day that was
    /// asked for ([`members_on`](super::members_on), [`Member::as_of`]).
    pub record: MemberRecord,
    /// What changed with time, by aspect, oldest first.
    pub facts: Vec<Fact>,
    /// When and how the person left; `None` while a member.
    pub left: Option<MemberLeft>,
    /// Stays in the branch before the present one, oldest first; empty for nearly everyone.
    pub earlier: Vec<Stay>,
    /// Who wrote that down and when; empty where the whole roster was read.
    pub entries: Entries,
}

/// A stay in the branch: from coming to leaving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stay {
    /// The first day; `None` when it was before the file was begun.
    pub entered_on: Option<NaiveDate>,
    /// How the person came.
    pub entered_how: EntryWay,
    /// The end; `None` while it lasts.
    pub left: Option<MemberLeft>,
}

/// A member with what follows from the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MemberView {
    /// The day for which the rest is true: today.
    pub on: NaiveDate,
    /// As entered; the id number is left out unless it was asked for.
    pub member: MemberRecord,
    /// The id number with its middle hidden.
    pub id_number_masked: Option<String>,
    /// Whole years on the day (trap 11).
    pub age: Option<u32>,
    /// 党龄 in whole months, from the day of conversion (D27).
    pub party_age_months: Option<u32>,
    /// Percent of the fields that a full record has.
    pub completeness: u32,
    /// The fields of a full record that are not filled in.
    pub missing: Vec<WantedField>,
    /// Odd but kept: sex or birth that differ from the id number, joined before 18 …
    pub findings: Vec<Finding>,
    /// What happened, newest first.
    pub timeline: Vec<TimelineEntry>,
    /// When and how the person left.
    pub left: Option<MemberLeft>,
}

/// When and how someone left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MemberLeft {
    /// The first day on which the person is no longer a member here.
    pub on: NaiveDate,
    pub how: ExitWay,
    /// Where to or why.
    pub reason: String,
}

/// Reads one member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MemberGetRequest {
    pub id: MemberId,
    /// Give the id number in full, for editing.
    pub reveal: bool,
}

/// Asks who may be the same person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AlikeRequest {
    /// 姓名
    pub name: String,
    /// 出生日期, where it is known
    pub birth: Option<PartialDate>,
    /// This one is not meant.
    #[serde(default)]
    pub except: Option<MemberId>,
}

/// A photo, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MemberPhoto {
    /// A `data:` address.
    pub url: String,
}

/// Keeps a photo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MemberPhotoRequest {
    pub member: MemberId,
    /// A .jpg or .png file.
    pub file: FileToken,
}

/// A member leaves the branch and becomes a former member; the record stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MemberLeaveRequest {
    pub id: MemberId,
    /// The day, not in the future and not before joining.
    pub on: NaiveDate,
    pub how: ExitWay,
    /// Where to or why.
    pub reason: String,
}

/// A former member returns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MemberReturnRequest {
    pub id: MemberId,
    pub on: NaiveDate,
    pub how: EntryWay,
}

/// What to list. Filters of one dimension widen each other, those of different dimensions narrow each other.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RosterQuery {
    /// Name, pinyin, initials, end of id number or of telephone.
    #[serde(default)]
    pub search: String,
    /// The day to look at; `None` is today.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// Those who had left by that day, instead of those who were members on it.
    #[serde(default)]
    pub former: bool,
    /// Only these.
    #[serde(default)]
    pub filters: Vec<RosterFilter>,
    /// In which order.
    #[serde(default)]
    pub sort: RosterSort,
    /// The other way round.
    #[serde(default)]
    pub descending: bool,
    /// Skip so many.
    #[serde(default)]
    pub offset: u32,
    /// At most so many; 0 means 100.
    #[serde(default)]
    pub limit: u32,
}

/// Members whom a dimension gives this label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RosterFilter {
    /// Which dimension.
    pub by: Dimension,
    /// One of its labels, as [`LabelCount`](super::LabelCount) has it.
    pub label: String,
}

/// The order of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RosterSort {
    /// 按姓名拼音
    #[default]
    Pinyin,
    /// 按姓氏笔画
    Strokes,
    /// 按职务: the committee first
    Office,
    /// 按党小组
    Group,
    /// 按年龄: the oldest first
    Age,
    /// 按党龄: the longest first
    PartyAge,
    /// 按完整度: the least complete first
    Completeness,
    /// 按离开日期: who left last first
    Left,
}

titled! { RosterSort {
    Pinyin => "姓名拼音",
    Strokes => "姓氏笔画",
    Office => "党内职务",
    Group => "党小组",
    Age => "年龄",
    PartyAge => "党龄",
    Completeness => "完整度",
    Left => "离开日期",
} }

/// A page of the roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RosterPage {
    /// The rows.
    pub rows: Vec<MemberRow>,
    /// How many match.
    pub total: u32,
    /// The day that was looked at.
    pub on: NaiveDate,
    /// Members on that day.
    pub current: u32,
    /// Who had left by that day.
    pub former: u32,
    /// How much of the records is there on average, in whole percent, search and filters aside.
    pub completeness: u32,
    /// For the chips and the statistics: how many stand under each label, search and filters aside.
    pub counts: Vec<DimensionCounts>,
}

/// A member in a list, as of the day that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MemberRow {
    pub id: MemberId,
    /// 姓名
    pub name: String,
    /// Full or probationary.
    pub kind: MemberKind,
    /// 性别
    pub sex: Option<Sex>,
    /// 民族
    pub ethnicity: String,
    /// 出生日期
    pub birth: Option<PartialDate>,
    /// 学历
    pub education: String,
    /// 党小组
    pub party_group: String,
    /// 所在单位
    pub unit: String,
    /// 职务
    pub offices: Offices,
    /// 工作岗位
    pub job_position: String,
    /// 入党日期
    pub joined: Option<PartialDate>,
    /// 转正日期
    pub converted: Option<PartialDate>,
    /// Whole years.
    pub age: Option<u32>,
    /// 党龄 in whole months.
    pub party_age_months: Option<u32>,
    /// Telephone with its middle hidden.
    pub mobile_masked: String,
    /// Percent.
    pub completeness: u32,
    /// 流动党员, 失联党员 …: labels of [`Dimension::State`].
    pub states: Vec<String>,
    /// When and how the person left.
    pub left: Option<MemberLeft>,
}
