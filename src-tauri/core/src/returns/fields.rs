//! What the program knows: one line of the table for each field, with what it is called in the superior's tables. Fields of
//! the roster and their titles are those of its import and export, figures those of the superior's sums.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::facts::{Facts, Person};
use super::{ReturnAbout, ReturnField};
use crate::branch::{BranchKind, HelperRole, due_on};
use crate::development::{DevelopmentFile, DevelopmentStage, GuideRole};
use crate::meetings::MeetingKind;
use crate::outside::Written;
use crate::roster::{
    ImportField, Member, MemberKind, Office, Sex, field_of_title, is_about_others, is_sensitive, masked_phone,
    plain_title, sheet_text,
};
use crate::superior::{COLUMNS, Column};
use crate::values::{IdNumber, PartialDate};

/// A field.
#[derive(Clone, Copy)]
pub(super) enum Field {
    /// What the roster has of a member, or a file of somebody who is being developed.
    Roster(ImportField),
    Own(&'static Own),
    Figure(&'static Column),
}

/// A line of the table below.
pub(super) struct Own {
    key: &'static str,
    /// What it is called, its own name first.
    names: &'static [&'static str],
    take: Take,
}

/// Where its value comes from.
enum Take {
    /// The number of the row.
    Number,
    Member(fn(&Facts<'_>, &Member) -> Option<Written>),
    Applicant(fn(&Facts<'_>, &DevelopmentFile) -> Option<Written>),
    Branch(fn(&Facts<'_>) -> Option<Written>),
}

use Take::{Applicant, Branch};

macro_rules! fields {
    ($( $key:literal $names:tt $take:expr; )+) => {
        const OWN: &[Own] = &[$( Own { key: $key, names: &$names, take: $take }, )+];
    };
}

fields! {
    "number" ["序号", "编号", "序列号"] Take::Number;
    "age" ["年龄", "周岁", "现年龄"] Take::Member(|facts, member| count(member.age_on(facts.today)?));
    "party_age" ["党龄", "党龄年数"] Take::Member(|facts, member| count(member.party_age_months_on(facts.today)? / 12));
    "study_hours" ["学时", "本年学时", "年度学时", "学习学时", "集中学习学时"]
        Take::Member(|facts, member| facts.hours(member).map(Written::Number));

    "stage" ["所处阶段", "发展阶段", "培养阶段", "人员类别", "类别"]
        Applicant(|facts, file| text(facts.stage(file).title()));
    "applied_on" ["申请入党日期", "申请入党时间", "递交申请书时间", "递交入党申请书时间", "入党申请时间", "申请时间"]
        Applicant(|_, file| day(file.done_on(1)?));
    "activist_on" ["确定为积极分子时间", "列为积极分子时间", "确定积极分子时间", "列为入党积极分子时间", "确定为入党积极分子时间",
        "确定入党积极分子时间", "确定入党积极分子日期", "积极分子时间"] Applicant(|_, file| day(file.done_on(3)?));
    "candidate_on" ["确定为发展对象时间", "列为发展对象时间", "确定发展对象时间", "发展对象时间", "确定发展对象日期"]
        Applicant(|_, file| day(file.candidate_on()?));
    "admitted_on" ["接收为预备党员时间", "接收预备党员时间", "接收预备党员日期", "入党时间", "入党日期"]
        Applicant(|_, file| day(file.admission()?.on));
    "mentors" ["培养联系人", "培养联系人姓名", "联系人"] Applicant(|_, file| guides(file, GuideRole::Mentor));
    "sponsors" ["入党介绍人", "介绍人", "入党介绍人姓名"] Applicant(|_, file| guides(file, GuideRole::Sponsor));

    "branch_name" ["党组织名称", "党支部名称", "支部名称", "党组织全称", "党支部全称", "填报单位", "填报党组织", "填报支部", "所在党支部",
        "所在党组织", "所属党支部", "党支部", "报送单位"] Branch(|facts| text(&facts.branch.name));
    "branch_code" ["党组织代码", "组织代码", "党支部代码"] Branch(|facts| text(&facts.branch.code));
    "branch_kind" ["党组织类别", "党组织类型", "支部类型", "党支部类型", "组织类别", "建制"]
        Branch(|facts| text(facts.branch.kind.title()));
    "set_up_as" ["组建形式", "组建方式", "设置形式"]
        Branch(|facts| text(if facts.branch.kind == BranchKind::Joint { "联合" } else { "单独" }));
    "is_founded" ["是否成立党组织", "是否建立党组织", "是否已建党组织", "是否成立", "是否成立党支部"] Branch(|_| text("是"));
    "superior" ["上级党组织", "上级党组织名称", "隶属党组织", "隶属", "所属上级党组织", "上级党委"]
        Branch(|facts| text(&facts.branch.superior));
    "founded_on" ["党组织成立时间", "党组织成立日期", "成立党组织时间", "党支部成立时间", "支部成立时间", "成立时间", "成立日期"]
        Branch(|facts| Some(Written::Date(facts.branch.founded_on?)));
    "approval" ["批准文号", "审批文号", "成立文号"] Branch(|facts| text(&facts.branch.approval));
    "branch_phone" ["党组织电话", "党组织联系电话", "支部电话", "联系电话", "党支部联系电话"]
        Branch(|facts| text(&facts.branch.phone));
    "branch_address" ["党组织地址", "支部地址", "地址", "通讯地址", "活动场所地址"]
        Branch(|facts| text(&facts.branch.address));
    "elected_on" ["上次换届时间", "上次换届日期", "最近一次换届时间", "本届选举时间", "换届时间", "上次换届"]
        Branch(|facts| day(facts.term.as_ref()?.elected_on));
    "term_ends_on" ["届满时间", "届满日期", "任期届满时间", "下次换届时间", "应换届时间"]
        Branch(|facts| day(due_on(facts.term.as_ref()?)));
    "has_committee" ["是否设支委会", "是否设立支部委员会", "是否设支部委员会"]
        Branch(|facts| text(if facts.branch.has_committee { "是" } else { "否" }));
    "groups" ["党小组数", "党小组个数", "党小组数量"] Branch(|facts| {
        let groups: std::collections::BTreeSet<_> =
            facts.members.iter().map(|member| &member.record.party_group).filter(|group| !group.is_empty()).collect();
        count(groups.len())
    });
    "helpers" ["党建指导员人数", "指导员人数", "指导员联络员人数", "党建工作指导员人数", "指导员/联络员人数"] Branch(|facts| {
        let is_meant = |role| matches!(role, HelperRole::Instructor | HelperRole::Liaison | HelperRole::Organizer);
        count(facts.helpers.iter().filter(|helper| is_meant(helper.role)).count())
    });
    "helper_names" ["党建指导员", "党建指导员姓名", "指导员姓名", "党建工作指导员"] Branch(|facts| {
        let names: Vec<&str> = facts.helpers.iter().map(|helper| helper.name.as_str()).collect();
        text(&names.join("、"))
    });
    "units_covered" ["覆盖社会组织数", "覆盖单位数", "联合支部覆盖社会组织数", "覆盖社会组织个数"]
        Branch(|facts| count(facts.units.len()));

    "secretary" ["书记姓名", "党组织书记", "党组织书记姓名", "支部书记", "党支部书记", "党支部书记姓名", "支部书记姓名", "书记", "党组织负责人",
        "党组织负责人姓名"] Branch(|facts| text(&facts.holders(Office::Secretary).next()?.record.name));
    "secretary_sex" ["书记性别"] Branch(|facts| text(facts.holders(Office::Secretary).next()?.record.sex?.title()));
    "secretary_birth" ["书记出生年月", "书记出生日期"]
        Branch(|facts| Some(Written::Date(facts.holders(Office::Secretary).next()?.record.birth?)));
    "secretary_education" ["书记学历"]
        Branch(|facts| text(&facts.holders(Office::Secretary).next()?.record.education));
    "secretary_mobile" ["书记手机", "书记手机号", "书记电话", "书记联系电话", "书记联系方式", "支部书记电话", "党组织书记电话",
        "党组织书记联系电话", "支部书记联系电话", "党支部书记联系电话"] Branch(|facts| {
        let mobile = &facts.holders(Office::Secretary).next()?.record.mobile;
        text(&if facts.reveal { mobile.clone() } else { masked_phone(mobile) })
    });
    "deputies" ["副书记人数", "副书记数"] Branch(|facts| count(facts.holders(Office::DeputySecretary).count()));
    "committee_members" ["支委人数", "委员人数", "支部委员人数", "支委会人数", "班子成员人数"]
        Branch(|facts| count(facts.count(|member| !member.record.offices.is_empty())));

    "members_count" ["党员总数", "党员数", "党员人数", "党员总人数", "党员人数总数", "纳管党员总数", "纳管总数", "纳入管理党员总数", "从业人员党员", "党员数量", "党员"]
        Branch(|facts| count(facts.members.len()));
    "members_own" ["组织关系在本组织", "组织关系在本组织党员数", "组织关系在本支部党员数"] Branch(|facts| count(facts.members.len()));
    "members_full" ["正式党员数", "正式党员", "正式党员人数", "党员正式"]
        Branch(|facts| count(facts.count(|member| member.kind_on(facts.today) == MemberKind::Full)));
    "members_probationary" ["预备党员数", "预备党员", "预备党员人数", "党员预备"]
        Branch(|facts| count(facts.count(|member| member.kind_on(facts.today) == MemberKind::Probationary)));
    "members_women" ["女党员", "女党员数", "女党员人数", "女"]
        Branch(|facts| count(facts.count(|member| member.record.sex == Some(Sex::Female))));
    "members_men" ["男党员", "男党员数", "男"]
        Branch(|facts| count(facts.count(|member| member.record.sex == Some(Sex::Male))));
    "members_minorities" ["少数民族", "少数民族党员", "少数民族党员数"]
        Branch(|facts| count(facts.count(|member| !["", "汉族"].contains(&member.record.ethnicity.as_str()))));
    "members_young" ["35岁以下", "35岁及以下", "35岁以下党员", "35岁以下党员数", "35岁及以下党员数"]
        Branch(|facts| count(facts.count(|member| member.age_on(facts.today).is_some_and(|age| age <= 35))));
    "members_old" ["60岁以上", "60岁以上党员", "61岁以上"]
        Branch(|facts| count(facts.count(|member| member.age_on(facts.today).is_some_and(|age| age > 60))));
    "members_graduates" ["大学以上", "本科以上", "大学本科以上", "本科及以上", "大学以上学历", "本科以上学历党员数", "大学本科及以上"]
        Branch(|facts| count(facts.count(|member| level(member) >= 4)));
    "members_college" ["大专以上", "大专及以上", "大专以上学历", "大学专科以上"]
        Branch(|facts| count(facts.count(|member| level(member) >= 3)));
    "members_school" ["高中以下", "高中及以下", "高中以下学历", "高中中专以下", "中专高中及以下"]
        Branch(|facts| count(facts.count(|member| (1..=2).contains(&level(member)))));
    "members_admitted" ["近3年发展党员", "近三年发展党员", "近3年发展党员数", "近三年发展党员数"]
        Branch(|facts| count(facts.count(|member| facts.is_admitted_within_three_years(member))));
    "members_mobile" ["流动党员", "流动党员数", "流动党员人数"] Branch(|facts| count(facts.count(|member| member.record.is_mobile)));
    "members_lost" ["失联党员", "失联党员数", "失联党员人数"] Branch(|facts| count(facts.count(|member| member.record.is_lost)));
    "applicants" ["入党申请人", "入党申请人数", "申请入党人数", "入党申请人人数", "申请人"]
        Branch(|facts| count(facts.in_stage(DevelopmentStage::Applicant)));
    "activists" ["入党积极分子", "积极分子", "入党积极分子数", "积极分子人数", "入党积极分子人数"]
        Branch(|facts| count(facts.in_stage(DevelopmentStage::Activist)));
    "candidates" ["发展对象", "发展对象数", "发展对象人数"] Branch(|facts| count(facts.in_stage(DevelopmentStage::Candidate)));

    "general_meetings" ["党员大会次数", "支部党员大会次数", "召开党员大会次数", "党员大会", "支部党员大会"]
        Branch(|facts| count(facts.held(MeetingKind::General)));
    "committee_meetings" ["支委会次数", "支委会", "支部委员会次数", "支部委员会会议次数", "召开支委会次数"]
        Branch(|facts| count(facts.held(MeetingKind::Committee)));
    "group_meetings" ["党小组会次数", "党小组会", "小组会", "召开党小组会次数"] Branch(|facts| count(facts.held(MeetingKind::Group)));
    "lectures" ["党课次数", "党课", "讲党课次数"] Branch(|facts| count(facts.held(MeetingKind::Lecture)));
    "theme_days" ["主题党日次数", "主题党日", "开展主题党日次数"] Branch(|facts| count(facts.held(MeetingKind::ThemeDay)));
    "life_meetings" ["组织生活会次数", "组织生活会", "召开组织生活会次数"]
        Branch(|facts| count(facts.held(MeetingKind::OrganizationalLife)));
    "appraisals" ["民主评议党员", "民主评议", "民主评议党员次数"] Branch(|facts| count(facts.held(MeetingKind::Appraisal)));
    "general_meetings_a_quarter" ["平均每季党员大会次数", "党员大会次/季", "支部党员大会次/季"]
        Branch(|facts| facts.held_a_quarter(MeetingKind::General));
    "committee_meetings_a_month" ["平均每月支委会次数", "支委会次/月", "支部委员会次/月"]
        Branch(|facts| facts.held_a_month(MeetingKind::Committee));
    "group_meetings_a_month" ["平均每月党小组会次数", "党小组会次/月", "小组会次/月"] Branch(|facts| facts.held_a_month(MeetingKind::Group));
    "lectures_a_quarter" ["平均每季党课次数", "党课次/季"] Branch(|facts| facts.held_a_quarter(MeetingKind::Lecture));
    "theme_days_a_month" ["平均每月主题党日次数", "主题党日次/月"] Branch(|facts| facts.held_a_month(MeetingKind::ThemeDay));
    "dues_last_year" ["上年度缴纳党费", "上年缴纳党费", "上年党费", "上年度党费", "上年度交纳党费"]
        Branch(|facts| Some(Written::Number(facts.dues_last_year?.to_string().parse().ok()?)));
    "hours_secretary" ["书记总学时", "书记学时"]
        Branch(|facts| Some(Written::Number(facts.hours(facts.holders(Office::Secretary).next()?)?)));
    "hours_all" ["党员总学时"] Branch(|facts| {
        let tenths: u32 = facts.study.members.iter().map(|row| row.hours.tenths()).sum();
        Some(Written::Number(f64::from(tenths) / 10.0))
    });
    "hours_average" ["党员平均学时", "平均学时", "人均学时"]
        Branch(|facts| Some(Written::Number(f64::from(facts.study.average.tenths()) / 10.0)));

    "unit_name" ["社会组织名称", "单位名称", "所在社会组织", "社会组织全称", "组织名称", "所在单位名称", "所在单位"]
        Branch(|facts| text(&facts.units.iter().map(|unit| unit.name.as_str()).collect::<Vec<_>>().join("、")));
    "unit_kind" ["社会组织类别", "社会组织性质", "社会组织类型", "单位类别", "性质"]
        Branch(|facts| text(facts.units.first()?.kind.title()));
    "unit_code" ["统一社会信用代码", "社会信用代码", "信用代码"] Branch(|facts| text(&facts.units.first()?.credit_code));
    "unit_registered_on" ["登记日期", "登记时间", "注册登记时间", "社会组织成立时间"]
        Branch(|facts| Some(Written::Date(facts.units.first()?.registered_on?)));
    "unit_head" ["法定代表人", "法人代表", "社会组织负责人", "负责人姓名", "社会组织负责人姓名"]
        Branch(|facts| text(&facts.units.first()?.legal_representative));
    "unit_employees" ["从业人员总数", "从业人员总", "从业人数", "从业人员", "职工人数", "从业人员人数", "从业人员合计"]
        Branch(|facts| count(facts.units.first()?.employees?));
    "unit_members" ["会员数", "会员数量", "会员单位数"] Branch(|facts| count(facts.units.first()?.association_members?));
    "in_charter" ["党建入章", "党建写入章程", "党建是否写入章程", "是否党建入章", "党建工作是否写入章程"]
        Branch(|facts| text(if facts.units.first()?.in_charter { "是" } else { "否" }));
    "today" ["填报日期", "填表日期", "填报时间", "填表时间", "制表日期", "统计日期"] Branch(|facts| day(facts.today));
}

/// Fields of the roster that a file of somebody who is being developed has as well.
const OF_APPLICANTS: [ImportField; 9] = [
    ImportField::Name,
    ImportField::IdNumber,
    ImportField::Sex,
    ImportField::Ethnicity,
    ImportField::Birth,
    ImportField::Education,
    ImportField::JobPosition,
    ImportField::Mobile,
    ImportField::Note,
];

fn count(number: impl TryInto<u32>) -> Option<Written> {
    Some(Written::Number(f64::from(number.try_into().ok()?)))
}

fn text(text: &str) -> Option<Written> {
    (!text.is_empty()).then(|| Written::Text(text.to_owned()))
}

fn day(day: chrono::NaiveDate) -> Option<Written> {
    Some(Written::Date(PartialDate::day(day)))
}

fn guides(file: &DevelopmentFile, role: GuideRole) -> Option<Written> {
    let names: Vec<&str> = file.guides_of(role).map(|(_, guide)| guide.name.as_str()).collect();
    text(&names.join("、"))
}

/// 0 where it is not known, then from 初中 (1) to 研究生 (5), in the levels of the roster's statistics.
fn level(member: &Member) -> usize {
    const LEVELS: [&str; 5] = ["初中及以下", "中专、高中", "大学专科", "大学本科", "研究生"];
    let labels = crate::roster::Dimension::Education.labels(member, chrono::NaiveDate::MIN);
    labels.first().and_then(|label| LEVELS.iter().position(|level| level == label)).map_or(0, |place| place + 1)
}

impl Field {
    /// Every field, those about members first.
    pub(super) fn all() -> Vec<Self> {
        let own = |about: Option<ReturnAbout>| OWN.iter().filter(move |own| own.about() == about).map(Self::Own);
        ImportField::all()
            .map(Self::Roster)
            .chain(own(None))
            .chain(own(Some(ReturnAbout::Member)))
            .chain(own(Some(ReturnAbout::Applicant)))
            .chain(own(Some(ReturnAbout::Branch)))
            .chain(COLUMNS.iter().map(Self::Figure))
            .collect()
    }

    pub(super) fn of_key(key: &str) -> Option<Self> {
        static KEYS: LazyLock<BTreeMap<String, Field>> =
            LazyLock::new(|| Field::all().into_iter().map(|field| (field.key(), field)).collect());
        KEYS.get(key).copied()
    }

    pub(super) fn key(self) -> String {
        match self {
            Self::Roster(field) => {
                let code = serde_json::to_value(field).ok().and_then(|code| code.as_str().map(str::to_owned));
                format!("roster.{}", code.unwrap_or_default())
            }
            Self::Own(own) => own.key.to_owned(),
            Self::Figure(column) => format!("quarter.{}", column.key),
        }
    }

    pub(super) fn title(self) -> String {
        match self {
            Self::Roster(field) => field.title().to_owned(),
            Self::Own(own) => own.names[0].to_owned(),
            Self::Figure(column) if column.title.starts_with("本季") => column.title.to_owned(),
            Self::Figure(column) => format!("本季{}", column.title),
        }
    }

    pub(super) fn about(self) -> ReturnAbout {
        match self {
            Self::Roster(_) => ReturnAbout::Member,
            Self::Own(own) => own.about().unwrap_or(ReturnAbout::Member),
            Self::Figure(_) => ReturnAbout::Branch,
        }
    }

    pub(super) fn is_sensitive(self) -> bool {
        match self {
            Self::Roster(field) => is_sensitive(field),
            Self::Own(own) => own.key == "secretary_mobile",
            Self::Figure(_) => false,
        }
    }

    pub(super) fn view(self) -> ReturnField {
        ReturnField { key: self.key(), title: self.title(), about: self.about(), sensitive: self.is_sensitive() }
    }

    /// Whether it says something only of somebody who is being developed.
    pub(super) fn is_of_applicants_alone(self) -> bool {
        matches!(self, Self::Own(own) if matches!(own.take, Applicant(_)) && own.key != "admitted_on" && own.key != "stage"
            && own.key != "sponsors")
    }

    /// What stands in the row of `person`, the `number`th, or in the branch's own.
    pub(super) fn value(self, facts: &Facts<'_>, person: Option<&Person<'_>>, number: usize) -> Option<Written> {
        match (self, person) {
            (Self::Roster(field), Some(Person::Member(member))) => of_member(facts, field, member),
            (Self::Roster(field), Some(Person::Applicant(file))) => of_file(facts, field, file),
            (Self::Roster(_), None) => None,
            (Self::Figure(column), _) => {
                let figure = *facts.figures.get(column.key)?;
                Some(Written::Number(column.written(figure).parse().ok()?))
            }
            (Self::Own(own), _) => match (&own.take, person) {
                (Take::Number, _) => count(number),
                (Take::Member(take), Some(Person::Member(member))) => take(facts, member),
                (Applicant(take), Some(Person::Applicant(file))) => take(facts, file),
                (Branch(take), _) => take(facts),
                _ => None,
            },
        }
    }
}

impl Own {
    /// `None`: about whoever has the row.
    fn about(&self) -> Option<ReturnAbout> {
        match self.take {
            Take::Number => None,
            Take::Member(_) => Some(ReturnAbout::Member),
            Applicant(_) => Some(ReturnAbout::Applicant),
            Branch(_) => Some(ReturnAbout::Branch),
        }
    }
}

fn of_member(facts: &Facts<'_>, field: ImportField, member: &Member) -> Option<Written> {
    let said = sheet_text(member, field, facts.today, facts.reveal);
    match field {
        ImportField::BranchName if said.is_empty() => text(&facts.branch.name),
        field if field.is_date() => match PartialDate::read(&said) {
            Ok(date) => Some(Written::Date(date)),
            Err(_) => text(&said),
        },
        _ => text(&said),
    }
}

fn of_file(facts: &Facts<'_>, field: ImportField, file: &DevelopmentFile) -> Option<Written> {
    let person = &file.person;
    match field {
        ImportField::Name => text(&person.name),
        ImportField::IdNumber if facts.reveal => text(person.id_number.as_ref()?.as_str()),
        ImportField::IdNumber => text(&person.id_number.as_ref().map(IdNumber::masked)?),
        ImportField::Sex => text(person.sex?.title()),
        ImportField::Ethnicity => text(&person.ethnicity),
        ImportField::Birth => Some(Written::Date(person.birth?)),
        ImportField::Education => text(&person.education),
        ImportField::JobPosition => text(&person.unit_and_post),
        ImportField::Mobile if facts.reveal => text(&person.mobile),
        ImportField::Mobile => text(&masked_phone(&person.mobile)),
        ImportField::Note => text(&person.note),
        ImportField::BranchName => text(&facts.branch.name),
        _ => None,
    }
}

/// The field that a column stands for, by its titles: the most general before its own, or its own alone where those above
/// speak of nobody else.
pub(super) fn of_path(path: &[String], about: ReturnAbout) -> Option<Field> {
    let is_about_others = path.iter().rev().skip(1).any(|title| is_about_others(title));
    let only_whole = is_about_others && about != ReturnAbout::Branch;
    let whole = (0..path.len()).map(|first| path[first..].concat());
    let mut titles = whole.take(if only_whole { 1 } else { path.len() });
    titles.find_map(|title| of_title(&title, about))
}

fn of_title(title: &str, about: ReturnAbout) -> Option<Field> {
    let mut plain = plain_title(title);
    // How often in a quarter or a month is another question than how often in the year.
    plain.extend(["次/季", "次/月"].into_iter().find(|unit| title.contains(unit)));
    let own = |wanted: Option<ReturnAbout>| {
        OWN.iter().find(|own| own.about() == wanted && own.names.contains(&plain.as_str())).map(Field::Own)
    };
    if about == ReturnAbout::Branch {
        return own(Some(ReturnAbout::Branch));
    }
    let of_roster =
        || field_of_title(title).filter(|field| about == ReturnAbout::Member || OF_APPLICANTS.contains(field));
    own(None).or_else(|| own(Some(about))).or_else(|| of_roster().map(Field::Roster)).or_else(|| {
        // In a list of people only what is said of the branch without doubt is the branch's.
        own(Some(ReturnAbout::Branch))
            .filter(|field| ["branch_name", "superior", "unit_name"].contains(&field.key().as_str()))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use rstest::rstest;

    use super::*;

    fn path(titles: &[&str]) -> Vec<String> {
        titles.iter().map(|title| (*title).to_owned()).collect()
    }

    #[rstest]
    #[case(&["姓名"], ReturnAbout::Member, Some("roster.name"))]
    #[case(&["基本情况", "公民身份号码(必填)"], ReturnAbout::Member, Some("roster.id_number"))]
    #[case(&["入党", "时间"], ReturnAbout::Member, Some("roster.joined"))]
    #[case(&["培养联系人", "姓名"], ReturnAbout::Member, None)]
    #[case(&["序号"], ReturnAbout::Member, Some("number"))]
    #[case(&["入党时间"], ReturnAbout::Applicant, Some("admitted_on"))]
    #[case(&["党务队伍", "书记", "姓名"], ReturnAbout::Branch, Some("secretary"))]
    #[case(&["基本情况", "从业人员", "总"], ReturnAbout::Branch, Some("unit_employees"))]
    #[case(&["基本情况", "从业人员", "专"], ReturnAbout::Branch, None)]
    #[case(&["党员", "35岁以下"], ReturnAbout::Branch, Some("members_young"))]
    #[case(&["制度", "党员大会"], ReturnAbout::Branch, Some("general_meetings"))]
    #[case(&["制度", "党员大会（次/季）"], ReturnAbout::Branch, Some("general_meetings_a_quarter"))]
    #[case(&["制度", "组织生活会（次/月）"], ReturnAbout::Branch, None)]
    fn a_column_is_told_by_its_titles(#[case] titles: &[&str], #[case] about: ReturnAbout, #[case] key: Option<&str>) {
        let found = of_path(&path(titles), about).map(Field::key);
        assert_eq!(found.as_deref(), key);
    }

    #[test]
    fn every_field_has_a_key_of_its_own_and_is_found_by_it() {
        let all = Field::all();
        let keys: BTreeSet<String> = all.iter().map(|field| field.key()).collect();
        assert_eq!(keys.len(), all.len());
        assert!(keys.iter().all(|key| Field::of_key(key).is_some()));
    }

    #[test]
    fn no_two_fields_about_one_thing_share_a_name() {
        for about in [ReturnAbout::Member, ReturnAbout::Applicant, ReturnAbout::Branch] {
            let names = OWN.iter().filter(|own| own.about() == Some(about)).flat_map(|own| own.names);
            let mut seen = BTreeSet::new();
            for name in names {
                assert!(seen.insert(name), "{name}");
            }
        }
    }
}
