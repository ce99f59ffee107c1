//! What is to be done, gathered from every room.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::{HomeAside, HomeBadge, HomeGroup, HomeWhen, aside};
use crate::desk::{Desk, Nothing};
use crate::outside::Outside;
use crate::rules::{Finding, RuleBook, Severity, Subject};
use crate::values::{Quarter, Room};
use crate::vault::{Reader, VaultError};
use crate::watch::WatchContext;
use crate::{reports, watches};

/// What is to be done on a day.
pub(super) struct Todo {
    day: NaiveDate,
    /// Group by group, most pressing first.
    pub(super) findings: Vec<Finding>,
    /// What was set aside and would be among them otherwise.
    pub(super) set_aside: Vec<HomeAside>,
}

/// What a finding is about when a meeting or a talk is missing.
const IN_TIME: [Subject; 2] = [Subject { room: Room::Meetings, id: None }, Subject { room: Room::Talks, id: None }];

/// How much is late or due in each room, for the numbers in the side bar.
///
/// # Errors
/// [`VaultError`].
pub fn badges(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<HomeBadge>, VaultError> {
    let todo = desk.read(|reader| kept(reader, desk.rules, desk.outside))?;
    let mut badges = Vec::<HomeBadge>::new();
    for finding in todo.findings.iter().filter(|finding| finding.severity != Severity::Notice) {
        match badges.iter_mut().find(|badge| badge.room == finding.subject.room) {
            Some(badge) => badge.count += 1,
            None => badges.push(HomeBadge { room: finding.subject.room, count: 1 }),
        }
    }
    Ok(badges)
}

/// What is to be done today; worked out once after every change.
pub(super) fn kept(reader: &Reader<'_>, rules: &RuleBook, outside: &Outside) -> Result<Arc<Todo>, VaultError> {
    let today = outside.clock.today();
    let kept = reader.kept(|reader| of_day(reader, rules, outside, today))?;
    // Past midnight, until something is changed.
    if kept.day == today { Ok(kept) } else { Ok(Arc::new(of_day(reader, rules, outside, today)?)) }
}

/// What is to be done today under these rules, whatever rules are in use.
///
/// # Errors
/// [`VaultError`].
pub fn findings(reader: &Reader<'_>, rules: &RuleBook, outside: &Outside) -> Result<Vec<Finding>, VaultError> {
    Ok(of_day(reader, rules, outside, outside.clock.today())?.findings)
}

fn of_day(reader: &Reader<'_>, rules: &RuleBook, outside: &Outside, today: NaiveDate) -> Result<Todo, VaultError> {
    let running = Quarter::of(today);
    let mut quarters = vec![running];
    // What a quarter lacks stays until its report is signed: that is when it is wanted.
    quarters.extend(reports::unsigned_before(reader, running)?);
    let outside = Some(outside);
    let context = WatchContext { reader, rules, day: today, judged_on: today, quarters: &quarters, outside };
    let mut findings = watches::all(&context)?;
    // Meetings and talks of a time before there was this file are not asked for here: they may stand on paper. They
    // can be entered, and the report says what it lacks.
    let begun = reader.begun_on()?;
    findings
        .retain(|finding| !IN_TIME.contains(&finding.subject) || begun.is_none_or(|begun| finding.due >= Some(begun)));
    let mut set_aside = aside::in_force(reader, today)?;
    set_aside.retain(|line| findings.iter().any(|finding| line.is_about(finding)));
    findings.retain(|finding| !set_aside.iter().any(|line| line.is_about(finding)));
    findings.sort_by_cached_key(|finding| urgency(finding, today));
    Ok(Todo { day: today, findings, set_aside })
}

/// Group by group; in each the most pressing first, then by date, what has no date last.
fn urgency(finding: &Finding, today: NaiveDate) -> impl Ord + use<> {
    (when(finding, today), finding.severity, finding.due.is_none(), finding.due, finding.rule)
}

/// By when something is to be done, seen from `today`.
pub(super) fn when(finding: &Finding, today: NaiveDate) -> HomeWhen {
    let Some(due) = finding.due.filter(|_| finding.severity != Severity::Late) else {
        return if finding.severity == Severity::Late { HomeWhen::Overdue } else { HomeWhen::Later };
    };
    let same_month = (due.year(), due.month()) == (today.year(), today.month());
    if due <= today {
        HomeWhen::Today
    } else if due.iso_week() == today.iso_week() {
        HomeWhen::Week
    } else if same_month {
        HomeWhen::Month
    } else if Quarter::of(today).contains(due) {
        HomeWhen::Quarter
    } else {
        HomeWhen::Later
    }
}

impl Todo {
    /// How many findings are in each group.
    pub(super) fn groups(&self) -> Vec<HomeGroup> {
        let chunks = self.findings.chunk_by(|one, next| when(one, self.day) == when(next, self.day));
        let group = |chunk: &[Finding]| {
            let when = when(chunk.first()?, self.day);
            Some(HomeGroup { when, count: u32::try_from(chunk.len()).unwrap_or(u32::MAX) })
        };
        chunks.filter_map(group).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::overview;
    use super::*;
    use crate::meetings::MeetingKind;
    use crate::rules::{RuleId, Severity};
    use crate::testing::TestFile;
    use crate::values::PartialDate;

    fn todo(file: &mut TestFile, rule: RuleId) -> Vec<Finding> {
        let todo = overview(&mut file.desk("home_overview"), Nothing {}).unwrap().todo;
        todo.into_iter().filter(|finding| finding.rule == Some(rule)).collect()
    }

    #[test]
    fn whoever_is_away_for_six_months_is_named_and_many_are_one_line() {
        for (people, lines, said) in [
            (5, 5, "党员1自2026年3月1日起外出，已满六个月；地点固定的应转移组织关系，否则保持联系"),
            (6, 1, "党员1等 6 名党员外出已满六个月；地点固定的应转移组织关系，否则保持联系"),
        ] {
            let mut file = TestFile::on("2026-11-23");
            for number in 1..=people {
                file.add_member(&format!("党员{number}"), |member| {
                    (member.is_mobile, member.mobile_since) = (true, PartialDate::read("2026-03-01").ok());
                });
            }
            let found = todo(&mut file, RuleId::E07);
            assert_eq!((found.len(), found[0].severity), (lines, Severity::Due));
            assert!(found.iter().any(|finding| finding.message == said), "{found:?}");
        }
    }

    #[test]
    fn whoever_was_absent_for_six_months_without_leave_is_named_here_and_on_the_own_page() {
        let mut file = TestFile::on("2026-11-23");
        let ids = ["甲", "乙", "丙"].map(|name| file.add_member(name, |_| ()));
        // 甲 misses everything, 乙 came once in between, 丙 began to miss later.
        for (day, away) in [("2026-05-23", &ids[..2]), ("2026-08-10", &[ids[0]]), ("2026-11-23", &ids[..])] {
            let meeting = file.add_meeting(&[MeetingKind::General], day);
            file.attend(meeting, away);
        }
        let said: Vec<_> = todo(&mut file, RuleId::E11).into_iter().map(|finding| finding.message).collect();
        assert_eq!(said, ["甲自2026年5月23日起没有请假而缺席组织生活，已满六个月，请先了解情况（只作提醒）"]);
        let mut on_page = |id| {
            let request = crate::roster::MemberGetRequest { id, reveal: false };
            let view = crate::roster::get(&mut file.desk("member_get"), request).unwrap();
            view.findings.iter().filter(|finding| finding.rule == Some(RuleId::E11)).count()
        };
        assert_eq!(ids.map(&mut on_page), [1, 0, 0]);
    }

    #[rstest::rstest]
    #[case(Severity::Late, Some("2026-11-20"), HomeWhen::Overdue)]
    #[case(Severity::Late, None, HomeWhen::Overdue)]
    #[case(Severity::Due, Some("2026-09-01"), HomeWhen::Today)]
    #[case(Severity::Due, Some("2026-11-25"), HomeWhen::Today)]
    #[case(Severity::Due, Some("2026-11-29"), HomeWhen::Week)]
    #[case(Severity::Due, Some("2026-11-30"), HomeWhen::Month)]
    #[case(Severity::Notice, Some("2026-12-31"), HomeWhen::Quarter)]
    #[case(Severity::Notice, Some("2027-01-01"), HomeWhen::Later)]
    #[case(Severity::Due, None, HomeWhen::Later)]
    fn what_is_to_be_done_is_grouped_by_its_day(
        #[case] severity: Severity,
        #[case] due: Option<&str>,
        #[case] group: HomeWhen,
    ) {
        let subject = Subject { room: Room::Study, id: None };
        let due = due.map(|due| due.parse::<NaiveDate>().unwrap());
        let finding = subject.finding(RuleId::E01, severity, "学时", "查看").due_on(due);
        assert_eq!(when(&finding, "2026-11-25".parse().unwrap()), group);
    }

    #[test]
    fn a_week_goes_on_into_the_next_month() {
        let subject = Subject { room: Room::Study, id: None };
        let due: NaiveDate = "2026-12-06".parse().unwrap();
        let finding = subject.finding(RuleId::E01, Severity::Due, "学时", "查看").due_on(due);
        assert_eq!(when(&finding, "2026-11-30".parse().unwrap()), HomeWhen::Week);
    }

    #[test]
    fn a_probation_that_is_over_is_one_line_in_roster_and_file_together() {
        let mut file = TestFile::on("2026-11-23");
        for name in ["张三", "李四"] {
            file.add_member(name, |member| {
                member.kind = crate::roster::MemberKind::Probationary;
                member.joined = PartialDate::read("2025-10-10").ok();
            });
        }
        let person = serde_json::json!({ "name": "张三", "mentors": [], "sponsors": [] });
        let id = crate::development::save(&mut file.desk("development_save"), serde_json::from_value(person).unwrap());
        let id = id.unwrap().value.person.id.unwrap();
        file.development_step(id, 15, "2025-10-10");
        file.development_step(id, 17, "2025-11-10");
        let found = todo(&mut file, RuleId::D23);
        let about = |name: &str| found.iter().filter(|one| one.message.starts_with(name)).collect::<Vec<_>>();
        assert_eq!((about("张三").len(), about("李四").len()), (1, 1), "{found:?}");
        assert_eq!(about("张三")[0].subject.room, Room::Development, "where it is done");
    }

    /// A file of that name whose admission was on that day.
    fn admitted(file: &mut TestFile, name: &str, on: &str) {
        let person = serde_json::json!({ "name": name, "mentors": [], "sponsors": [] });
        let id = crate::development::save(&mut file.desk("development_save"), serde_json::from_value(person).unwrap());
        let id = id.unwrap().value.person.id.unwrap();
        file.development_step(id, 15, on);
        file.development_step(id, 17, "2025-11-10");
    }

    #[test]
    fn a_file_that_could_be_about_two_members_hides_neither() {
        let mut file = TestFile::on("2026-11-23");
        for born in ["1990", "1991"] {
            file.add_member("张三", |member| {
                member.kind = crate::roster::MemberKind::Probationary;
                member.joined = PartialDate::read("2025-10-10").ok();
                member.birth = PartialDate::read(born).ok();
            });
        }
        admitted(&mut file, "张三", "2025-10-10");
        let found = todo(&mut file, RuleId::D23);
        let in_roster = found.iter().filter(|finding| finding.subject.room == Room::Roster).count();
        assert_eq!((in_roster, found.len()), (2, 3), "{found:?}");
    }

    #[test]
    fn a_probation_extended_in_the_roster_is_not_over_in_the_file_and_what_is_late_stays_late() {
        for (extended, severity, said) in [
            (0, Severity::Late, "张三的预备期已在2026年10月9日届满，应及时讨论转正"),
            (6, Severity::Notice, "张三的预备期（延长 6 个月）到2027年4月9日为止，2027年4月10日起可以讨论转正"),
        ] {
            let mut file = TestFile::on("2026-11-23");
            file.add_member("张三", |member| {
                member.kind = crate::roster::MemberKind::Probationary;
                member.joined = PartialDate::read("2025-10-10").ok();
                member.probation_extended_months = extended;
            });
            admitted(&mut file, "张三", "2025-10-10");
            let found = todo(&mut file, RuleId::D23);
            assert_eq!(found.len(), 1, "{found:?}");
            assert_eq!((found[0].severity, found[0].message.as_str()), (severity, said));
        }
    }

    #[test]
    fn what_the_last_quarter_lacks_stays_until_its_report_is_signed() {
        let mut file = TestFile::on("2026-08-20");
        file.name_branch("示例协会支部", false);
        file.add_member("张三", |_| ());
        file.on_day("2026-10-02");
        let messages = |file: &mut TestFile| {
            let todo = overview(&mut file.desk("home_overview"), Nothing {}).unwrap().todo;
            todo.into_iter().map(|finding| finding.message).collect::<Vec<_>>()
        };
        let lacking = "9月主题党日没有开展".to_owned();
        assert!(messages(&mut file).contains(&lacking));
        file.sign_third_quarter(1);
        assert!(!messages(&mut file).contains(&lacking));
    }

    #[test]
    fn a_new_file_is_not_greeted_by_what_was_due_before_it_was_begun() {
        let mut file = TestFile::on("2026-11-23");
        file.name_branch("示例协会支部", false);
        file.add_member("张三", |_| ());
        let todo = overview(&mut file.desk("home_overview"), Nothing {}).unwrap().todo;
        let of_meetings: Vec<_> = todo.iter().filter(|finding| finding.subject.room == Room::Meetings).collect();
        assert!(of_meetings.iter().any(|finding| finding.message == "11月主题党日还未开展"), "{of_meetings:?}");
        assert!(of_meetings.iter().all(|finding| finding.severity != Severity::Late), "{of_meetings:?}");
    }
}
