//! What can be written down beside the day of an entry, one line for each field: how it is filled in, what it is called,
//! and what can be chosen.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a field is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// One line.
    Text,
    /// Several lines.
    Words,
    /// A date.
    Day,
    /// A number of people, votes, days …
    Count,
    /// 是 or 否; nothing where it is not known.
    YesNo,
    /// One of a list.
    Choice,
}

macro_rules! fields {
    ($( $(#[$doc:meta])* $name:ident $kind:ident $title:literal $([$($code:literal $choice:literal),+ $(,)?])?; )+) => {
        /// A field of an entry, or of what is known of the person.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum EntryField { $( #[doc = $title] $(#[$doc])* $name, )+ }

        impl EntryField {
            /// Every field.
            pub const ALL: [Self; [$( $title ),+].len()] = [$( Self::$name ),+];

            /// What it is called.
            pub fn title(self) -> &'static str {
                match self { $( Self::$name => $title, )+ }
            }

            /// How it is filled in.
            pub fn kind(self) -> FieldKind {
                match self { $( Self::$name => FieldKind::$kind, )+ }
            }

            /// What can be chosen: as it is stored, and as it is called.
            pub fn choices(self) -> &'static [(&'static str, &'static str)] {
                match self { $( Self::$name => &[$($( ($code, $choice) ),+)?], )+ }
            }
        }
    };
}

fields! {
    ReceivedOn Day "收到日期";
    ReceivedBy Text "受理的党组织";
    Talkers Text "谈话人";
    TalkerPost Choice "谈话人职务" ["secretary" "支部书记", "deputy" "副书记", "organization" "组织委员", "other" "其他党员"];
    SuperiorPost Choice "谈话人职务" ["committee_member" "党委委员", "organizer" "组织员", "other" "其他"];
    Place Text "地点";
    Experience Words "个人经历";
    Understanding Words "对党的认识";
    Motive Words "入党动机";
    Conduct Words "遵纪守法情况";
    FamilyState Words "家庭情况";
    Explained Words "向本人介绍的入党条件和程序";
    BothSigned YesNo "谈话双方已签字";
    Way Choice "产生方式" ["members" "党员推荐", "league" "群团组织推优"];
    Expected Count "应到（有表决权）";
    Present Count "实到（有表决权）";
    VotesFor Count "赞成";
    VotesAgainst Count "不赞成";
    Abstained Count "弃权";
    WrittenFor Count "书面意见赞成";
    WrittenAgainst Count "书面意见不赞成";
    Ballot Choice "表决方式" ["secret" "无记名投票", "hands" "举手表决"];
    Issued Count "发出票数";
    Collected Count "收回票数";
    Invalid Count "无效票";
    Opinion Words "意见";
    SentOn Day "上报日期";
    AnsweredBy Text "作出答复的党组织";
    Answer Choice "答复" ["agreed" "同意", "refused" "不同意"];
    MentorOpinion Words "培养联系人意见";
    GroupOpinion Words "党小组意见";
    BranchOpinion Words "支部意见";
    MembersOpinion Words "党员意见";
    MassesOpinion Words "群众意见";
    SponsorOpinions Words "入党介绍人（培养联系人）意见";
    MentorSigned YesNo "培养联系人已签字";
    SecretarySigned YesNo "支部书记已签字";
    TalkerSigned YesNo "谈话人已签字";
    Content Words "主要内容";
    EndsOn Day "结束日期";
    Organizer Text "主办单位";
    OrganizerKind Choice "主办单位类别" ["committee" "基层党委", "county" "县级党委组织部门", "other" "其他"];
    Days Count "天数";
    Hours Count "学时";
    Held Choice "方式" ["on_site" "集中线下", "video" "视频", "mixed" "线下和视频"];
    Result Choice "结果" ["passed" "合格", "failed" "不合格"];
    Certificate Text "结业证书编号";
    ExemptReason Words "未参加集中培训的原因";
    Host Text "主持人";
    Attendees Count "参加人数";
    PersonPresent YesNo "本人在场";
    AllSpoke YesNo "参加人都发了言";
    NoticeAt Choice "公示范围" [
        "unit" "工作单位", "residence" "居住地", "home" "流出地", "away" "流入地"];
    Phone Text "联系电话";
    Contact Text "受理人";
    Raised Words "反映的问题（没有的写“无”）";
    Settled Words "调查处理结论";
    To Text "去函单位";
    Relation Text "与本人关系";
    About Text "关于";
    AskedAt Choice "征求意见的地方" ["unit" "工作单位", "household" "户籍地", "residence" "居住地", "relative" "亲属所在单位或居住地"];
    AnsweredOn Day "回函日期";
    Answered Words "回函内容";
    Verdict Choice "结论" ["passed" "合格", "failed" "不合格"];
    Beliefs Words "理想信念、政治立场和政治历史";
    NetConduct Words "网络行为";
    FamilyReview Words "家庭主要成员和重要社会关系";
    Inquiry Words "审查经过";
    Sealed YesNo "已加盖印章";
    LeavesOn Day "预计离开本单位的日期";
    LeaveReason Words "仍然办理的原因";
    HandedOutOn Day "发给志愿书的日期";
    Serial Text "志愿书编号";
    SponsorName Text "介绍人姓名";
    Outcome Choice "大会结果" ["passed" "通过", "failed" "未通过"];
    ConversionOutcome Choice "大会结果" [
        "converted" "按期转正", "extended" "延长预备期", "revoked" "取消预备党员资格", "failed" "未形成决议"];
    Months Count "延长的月数";
    DelayReason Words "推迟的原因";
    OwnReport YesNo "本人作了汇报";
    ToExplain Words "本人需向党组织说明的问题（没有的写“无”）";
    SponsorsSpoke YesNo "介绍人作了介绍";
    CommitteeReported YesNo "支委会报告了审查情况";
    Discussed YesNo "到会党员作了讨论";
    Performance Words "主要表现";
    ApproverKind Choice "审批机关类别" [
        "committee" "党委（党工委）", "general_branch" "党总支", "leading_group" "党组",
        "temporary" "临时党组织", "under_township" "乡镇（街道）党委所属的基层党委"];
    ProbationFrom Day "批复写的预备期起";
    ProbationTo Day "批复写的预备期止";
    GeneralBranchOn Day "党总支审议日期";
    ToldOn Day "通知本人的日期";
    AnnouncedOn Day "在党员大会上宣布的日期";
    Group Text "编入的党小组";
    Leader Text "领誓人";
    SelfReview Words "本人小结";
    FullFrom Day "转为正式党员的日期";
    TalkedOn Day "书记同本人谈话的日期";
    Receiver Text "接收单位";
    ArchiveKind Choice "归入" ["personnel" "本人人事档案", "party" "党员档案（无人事档案）"];
    Pages Count "页数";
    HandedBy Text "移交人";
    FromBranch Text "原党组织";
    ExaminedOn Day "审查材料的日期";
    ExaminedBy Text "审查人";
    MissingPapers Words "缺少的材料";
    ToBranch Text "接收的党组织";
    PapersHanded Words "移交的材料";
    Decision Words "处理决定";
    DecidedOn Day "决定日期";
    FormerName Text "曾用名";
    NativePlace Text "籍贯";
    LeagueJoined Day "入团日期";
    Mobile YesNo "是流动人员";
    Household Text "户籍地";
    Residence Text "居住地";
    HasPersonnelFile YesNo "有人事档案";
    Resume Words "本人简历";
    Family Words "家庭主要成员";
    Relations Words "主要社会关系";
    Awards Words "奖惩情况";
}

impl EntryField {
    /// What is known of the person of a file beside the register's own fields.
    pub const OF_PERSON: [Self; 11] = [
        Self::FormerName,
        Self::NativePlace,
        Self::LeagueJoined,
        Self::Mobile,
        Self::Household,
        Self::Residence,
        Self::HasPersonnelFile,
        Self::Resume,
        Self::Family,
        Self::Relations,
        Self::Awards,
    ];

    /// What is wrong with a text as the value of this field.
    pub(in crate::development) fn fault(self, text: &str) -> Option<&'static str> {
        match self.kind() {
            FieldKind::Text | FieldKind::Words => None,
            FieldKind::Day => text.parse::<NaiveDate>().is_err().then_some("请填写完整的日期，例如 2026-05-11"),
            FieldKind::Count => text.parse::<u16>().is_err().then_some("请填写不大于 65535 的整数"),
            FieldKind::YesNo => (!["yes", "no"].contains(&text)).then_some("请选择“是”或“否”"),
            FieldKind::Choice => {
                (!self.choices().iter().any(|(code, _)| *code == text)).then_some("请从列出的各项里选一项")
            }
        }
    }
}

/// What was filled in, by field; an empty text is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct Values(pub BTreeMap<EntryField, String>);

impl Values {
    /// The text; empty where nothing was filled in.
    pub fn text(&self, field: EntryField) -> &str {
        self.0.get(&field).map_or("", String::as_str)
    }

    /// The date.
    pub fn day(&self, field: EntryField) -> Option<NaiveDate> {
        self.text(field).parse().ok()
    }

    /// The number.
    pub fn count(&self, field: EntryField) -> Option<u32> {
        self.text(field).parse().ok()
    }

    /// Yes or no; `None` where it is not known.
    pub fn yes(&self, field: EntryField) -> Option<bool> {
        match self.text(field) {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        }
    }

    /// What was chosen, as it is called; empty where nothing was.
    pub fn choice(&self, field: EntryField) -> &'static str {
        let chosen = self.text(field);
        field.choices().iter().find(|(code, _)| *code == chosen).map_or("", |(_, title)| title)
    }

    /// The value as people read it: a chosen one by its name, a date written out.
    pub fn spoken(&self, field: EntryField) -> String {
        match field.kind() {
            FieldKind::Choice => self.choice(field).to_owned(),
            FieldKind::Day => self.day(field).map(crate::values::date_title).unwrap_or_default(),
            FieldKind::YesNo => self.yes(field).map_or("", |yes| if yes { "是" } else { "否" }).to_owned(),
            FieldKind::Text | FieldKind::Words | FieldKind::Count => self.text(field).to_owned(),
        }
    }
}

impl rusqlite::ToSql for Values {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        let text = serde_json::to_string(&self.0).map_err(|e| rusqlite::Error::ToSqlConversionFailure(e.into()))?;
        Ok(text.into())
    }
}

impl rusqlite::types::FromSql for Values {
    fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
        serde_json::from_str(value.as_str()?).map(Self).map_err(|e| rusqlite::types::FromSqlError::Other(e.into()))
    }
}
