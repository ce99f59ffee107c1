//! 党员信息表: everything the file has about one person, for that person to see. It draws from several rooms, so it is
//! put together here and not in the roster.

use chrono::{Datelike, Days, NaiveDate};
use serde::Serialize;

use super::PaperError;
use crate::desk::Door;
use crate::outside::{Photo, document};
use crate::paper::Drawn;
use crate::roster::{
    Aspect, Discipline, Member, MemberId, Particular, ParticularKind, RosterError, Sex, Standing, TimelineEntry,
};
use crate::rules::RuleBook;
use crate::values::{Hours, PartialDate, Quarter, Room};
use crate::vault::{Reader, VaultError};
use crate::{appraisal, branch, meetings, roster, study};

/// Quarters of which attendance is shown.
const QUARTERS: u32 = 4;

/// Years of which study hours and grades are shown.
const YEARS: i32 = 5;

/// 党员信息表
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MemberRecordSheet {
    pub branch: String,
    /// The day it was made.
    pub on: NaiveDate,
    /// 姓名
    pub name: String,
    /// The person's photo, where the file has one.
    pub photo: Option<Photo>,
    /// What is known, by subject. Fields that every member has are there also when they are empty, for a hand to fill
    /// in; others only when they are filled.
    pub sections: Vec<RecordSection>,
    /// What happened, oldest first.
    pub history: Vec<RecordEvent>,
    /// Attendance of the last quarters, oldest first.
    pub attendance: Vec<RecordAttendance>,
    /// Study hours by year, oldest first.
    pub study: Vec<RecordStudy>,
    /// 民主评议 by year, oldest first.
    pub appraisals: Vec<RecordAppraisal>,
}

document! {
    MemberRecordSheet, "member_record",
    fn photos(&self) -> Vec<&Photo> {
        self.photo.iter().collect()
    }
}

/// What is known about one subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecordSection {
    /// 基本情况, 党籍 …
    pub title: String,
    /// In the order of the form.
    pub fields: Vec<RecordField>,
}

/// One field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecordField {
    /// What it is called.
    pub label: String,
    /// What it says; may be empty.
    pub value: String,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecordEvent {
    /// When; empty when it was before the file was begun.
    pub on: String,
    pub title: String,
    /// Why, or where to.
    pub why: String,
}

/// Attendance of a quarter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecordAttendance {
    /// `2026年第三季度`
    pub quarter: String,
    /// 应到
    pub expected: u32,
    /// 到会
    pub present: u32,
    /// 请假
    pub on_leave: u32,
    /// 缺席
    pub absent: u32,
}

/// Study hours of a year.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RecordStudy {
    pub year: i32,
    /// Hours.
    pub hours: Hours,
    /// What the year asks for (E01, E02, trap 7); `None` when nothing (B19).
    pub required: Option<Hours>,
}

/// 民主评议 of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecordAppraisal {
    pub year: i32,
    /// `合格`, `预备党员，不评定等次`
    pub result: String,
}

pub(super) fn member_record(door: &Door<'_>, member: MemberId) -> Result<Drawn, PaperError> {
    let record = door.read(|reader| member_record_of(reader, door.rules, member, door.today()))?;
    let rooms = &[Room::Roster, Room::Branch, Room::Meetings, Room::Study, Room::Appraisal];
    let drawn = Drawn::new(format!("党员信息表 {}", record.name), record, rooms);
    Ok(drawn.disclosing("含本人全部信息"))
}

/// Everything the file has about a member, present or former, as of `today`; the id number in full.
///
/// # Errors
/// [`RosterError::NotFound`].
pub(super) fn member_record_of(
    reader: &Reader<'_>,
    rules: &RuleBook,
    id: MemberId,
    today: NaiveDate,
) -> Result<MemberRecordSheet, PaperError> {
    let member = roster::member(reader, id)?.ok_or(RosterError::NotFound)?;
    // Of who has left, the last quarters and years are those before.
    let until = member.left.as_ref().map_or(today, |left| left.on.min(today));
    let branch = branch::stored(reader)?.name;
    Ok(MemberRecordSheet {
        sections: sections(&member, &branch, today),
        branch,
        on: today,
        name: member.record.name.clone(),
        photo: roster::photo_of(reader, id)?.map(|(_, bytes)| Photo { number: 0, bytes }),
        history: member.timeline().into_iter().rev().map(RecordEvent::from).collect(),
        attendance: attendance(reader, &member, until)?,
        study: hours(reader, rules, &member, until)?,
        appraisals: appraisals(reader, id, until)?,
    })
}

/// The last years in which the member took part.
fn appraisals(reader: &Reader<'_>, id: MemberId, until: NaiveDate) -> Result<Vec<RecordAppraisal>, PaperError> {
    let since = until.year() - YEARS;
    let years = appraisal::years_of(reader, id)?.into_iter().filter(|year| year.year > since);
    let mut years: Vec<_> = years.map(|year| RecordAppraisal { year: year.year, result: year.result }).collect();
    years.reverse();
    Ok(years)
}

/// The last quarters up to and including the one of `until`.
fn attendance(reader: &Reader<'_>, member: &Member, until: NaiveDate) -> Result<Vec<RecordAttendance>, VaultError> {
    let mut quarters = Vec::new();
    let mut last = until;
    for _ in 0..QUARTERS {
        let quarter = Quarter::of(last);
        let lines = meetings::attendance_by_member(reader, std::slice::from_ref(member), quarter.first_day(), last)?;
        quarters.extend(lines.into_iter().map(|line| RecordAttendance {
            quarter: quarter.title(),
            expected: line.expected,
            present: line.present,
            on_leave: line.on_leave,
            absent: line.absent,
        }));
        last = quarter.first_day() - Days::new(1);
    }
    quarters.reverse();
    Ok(quarters)
}

/// The last years up to and including the one of `until`, from the first with any hours on.
fn hours(
    reader: &Reader<'_>,
    rules: &RuleBook,
    member: &Member,
    until: NaiveDate,
) -> Result<Vec<RecordStudy>, VaultError> {
    let mut years = Vec::new();
    for year in until.year() - YEARS + 1..=until.year() {
        let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or(until);
        let last = day(12, 31).min(until);
        let hours = study::hours_by_member(reader, day(1, 1), last, until)?.remove(&member.id).unwrap_or_default();
        if !years.is_empty() || hours > Hours::default() || year == until.year() {
            let required = study::required_hours(&member.clone().as_of(last), year, rules);
            years.push(RecordStudy { year, hours, required });
        }
    }
    Ok(years)
}

impl From<TimelineEntry> for RecordEvent {
    fn from(entry: TimelineEntry) -> Self {
        Self { on: entry.on.map(PartialDate::title).unwrap_or_default(), title: entry.title, why: entry.why }
    }
}

/// Subjects of the form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Subject {
    Person,
    Work,
    Party,
    Contact,
}

/// Where a particular stands on the form.
fn subject(particular: Particular) -> Subject {
    use Particular as P;
    match particular {
        P::NativePlace | P::Household | P::MaritalStatus | P::Taiwanese | P::Degree | P::School | P::Major => {
            Subject::Person
        }
        P::Workplace
        | P::WorkBegan
        | P::TechnicalTitle
        | P::NewStratum
        | P::FrontLine
        | P::MigrantWorker
        | P::StaffNumber
        | P::FileKeeper => Subject::Work,
        P::AdmissionType
        | P::JoinedBranch
        | P::Sponsors
        | P::ConversionState
        | P::ConvertedBranch
        | P::LeagueJoined
        | P::PartyAwards
        | P::OtherAwards
        | P::Training => Subject::Party,
        P::OtherPhones | P::Email => Subject::Contact,
    }
}

fn sections(member: &Member, branch: &str, today: NaiveDate) -> Vec<RecordSection> {
    let record = &member.record;
    let date = |date: Option<PartialDate>| date.map(PartialDate::title).unwrap_or_default();
    let years = |months: u32| match (months / 12, months % 12) {
        (years, 0) if years > 0 => format!("{years}年"),
        (0, months) => format!("{months}个月"),
        (years, months) => format!("{years}年{months}个月"),
    };
    let mut form = Form(member, Vec::new());

    form.begin("基本情况");
    form.always("姓名", &record.name);
    form.always("性别", record.sex.map(Sex::title).unwrap_or_default());
    form.always("民族", &record.ethnicity);
    form.always("出生日期", &date(record.birth));
    form.always("公民身份号码", record.id_number.as_ref().map(|id| id.as_str()).unwrap_or_default());
    form.always_particular(Particular::NativePlace);
    form.always("学历", &record.education);
    form.always_particular(Particular::Degree);
    form.always_particular(Particular::School);
    form.always_particular(Particular::Major);
    form.particulars(Subject::Person);

    form.begin("工作");
    form.always("工作岗位", &record.job_position);
    form.always_particular(Particular::Workplace);
    form.filled("所在单位", &record.unit);
    form.particulars(Subject::Work);

    form.begin("党籍");
    form.always("所在党支部", branch);
    form.always("人员类别", member.kind_on(today).title());
    form.always("入党日期", &date(record.joined));
    form.always("转正日期", &date(record.converted));
    form.always("党龄", &member.party_age_months_on(today).map(years).unwrap_or_default());
    form.always("党籍状态", record.standing.title());
    form.always("党小组", &record.party_group);
    form.always("党内职务", &record.offices.titles());
    if record.party_age_correction_months != 0 {
        form.filled("党龄校正", &format!("{:+}个月", record.party_age_correction_months));
    }
    if record.probation_extended_months != 0 {
        form.filled("延长预备期", &format!("{}个月", record.probation_extended_months));
    }
    form.particulars(Subject::Party);
    if let Some(left) = &member.left {
        form.filled("离开本支部", &format!("{}，{}", PartialDate::day(left.on).title(), left.how.title()));
        form.filled("去向或原因", &left.reason);
    }
    if record.standing == Standing::Suspended {
        let since = member.fact_on(Aspect::Standing, today).and_then(|fact| fact.since);
        form.filled("停止党籍日期", &date(since));
    }
    if record.is_mobile {
        form.filled("流动党员", "是");
        form.filled("外出日期", &date(record.mobile_since));
        form.filled("外出流向", &record.mobile_destination);
    }
    if record.is_lost {
        form.filled("失联党员", "是");
        form.filled("失去联系日期", &date(record.lost_contact_since));
        form.filled("失去联系情形", &record.lost_reason);
    }
    form.filled("参加组织生活", if record.attendance_not_required { "不作硬性要求" } else { "" });
    form.filled("表决权", if record.vote_suspended { "停止" } else { "" });
    form.filled("党纪处分", record.discipline.map_or("", Discipline::title));

    form.begin("联系方式");
    form.always("手机", &record.mobile);
    form.always("固定电话", &record.landline);
    form.particulars(Subject::Contact);
    form.always("家庭住址", &record.address);
    form.filled("备注", &record.note);
    form.1
}

/// The form as it is being written.
struct Form<'a>(&'a Member, Vec<RecordSection>);

impl Form<'_> {
    fn begin(&mut self, title: &str) {
        self.1.push(RecordSection { title: title.to_owned(), fields: Vec::new() });
    }

    /// A field that every member has.
    fn always(&mut self, label: &str, value: &str) {
        if let Some(section) = self.1.last_mut() {
            section.fields.push(RecordField { label: label.to_owned(), value: value.to_owned() });
        }
    }

    fn always_particular(&mut self, particular: Particular) {
        self.always(particular.title(), &printed(particular, self.0.record.particulars.get(particular)));
    }

    /// A field that is left out when it is empty.
    fn filled(&mut self, label: &str, value: &str) {
        if !value.is_empty() {
            self.always(label, value);
        }
    }

    /// The particulars of a subject that are filled in and not there yet.
    fn particulars(&mut self, of: Subject) {
        for &particular in Particular::ALL.iter().filter(|particular| subject(**particular) == of) {
            let title = particular.title();
            let there = self.1.last().is_some_and(|section| section.fields.iter().any(|field| field.label == title));
            if !there {
                self.filled(title, &printed(particular, self.0.record.particulars.get(particular)));
            }
        }
    }
}

/// A date as dates are printed, everything else as it is.
fn printed(particular: Particular, text: &str) -> String {
    match PartialDate::read(text) {
        Ok(date) if particular.kind() == ParticularKind::Date => date.title(),
        _ => text.to_owned(),
    }
}
