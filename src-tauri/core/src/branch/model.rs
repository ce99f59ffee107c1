//! What travels between the window and the room.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::BranchFactView;
use crate::roster::{MemberId, Office, Offices};
use crate::rules::Finding;
use crate::values::{Changed, PartialDate, Span};

/// Kinds of branch.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BranchKind {
    /// 党支部
    #[default]
    Ordinary,
    /// 联合党支部: members of several units
    Joint,
    /// 临时党支部
    Temporary,
}

/// The branch's own data.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Branch {
    /// 支部全称
    pub name: String,
    /// 组织代码
    #[serde(default)]
    pub code: String,
    /// Ordinary, joint or temporary.
    #[serde(default)]
    pub kind: BranchKind,
    /// 上级党组织
    #[serde(default)]
    pub superior: String,
    /// 所在社会组织: the first of the units. Another name renames that unit, none leaves the units as they are.
    #[serde(default)]
    pub unit: String,
    /// 成立日期
    #[serde(default)]
    pub founded_on: Option<PartialDate>,
    /// 批准文号
    #[serde(default)]
    pub approval: String,
    /// Contact telephone.
    #[serde(default)]
    pub phone: String,
    /// 地址
    #[serde(default)]
    pub address: String,
    /// A committee exists (B05); without one the general meeting stands in for it (B06).
    #[serde(default)]
    pub has_committee: bool,
    /// 备注
    #[serde(default)]
    pub note: String,
}

/// Puts the branch's own data in place of the stored ones.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BranchRequest {
    /// All of them.
    pub record: Branch,
    /// Of a changed kind, superior or committee.
    #[serde(default)]
    pub changed: Changed,
}

impl From<Branch> for BranchRequest {
    fn from(record: Branch) -> Self {
        Self { record, changed: Changed::default() }
    }
}

/// The branch with all its lists, and what follows from its members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BranchView {
    /// As entered.
    #[serde(flatten)]
    pub branch: Branch,
    /// 书记, from the roster.
    pub secretary: Option<String>,
    /// Names of the party groups, sorted.
    pub party_groups: Vec<String>,
    /// Members now.
    pub members: u32,
    /// Of those, full members.
    pub full: u32,
    /// Of those, probationary members.
    pub probationary: u32,
    /// Those whose membership is suspended (E04), counted in neither.
    pub suspended: u32,
    /// What changed about kind, superior and committee, by aspect, the newest first.
    pub history: Vec<BranchFactView>,
    /// Who holds which office now, by office.
    pub committee: Vec<CommitteeSeat>,
    /// Who held which office before, by office, the latest first.
    pub former_offices: Vec<OfficeHeld>,
    /// The social organizations covered; after those entered the ones that only the roster names.
    pub units: Vec<BranchUnitView>,
    /// The party groups; after those entered the ones that only the roster names.
    pub groups: Vec<BranchGroupView>,
    /// The terms, newest first.
    pub terms: Vec<BranchTermView>,
    /// 党建组织员, 第一书记 …
    pub helpers: Vec<BranchHelper>,
    /// 活动场所
    pub rooms: Vec<BranchRoom>,
    /// Years that a new term has (B07).
    pub term_years: u32,
    /// Years by which an election is as a rule postponed at most (V01).
    pub postponed_years: u32,
    /// What the rules say.
    pub findings: Vec<Finding>,
}

/// Who holds an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CommitteeSeat {
    pub member: MemberId,
    pub name: String,
    /// Which office.
    pub office: Office,
    /// All that the member holds, this one among them.
    pub offices: Offices,
    /// 任职时间; `None` when it was before the file was begun.
    pub since: Option<PartialDate>,
    /// 党龄 in whole months.
    pub party_age_months: Option<u32>,
}

/// Who held an office, and from when until when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OfficeHeld {
    pub member: MemberId,
    pub name: String,
    /// Which office.
    pub office: Office,
    /// From when; `None` when it was before the file was begun.
    pub since: Option<PartialDate>,
    /// The first day without it; `None` while it lasts.
    pub until: Option<PartialDate>,
}

/// Identifies a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct BranchUnitId(pub i64);

/// Kinds of social organization.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// 社会团体
    #[default]
    Association,
    /// 基金会
    Foundation,
    /// 民办非企业单位（社会服务机构）
    ServiceInstitution,
    /// 其他
    Other,
}

/// A social organization that the branch covers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BranchUnit {
    /// `None` adds one.
    pub id: Option<BranchUnitId>,
    /// 名称
    pub name: String,
    /// 统一社会信用代码， 18 characters
    #[serde(default)]
    pub credit_code: String,
    /// Which kind.
    #[serde(default)]
    pub kind: UnitKind,
    /// 登记日期
    #[serde(default)]
    pub registered_on: Option<PartialDate>,
    /// 法定代表人
    #[serde(default)]
    pub legal_representative: String,
    /// 从业人数
    #[serde(default)]
    pub employees: Option<u32>,
    /// 会员数 (S09)
    #[serde(default)]
    pub association_members: Option<u32>,
    /// 党建写入章程 (S04)
    #[serde(default)]
    pub in_charter: bool,
    #[serde(default)]
    pub in_charter_on: Option<PartialDate>,
    /// The first day on which the branch covered it; `None` when that was before the file was begun.
    #[serde(default)]
    pub since: Option<PartialDate>,
    /// The first day on which it no longer did; `None` while it does.
    #[serde(default)]
    pub until: Option<PartialDate>,
    /// 备注
    #[serde(default)]
    pub note: String,
}

impl BranchUnit {
    /// Whether the branch covers it on `day`.
    pub fn is_covered_on(&self, day: NaiveDate) -> bool {
        let [from, until] = [self.since, self.until].map(|day| day.map(PartialDate::earliest));
        Span { from, until }.covers(day, day)
    }
}

/// A unit with the number of its members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BranchUnitView {
    /// As entered; `id` is `None` for one that only the roster names.
    #[serde(flatten)]
    pub unit: BranchUnit,
    /// Members of the branch who belong to it.
    pub members: u32,
}

/// Identifies a party group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct BranchGroupId(pub i64);

/// 党小组
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BranchGroup {
    /// `None` adds one.
    pub id: Option<BranchGroupId>,
    /// 名称
    pub name: String,
    /// 组长
    #[serde(default)]
    pub leader: Option<MemberId>,
    /// 设立日期; `None` when it was there before the file was begun.
    #[serde(default)]
    pub since: Option<PartialDate>,
    /// 撤销日期: the first day without it; `None` while it lasts. Its members are in no group from then on.
    #[serde(default)]
    pub until: Option<PartialDate>,
    /// 备注
    #[serde(default)]
    pub note: String,
}

impl BranchGroup {
    /// Whether it was there on `day`.
    pub fn is_there_on(&self, day: NaiveDate) -> bool {
        let [from, until] = [self.since, self.until].map(|day| day.map(PartialDate::earliest));
        Span { from, until }.covers(day, day)
    }
}

/// A party group with its leader's name and the number of its members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BranchGroupView {
    /// As entered; `id` is `None` for one that only the roster names.
    #[serde(flatten)]
    pub group: BranchGroup,
    /// The leader's name, while a member.
    pub leader_name: Option<String>,
    /// Members in it.
    pub members: u32,
}

/// Identifies a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct BranchTermId(pub i64);

/// 届: how long those elected serve.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BranchTerm {
    /// `None` adds one.
    pub id: Option<BranchTermId>,
    /// 第几届
    pub number: u32,
    /// 选举日期
    pub elected_on: NaiveDate,
    /// 任期年数; `None` in a request takes those of the rule (B07).
    #[serde(default)]
    pub years: Option<u32>,
    /// 经批准延期到 (V01)
    #[serde(default)]
    pub postponed_to: Option<NaiveDate>,
    /// 届满换届日期; `None` while it runs
    #[serde(default)]
    pub ended_on: Option<NaiveDate>,
    /// 批准文号
    #[serde(default)]
    pub approval: String,
    /// 备注
    #[serde(default)]
    pub note: String,
}

/// A term with the day on which it is over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BranchTermView {
    /// As entered.
    #[serde(flatten)]
    pub term: BranchTerm,
    /// 届满日期, or the day up to which it was postponed
    pub due_on: NaiveDate,
    /// The one that runs today.
    pub running: bool,
}

/// Identifies a helper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct BranchHelperId(pub i64);

/// What a helper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HelperRole {
    /// 党建组织员
    Organizer,
    /// 第一书记
    FirstSecretary,
    /// 党建工作指导员 (S05)
    Instructor,
    /// 联络员
    Liaison,
    /// 其他
    Other,
}

/// Someone whom the superior sent or charged with the branch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BranchHelper {
    /// `None` adds one.
    pub id: Option<BranchHelperId>,
    /// As what.
    pub role: HelperRole,
    /// 姓名
    pub name: String,
    /// 电话
    #[serde(default)]
    pub phone: String,
    /// 所在单位
    #[serde(default)]
    pub unit: String,
    #[serde(default)]
    pub since: Option<PartialDate>,
    /// Until when; `None` while it lasts.
    #[serde(default)]
    pub until: Option<PartialDate>,
    /// 备注
    #[serde(default)]
    pub note: String,
}

/// 换任: an office passes from one member to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OfficeHandOverRequest {
    pub office: Office,
    /// Who holds it.
    pub from: MemberId,
    /// Who takes it up.
    pub to: Option<MemberId>,
    /// The new holder's first day.
    pub on: NaiveDate,
    /// 依据: 上级任命, 补选 …
    pub why: String,
    /// 兼任: the new holder keeps the offices held before.
    #[serde(default)]
    pub keeps_others: bool,
}

/// Identifies a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct BranchRoomId(pub i64);

/// 活动场所
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BranchRoom {
    /// `None` adds one.
    pub id: Option<BranchRoomId>,
    /// 名称
    pub name: String,
    /// 地址
    #[serde(default)]
    pub address: String,
    /// 面积, whole square metres
    #[serde(default)]
    pub square_metres: Option<u32>,
    /// 备注
    #[serde(default)]
    pub note: String,
}
