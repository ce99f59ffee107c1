//! E01: who lacks hours, told once a year before it ends. E02: whoever holds an office takes an intensive course each year,
//! and a new secretary one within half a year. Findings, never a block (trap 3).

use chrono::{Datelike, Months, NaiveDate};

use super::course::{courses_of, secretary_since};
use super::lacks::lacks_of;
use super::{MemberLack, StudySessionRow, store};
use crate::roster::{self, Member};
use crate::rules::{Finding, RuleBook, RuleId, Severity, Subject, gathered};
use crate::values::numerals::counted;
use crate::values::{Hours, Room, date_title};
use crate::vault::VaultError;
use crate::watch::WatchContext;

/// The month from which on a yearly duty is brought to mind.
const BROUGHT_TO_MIND: u32 = 10;

/// What E01 and E02 still ask for.
///
/// # Errors
/// [`VaultError`].
pub fn watch(context: &WatchContext<'_>) -> Result<Vec<Finding>, VaultError> {
    let WatchContext { reader, rules, day: today, .. } = *context;
    let members = roster::members_on(reader, today)?;
    let in_office: Vec<_> =
        members.iter().filter(|member| !member.record.offices.is_empty() && !member.is_suspended_on(today)).collect();
    let Some(wanted) = rules.number(RuleId::E02, "courses_per_year", today) else { return Ok(Vec::new()) };
    let Some(from) = today.checked_sub_months(Months::new(24)) else { return Ok(Vec::new()) };
    let mut courses = store::sessions_in(reader, from, today)?;
    courses.retain(|row| row.session.intensive);
    let mut found: Vec<_> = in_office.iter().filter_map(|one| new_secretary(one, &courses, rules, today)).collect();
    if today.month() >= BROUGHT_TO_MIND {
        let lacking = in_office
            .iter()
            .filter_map(|one| Some((one.record.name.as_str(), no_course(one, &courses, wanted, today)?)));
        found.extend(gathered(lacking.collect(), &course_wanted(wanted)));
        found.extend(hours_lacking(&lacks_of(reader, rules, today.year(), today)?.members, today.year(), today));
    }
    // What is made up counts in the year of its session: until the report of its end is signed there is time.
    if today.month() <= 3 && context.last_is_open() {
        let last = today.year() - 1;
        found.extend(hours_lacking(&lacks_of(reader, rules, last, today)?.members, last, today));
    }
    Ok(found)
}

/// A new secretary is trained within half a year. Of one who has been it longer than twice that nothing is said any more.
fn new_secretary(member: &Member, courses: &[StudySessionRow], rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
    let since = secretary_since(member)?;
    // Of a month or a year the last day: nobody is late before it is certain.
    let begun = since.latest();
    let months = rules.number(RuleId::E02, "new_secretary_months", begun)?;
    let (due, forgotten) = (begun + Months::new(months), begun + Months::new(2 * months));
    let trained = taken(member, courses).any(|day| day >= since.earliest());
    let severity = if due < today { Severity::Late } else { Severity::Due };
    let message =
        format!("{}{}起任书记，应在{}前参加任职培训，还没有登记", member.record.name, since.title(), date_title(due),);
    (!trained && today < forgotten).then(|| finding(member, severity, message, Some(due)))
}

fn no_course(member: &Member, courses: &[StudySessionRow], wanted: u32, today: NaiveDate) -> Option<Finding> {
    let this_year = taken(member, courses).filter(|day| day.year() == today.year()).count();
    let message = format!("{}{}", member.record.name, course_wanted(wanted));
    let due = NaiveDate::from_ymd_opt(today.year(), 12, 31);
    (this_year < wanted as usize).then(|| finding(member, Severity::Notice, message, due))
}

/// One line for all of them, and the same until the year is over: who sets it aside is not asked again with every session.
fn hours_lacking(members: &[MemberLack], year: i32, today: NaiveDate) -> Option<Finding> {
    let lacking: Vec<_> = members.iter().filter(|member| !member.left && member.lacking > Hours::default()).collect();
    let (when, severity) = match today.year() {
        this if this > year => ("去年", Severity::Late),
        _ if today.month() == 12 => ("今年", Severity::Due),
        _ => ("今年", Severity::Notice),
    };
    let message = match lacking.as_slice() {
        [] => return None,
        [one] => format!("{}{when}还差 {} 学时", one.name, one.lacking),
        [one, ..] => format!("{}等 {} 名党员{when}的学时还没有学满", one.name, lacking.len()),
    };
    let subject = Subject { room: Room::Study, id: None };
    let finding = subject.finding(RuleId::E01, severity, message, "补学");
    Some(finding.due_on(NaiveDate::from_ymd_opt(year, 12, 31)).keyed(year.to_string()))
}

fn course_wanted(times: u32) -> String {
    format!("今年还没有登记参加集中培训，支部班子成员每年至少参加{}次", counted(times))
}

/// The days of the courses that a member took.
fn taken<'a>(member: &'a Member, courses: &'a [StudySessionRow]) -> impl Iterator<Item = NaiveDate> + 'a {
    courses_of(member, courses).map(|(on, _)| on)
}

fn finding(member: &Member, severity: Severity, message: String, due: Option<NaiveDate>) -> Finding {
    let subject = Subject { room: Room::Study, id: None };
    subject.finding(RuleId::E02, severity, message, "登记").due_on(due).keyed(member.id.0.to_string())
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::roster::MemberId;
    use crate::study::{StudySession, of_member, save, save_makeup};
    use crate::testing::TestFile;

    fn course(file: &mut TestFile, member: MemberId, on: &str) {
        let request = serde_json::json!({ "title": "任职培训", "held_on": on, "hours": 24, "intensive": true,
            "participants": [member] });
        let request: StudySession = serde_json::from_value(request).unwrap();
        save(&mut file.desk("study_save"), request).unwrap();
    }

    fn secretary(file: &mut TestFile, since: &str) -> MemberId {
        let member = file.add_member("张三", |_| ());
        let fact = serde_json::json!({ "members": [member], "aspect": "office", "value": "secretary", "since": since });
        roster::save_facts(&mut file.desk("member_facts_save"), serde_json::from_value(fact).unwrap()).unwrap();
        member
    }

    fn said(file: &mut TestFile) -> Vec<(Severity, String)> {
        let today = file.outside.clock.today().to_string();
        file.watched(watch, &today, &[]).into_iter().map(|finding| (finding.severity, finding.message)).collect()
    }

    /// What is said about courses.
    fn said_of_courses(file: &mut TestFile) -> Vec<(Severity, String)> {
        said(file).into_iter().filter(|(_, message)| !message.contains("学时")).collect()
    }

    #[rstest]
    #[case::in_time("2026-04-30", Some(Severity::Due))]
    #[case::on_the_last_day("2026-07-10", Some(Severity::Due))]
    #[case::late("2026-07-11", Some(Severity::Late))]
    #[case::long_ago("2027-01-10", None)]
    fn a_new_secretary_is_reminded_of_the_training(#[case] today: &str, #[case] severity: Option<Severity>) {
        let mut file = TestFile::on("2026-01-10");
        let member = secretary(&mut file, "2026-01-10");
        file.on_day(today);
        assert_eq!(said_of_courses(&mut file).first().map(|(severity, _)| *severity), severity);
        course(&mut file, member, "2026-01-10");
        assert_eq!(said_of_courses(&mut file), []);
    }

    #[test]
    fn who_lacks_hours_is_one_line_from_october_on_and_the_same_all_year() {
        let mut file = TestFile::on("2026-09-30");
        let member = file.add_member("张三", |_| ());
        file.add_member("李四", |_| ());
        assert_eq!(said(&mut file), []);
        file.on_day("2026-10-01");
        assert_eq!(said(&mut file), [(Severity::Notice, "李四等 2 名党员今年的学时还没有学满".to_owned())]);
        let told = |file: &TestFile| file.watched(watch, "2026-10-01", &[]).into_iter().map(|one| (one.key, one.due));
        let before: Vec<_> = told(&file).collect();
        let request = serde_json::json!({ "title": "培训", "held_on": "2026-09-01", "last_on": "2026-09-02", "hours": 32,
            "participants": [member] });
        save(&mut file.desk("study_save"), serde_json::from_value(request).unwrap()).unwrap();
        assert_eq!(said(&mut file), [(Severity::Notice, "李四今年还差 32 学时".to_owned())]);
        assert_eq!(told(&file).collect::<Vec<_>>(), before, "set aside once, it stays so");
    }

    #[test]
    fn of_a_month_the_last_day_counts_and_whose_membership_is_suspended_is_not_asked() {
        let mut file = TestFile::on("2026-01-10");
        let member = secretary(&mut file, "2026-01");
        file.on_day("2026-07-20");
        let message = "张三2026年1月起任书记，应在2026年7月31日前参加任职培训，还没有登记";
        assert_eq!(said_of_courses(&mut file), [(Severity::Due, message.to_owned())]);
        let fact = serde_json::json!({ "members": [member], "aspect": "standing", "value": "suspended",
            "since": "2026-07-15" });
        roster::save_facts(&mut file.desk("member_facts_save"), serde_json::from_value(fact).unwrap()).unwrap();
        assert_eq!(said_of_courses(&mut file), []);
        file.on_day("2026-10-20");
        assert_eq!(said_of_courses(&mut file), []);
    }

    #[test]
    fn from_october_on_whoever_holds_an_office_is_asked_for_a_course_of_the_year() {
        let mut file = TestFile::on("2026-09-30");
        let member = secretary(&mut file, "2024-01-10");
        file.add_member("李四", |_| ());
        course(&mut file, member, "2025-06-01");
        assert_eq!(said_of_courses(&mut file), []);
        file.on_day("2026-10-01");
        assert_eq!(
            said_of_courses(&mut file),
            [(Severity::Notice, "张三今年还没有登记参加集中培训，支部班子成员每年至少参加一次".to_owned())]
        );
        course(&mut file, member, "2026-10-01");
        assert_eq!(said_of_courses(&mut file), []);
    }

    #[rstest]
    #[case::a_course_that_is_held_again("course", true)]
    #[case::read_at_home("collective", false)]
    fn an_intensive_course_that_was_made_up_counts_where_it_is_a_course(#[case] kind: &str, #[case] counts: bool) {
        let mut file = TestFile::on("2026-10-01");
        let member = secretary(&mut file, "2024-01-10");
        let other = file.add_member("李四", |_| ());
        course(&mut file, other, "2026-03-01");
        let session: StudySession = serde_json::from_value(serde_json::json!({ "id": 1, "title": "任职培训",
            "held_on": "2026-03-01", "hours": 24, "intensive": true, "kind": kind, "participants": [other] }))
        .unwrap();
        save(&mut file.desk("study_save"), session).unwrap();
        let makeup =
            serde_json::json!({ "session": 1, "member": member, "made_up_on": "2026-09-20", "material": "下一期" });
        save_makeup(&mut file.desk("study_makeup_save"), serde_json::from_value(makeup).unwrap()).unwrap();
        assert_eq!(said_of_courses(&mut file).is_empty(), counts);
        let told = of_member(&mut file.desk("member_study"), member).unwrap();
        assert_eq!(told.years[0].intensive, counts);
    }
}
