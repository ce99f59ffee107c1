//! By what members are counted and filtered: each number of the statistics is the length of the list that it opens,
//! because both ask for the same label.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::roster::{Member, MemberKind, Office, Sex, WantedField, names};
use crate::values::titled;

/// By what members are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Dimension {
    /// 人员类别; 停止党籍 (E04) stands apart
    Kind,
    /// 情况: 流动, 失联, 资料不完整 …; nobody needs to be in any
    State,
    /// 党小组
    Group,
    /// 所在单位
    Unit,
    /// 党内职务
    Office,
    /// 性别
    Sex,
    /// 年龄, by the bands of the 党内统计
    Age,
    /// 学历
    Education,
    /// 民族
    Ethnicity,
    /// 党龄
    PartyAge,
    /// 缺少的资料: what a full record has and theirs lacks
    Missing,
}

/// How many stand under each label of a dimension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DimensionCounts {
    /// Which dimension.
    pub by: Dimension,
    /// What it is called.
    pub title: String,
    /// Its labels, in the usual order; empty ones are left out.
    pub counts: Vec<LabelCount>,
}

/// How many stand under a label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LabelCount {
    /// E.g. 正式党员, 31–35岁.
    pub label: String,
    pub count: u32,
}

/// What stands for a field that was not filled in.
const BLANK: &str = "未填";

/// The age bands of the 党内统计: last age of each, and its name.
const AGE_BANDS: &[(u32, &str)] = &[
    (30, "30岁及以下"),
    (35, "31–35岁"),
    (40, "36–40岁"),
    (45, "41–45岁"),
    (50, "46–50岁"),
    (55, "51–55岁"),
    (60, "56–60岁"),
    (65, "61–65岁"),
    (70, "66–70岁"),
    (u32::MAX, "71岁及以上"),
];

/// Bands of 党龄: first whole year after each, and its name.
const PARTY_AGE_BANDS: &[(u32, &str)] = &[
    (1, "不满1年"),
    (5, "1年以上不满5年"),
    (10, "5年以上不满10年"),
    (20, "10年以上不满20年"),
    (30, "20年以上不满30年"),
    (40, "30年以上不满40年"),
    (50, "40年以上不满50年"),
    (u32::MAX, "50年以上"),
];

/// Whose membership is suspended (E04) is neither among the full nor among the probationary members.
const SUSPENDED: &str = "停止党籍";

/// 党龄 begins with conversion (D27): a probationary member has none yet.
const ON_PROBATION: &str = "预备期";

/// Levels of education, each with the words by which the many spellings are told (GB/T 4658 and everyday ones).
const EDUCATION: &[(&str, &[&str])] = &[
    ("研究生", &["研究生", "博士", "硕士"]),
    ("大学本科", &["本科", "学士", "大学普通班"]),
    ("大学专科", &["专科", "大专"]),
    ("中专、高中", &["中专", "中等", "中技", "技工", "职高", "职业高中", "高中", "高级中学"]),
    ("初中及以下", &["初中", "初级中学", "小学"]),
];

/// Who turns 60 in the year is worth knowing: cadres' and members' affairs change then.
const SIXTY: i32 = 60;

titled! { Dimension {
    Kind => "人员类别",
    State => "情况",
    Group => "党小组",
    Unit => "所在单位",
    Office => "党内职务",
    Sex => "性别",
    Age => "年龄",
    Education => "学历",
    Ethnicity => "民族",
    PartyAge => "党龄",
    Missing => "缺少的资料",
} }

impl Dimension {
    /// The labels under which `member`, whose record is as of `day`, stands.
    pub fn labels(self, member: &Member, day: NaiveDate) -> Vec<Cow<'_, str>> {
        let record = &member.record;
        let named = |text: &'static str| vec![Cow::Borrowed(text)];
        let text = |text, blank| vec![Cow::Borrowed(if str::is_empty(text) { blank } else { text })];
        match self {
            Self::Kind if member.is_suspended_on(day) => named(SUSPENDED),
            Self::Kind => named(member.kind_on(day).title()),
            Self::State => states(member, day).into_iter().map(Cow::Borrowed).collect(),
            Self::Group => text(&record.party_group, "未编组"),
            Self::Unit => text(&record.unit, BLANK),
            Self::Office if record.offices.is_empty() => named("无职务"),
            Self::Office => record.offices.iter().map(|office| Cow::Borrowed(office.title())).collect(),
            Self::Sex => named(record.sex.map_or(BLANK, Sex::title)),
            Self::Age => named(band(AGE_BANDS, member.age_on(day), |age, last| age <= last)),
            Self::Education => named(education_level(&record.education)),
            Self::Ethnicity => text(&record.ethnicity, BLANK),
            Self::PartyAge if member.kind_on(day) == MemberKind::Probationary => named(ON_PROBATION),
            Self::PartyAge => {
                let years = member.party_age_months_on(day).map(|months| months / 12);
                named(band(PARTY_AGE_BANDS, years, |years, next| years < next))
            }
            Self::Missing => record.missing().into_iter().map(|field| Cow::Borrowed(field.title())).collect(),
        }
    }

    /// The order in which labels are shown; those that are not fixed come by their own order after these.
    fn order(self) -> Vec<&'static str> {
        let bands = |bands: &[(u32, &'static str)]| bands.iter().map(|(_, name)| *name).collect::<Vec<_>>();
        match self {
            Self::Kind => vec!["正式党员", "预备党员", SUSPENDED],
            Self::State => STATES.to_vec(),
            Self::Office => Office::ALL.map(Office::title).to_vec(),
            Self::Sex => vec!["男", "女"],
            Self::Age => bands(AGE_BANDS),
            Self::Education => EDUCATION.iter().map(|(name, _)| *name).chain(["其他"]).collect(),
            Self::PartyAge => [ON_PROBATION].into_iter().chain(bands(PARTY_AGE_BANDS)).collect(),
            Self::Ethnicity => names::ethnicities().collect(),
            Self::Missing => WantedField::ALL.map(WantedField::title).to_vec(),
            Self::Group | Self::Unit => Vec::new(),
        }
    }
}

/// Counts `members`, whose records are as of `day`, by one dimension.
pub fn counts(members: &[Arc<Member>], by: Dimension, day: NaiveDate) -> DimensionCounts {
    let mut counted = BTreeMap::<Cow<'_, str>, u32>::new();
    for label in members.iter().flat_map(|member| by.labels(member, day)) {
        *counted.entry(label).or_default() += 1;
    }
    let order = by.order();
    let blank = |label: &str| [BLANK, "未编组", "无职务"].contains(&label);
    let mut counts: Vec<_> =
        counted.into_iter().map(|(label, count)| LabelCount { label: label.into_owned(), count }).collect();
    counts.sort_by_cached_key(|count| {
        let place = order.iter().position(|label| *label == count.label).unwrap_or(order.len());
        let number = if by == Dimension::Group { names::group_order(&count.label).1 } else { 0 };
        (blank(&count.label), place, number)
    });
    DimensionCounts { by, title: by.title().to_owned(), counts }
}

const STATES: [&str; 7] = ["流动党员", "失联党员", SUSPENDED, "停止表决权", "不作硬性要求", "本年满60岁", "资料不完整"];

/// The states a member is in on `day`.
fn states(member: &Member, day: NaiveDate) -> Vec<&'static str> {
    let record = &member.record;
    let turns_sixty = record.birth.is_some_and(|birth| birth.earliest().year() + SIXTY == day.year());
    let holds = [
        record.is_mobile,
        record.is_lost,
        member.is_suspended_on(day),
        record.vote_suspended,
        record.attendance_not_required,
        turns_sixty,
        record.completeness() < 100,
    ];
    STATES.into_iter().zip(holds).filter_map(|(state, holds)| holds.then_some(state)).collect()
}

fn band(bands: &[(u32, &'static str)], value: Option<u32>, within: fn(u32, u32) -> bool) -> &'static str {
    let band = value.and_then(|value| bands.iter().find(|(limit, _)| within(value, *limit)));
    band.map_or(BLANK, |(_, name)| name)
}

fn education_level(text: &str) -> &'static str {
    if text.is_empty() {
        return BLANK;
    }
    // 中等专科 is no 专科.
    let text = text.replace("中等专科", "中专");
    let level = EDUCATION.iter().find(|(_, words)| words.iter().any(|word| text.contains(word)));
    level.map_or("其他", |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[test]
    fn every_level_of_the_standard_has_its_place() {
        let others: Vec<_> = names::educations().filter(|level| education_level(level) == "其他").collect();
        assert_eq!(others, ["其他"]);
    }

    #[rstest]
    #[case("中等专科毕业", "中专、高中")]
    #[case("普通高级中学教育", "中专、高中")]
    #[case("专科", "大学专科")]
    #[case("专科起点本科", "大学本科")]
    #[case("初级中学教育", "初中及以下")]
    #[case("大学普通班毕业", "大学本科")]
    #[case("私塾", "其他")]
    #[case("", "未填")]
    fn schooling_is_told_by_its_words(#[case] text: &str, #[case] level: &str) {
        assert_eq!(education_level(text), level);
    }
}
