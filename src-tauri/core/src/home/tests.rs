//! Lines that were set aside, and the first steps.

use super::*;
use crate::desk::Nothing;
use crate::problem::Problem;
use crate::rules::Finding;
use crate::rules::RuleId;
use crate::study::{self, StudySession};
use crate::testing::TestFile;
use crate::values::Hours;

/// A branch that lacks this month's theme day, in a file that was begun long before.
fn file() -> TestFile {
    let mut file = TestFile::on("2026-08-20");
    file.name_branch("示例协会支部", false);
    file.add_member("张三", |_| ());
    file.on_day("2026-11-23");
    file
}

fn home(file: &mut TestFile) -> HomeView {
    overview(&mut file.desk("home_overview"), Nothing {}).unwrap()
}

fn theme_days(view: &HomeView) -> Vec<Finding> {
    view.todo.iter().filter(|finding| finding.rule == Some(RuleId::B14)).cloned().collect()
}

fn set(file: &mut TestFile, findings: Vec<Finding>, how: HomeAsideHow) -> Result<(), HomeError> {
    set_aside(&mut file.desk("home_set_aside"), HomeSetAsideRequest { findings, how }).map(drop)
}

#[test]
fn what_does_not_apply_goes_for_good_and_the_same_duty_of_another_month_is_still_asked_for() {
    let mut file = file();
    let before = theme_days(&home(&mut file));
    let (first, others) = before.split_first().unwrap();
    assert!(!others.is_empty(), "more than one month is lacking: {before:?}");
    let how = HomeAsideHow::NotApplicable { reason: " 该月全区统一安排了线上活动 ".to_owned() };
    set(&mut file, vec![first.clone()], how).unwrap();

    let view = home(&mut file);
    assert_eq!(theme_days(&view), others);
    assert_eq!(view.set_aside.len(), 1);
    assert_eq!(view.set_aside[0].message, first.message);
    assert_eq!(view.set_aside[0].how, HomeAsideHow::NotApplicable { reason: "该月全区统一安排了线上活动".to_owned() });

    take_back(&mut file.desk("home_take_back"), view.set_aside[0].id).unwrap();
    assert_eq!(theme_days(&home(&mut file)), before);
    let again = take_back(&mut file.desk("home_take_back"), view.set_aside[0].id).unwrap_err();
    assert_eq!(Problem::from(again).code, "not_aside");
}

#[test]
fn what_was_put_off_is_back_on_its_day() {
    let mut file = file();
    let before = theme_days(&home(&mut file));
    let until = "2026-11-27".parse().unwrap();
    set(&mut file, before.clone(), HomeAsideHow::Later { until }).unwrap();
    assert_eq!(theme_days(&home(&mut file)), []);
    file.on_day("2026-11-26");
    assert_eq!(theme_days(&home(&mut file)), []);
    file.on_day("2026-11-27");
    assert_eq!(theme_days(&home(&mut file)).len(), before.len());
    assert_eq!(home(&mut file).set_aside, []);
}

#[test]
fn setting_aside_asks_for_its_reason_or_a_day_to_come() {
    let mut file = file();
    let finding = theme_days(&home(&mut file));
    for (how, field) in [
        (HomeAsideHow::NotApplicable { reason: "  ".to_owned() }, "reason"),
        (HomeAsideHow::Later { until: "2026-11-23".parse().unwrap() }, "until"),
        (HomeAsideHow::Later { until: "2027-11-25".parse().unwrap() }, "until"),
    ] {
        let problem = Problem::from(set(&mut file, finding.clone(), how).unwrap_err());
        assert_eq!(problem.fields[0].field, field);
    }
    assert_eq!(home(&mut file).set_aside, []);
}

#[test]
fn the_newer_choice_about_a_line_counts() {
    let mut file = file();
    let finding = theme_days(&home(&mut file)).remove(0);
    let until = "2026-11-30".parse().unwrap();
    set(&mut file, vec![finding.clone()], HomeAsideHow::Later { until }).unwrap();
    set(&mut file, vec![finding], HomeAsideHow::NotApplicable { reason: "已并入十月".to_owned() }).unwrap();
    let view = home(&mut file);
    assert_eq!(view.set_aside.len(), 1);
    assert!(matches!(view.set_aside[0].how, HomeAsideHow::NotApplicable { .. }));
}

#[test]
fn setting_one_groups_line_aside_leaves_the_others() {
    let mut file = file();
    for group in ["第一党小组", "第二党小组"] {
        file.add_member(group, |member| member.party_group = group.to_owned());
    }
    let of_november = |file: &mut TestFile| {
        let todo = home(file).todo.into_iter();
        let lines = todo.filter(|finding| finding.rule == Some(RuleId::B12) && finding.message.starts_with("11月"));
        lines.collect::<Vec<_>>()
    };
    let before = of_november(&mut file);
    let [first, second] = &before[..] else { panic!("{before:?}") };
    let how = || HomeAsideHow::NotApplicable { reason: "与支部活动合并".to_owned() };
    set(&mut file, vec![first.clone()], how()).unwrap();
    assert!(of_november(&mut file).iter().eq([second]));
    set(&mut file, vec![second.clone()], how()).unwrap();
    let view = home(&mut file);
    assert_eq!(view.set_aside.len(), 2, "each is its own");
    take_back(&mut file.desk("home_take_back"), view.set_aside[0].id).unwrap();
    assert!(of_november(&mut file).iter().eq([first]));
}

/// What is missing about the branch itself is one line each, though all of them are about the one branch.
#[test]
fn setting_aside_that_the_superior_is_missing_leaves_the_unit() {
    let mut file = file();
    let missing = |file: &mut TestFile| {
        let todo = home(file).todo.into_iter();
        todo.filter(|finding| finding.rule == Some(RuleId::S11)).map(|finding| finding.message).collect::<Vec<_>>()
    };
    assert_eq!(missing(&mut file), ["没有填写上级党组织", "没有填写所在社会组织"]);
    let superior = home(&mut file).todo.into_iter().find(|finding| finding.message.contains("上级")).unwrap();
    set(&mut file, vec![superior], HomeAsideHow::NotApplicable { reason: "待批".to_owned() }).unwrap();
    assert_eq!(missing(&mut file), ["没有填写所在社会组织"]);
}

#[test]
fn a_line_that_gathers_many_is_back_when_one_more_joins_them() {
    let mut file = file();
    let away = |file: &mut TestFile, number: u32, since: &str| {
        file.add_member(&format!("流动{number}"), |member| {
            (member.is_mobile, member.mobile_since) = (true, since.parse().ok());
        });
    };
    for number in 1..=6 {
        away(&mut file, number, "2026-03-01");
    }
    let gathered = |file: &mut TestFile| {
        home(file).todo.into_iter().filter(|finding| finding.rule == Some(RuleId::E07)).collect::<Vec<_>>()
    };
    let line = gathered(&mut file);
    assert_eq!(line.len(), 1);
    set(&mut file, line, HomeAsideHow::NotApplicable { reason: "都在保持联系".to_owned() }).unwrap();
    assert_eq!(gathered(&mut file), []);
    away(&mut file, 7, "2026-04-01");
    assert_eq!(gathered(&mut file).len(), 1);
    assert!(gathered(&mut file)[0].message.starts_with("流动1等 7 名党员"));
}

#[test]
fn a_first_step_that_was_taken_does_not_come_back_at_new_year() {
    let mut file = file();
    let member = file.add_member("李四", |_| ());
    let session = StudySession {
        title: "集中学习".to_owned(),
        held_on: "2026-11-20".parse().unwrap(),
        hours: Hours::from_tenths(20),
        participants: vec![member],
        ..StudySession::default()
    };
    study::save(&mut file.desk("study_save"), session).unwrap();
    for day in ["2026-11-23", "2027-01-01"] {
        file.on_day(day);
        let step = home(&mut file).first_steps.into_iter().find(|step| step.code == "first_study").unwrap();
        assert!(step.done, "on {day}");
    }
}

#[test]
fn whose_membership_is_suspended_is_counted_apart() {
    let mut file = file();
    file.add_member("停某", |member| {
        member.standing = crate::roster::Standing::Suspended;
        (member.is_mobile, member.mobile_since) = (true, "2026-03-01".parse().ok());
    });
    file.add_member("预某", |member| {
        member.standing = crate::roster::Standing::Suspended;
        member.kind = crate::roster::MemberKind::Probationary;
        member.joined = "2025-10-10".parse().ok();
    });
    let view = home(&mut file);
    assert_eq!((view.members, view.suspended), (1, 2));
    let rules: Vec<_> = view.todo.iter().filter_map(|finding| finding.rule).collect();
    assert!(!rules.contains(&RuleId::E07) && !rules.contains(&RuleId::D23), "{rules:?}");
}

#[test]
fn nobody_asks_to_transfer_somebody_whose_letter_is_out() {
    let mut file = file();
    let away = file.add_member("流某", |member| {
        (member.is_mobile, member.mobile_since) = (true, "2026-03-01".parse().ok());
    });
    let said = |file: &mut TestFile| {
        let view = crate::roster::MemberGetRequest { id: away, reveal: false };
        let own = crate::roster::get(&mut file.desk("member_get"), view).unwrap().findings;
        let is_asked = |findings: Vec<Finding>| findings.iter().any(|one| one.message.contains("应转移组织关系"));
        (is_asked(home(file).todo), is_asked(own))
    };
    assert_eq!(said(&mut file), (true, true));
    let letter = serde_json::json!({ "id": null, "member": away, "number": "", "issued_on": "2026-11-20",
        "valid_days": 90, "addressee": "某市委组织部", "to_organization": "某支部",
        "from_organization": "示例协会支部", "reason": "", "phone": "", "address": "", "office_phone": "",
        "postcode": "", "handled_by": "", "dues_paid_to": null, "replaces": null });
    let letter = serde_json::from_value(letter).unwrap();
    crate::transfers::save(&mut file.desk("transfer_save"), letter).unwrap();
    assert_eq!(said(&mut file), (false, false));
}

/// A branch in which much is late, judged by a book of which one number is changed: everything that is said of it.
fn said_with(rule: RuleId, name: &str, number: u32) -> Vec<String> {
    let mut file = TestFile::on("2026-08-20");
    file.name_branch("示例协会支部", false);
    let secretary = file.add_member("张三", |member| {
        member.offices = crate::roster::Office::Secretary.into();
        (member.birth, member.joined) = ("1990-01-01".parse().ok(), "2010-01-01".parse().ok());
    });
    file.add_member("失某", |member| (member.is_lost, member.lost_contact_since) = (true, "2020-01-01".parse().ok()));
    file.add_member("流某", |member| (member.is_mobile, member.mobile_since) = (true, "2020-01-01".parse().ok()));
    let suspended = file.add_member("停某", |_| ());
    let fact = serde_json::json!({ "members": [suspended], "aspect": "standing", "value": "suspended",
        "since": "2020-01-01" });
    crate::roster::save_facts(&mut file.desk("member_facts_save"), serde_json::from_value(fact).unwrap()).unwrap();
    let absent = file.add_member("缺某", |_| ());
    let person = serde_json::json!({ "name": "李四", "mentors": [], "sponsors": [] });
    let person = crate::development::save(&mut file.desk("development_save"), serde_json::from_value(person).unwrap());
    let person = person.unwrap().value.person.id.unwrap();
    for (role, name) in
        [("mentor", "甲"), ("mentor", "乙"), ("mentor", "丙"), ("mentor", "丁"), ("mentor", "戊"), ("sponsor", "甲")]
    {
        let guide = serde_json::json!({ "id": null, "role": role, "name": name, "since": "2024-01-10" });
        let request = serde_json::from_value(serde_json::json!({ "file": person, "guide": guide })).unwrap();
        crate::development::save_guide(&mut file.desk("development_guide_save"), request).unwrap();
    }
    for (step, on) in [(3, "2024-01-10"), (5, "2024-01-10"), (7, "2025-06-10"), (9, "2025-06-10")] {
        file.development_step(person, step, on);
    }
    for on in ["2026-03-10", "2026-07-10"] {
        let meeting = file.add_meeting(&[crate::meetings::MeetingKind::General], on);
        file.attend(meeting, &[absent]);
    }
    file.on_day("2026-11-23");
    file.rules = file.rules.with(rule, name, number);
    let mut said: Vec<_> = home(&mut file).todo.into_iter().map(|finding| finding.message).collect();
    let request = crate::roster::MemberGetRequest { id: secretary, reveal: false };
    let member = crate::roster::get(&mut file.desk("member_get"), request).unwrap();
    said.extend(member.findings.into_iter().map(|finding| finding.message));
    let audit = crate::development::audit(&mut file.desk("development_audit"), Default::default()).unwrap();
    said.extend(audit.files.into_iter().flat_map(|file| file.findings).map(|finding| finding.message));
    said
}

/// A revised regulation is a change of data: the sentence says the new number by itself.
#[rstest::rstest]
#[case(RuleId::B01, "members", 30, "不足 30 名")]
#[case(RuleId::B01, "members_at_most", 2, "一般不超过 2 名")]
#[case(RuleId::B05, "members", 2, "达到 2 名")]
#[case(RuleId::B21, "working_days", 5, "已过 5 个工作日")]
#[case(RuleId::D01, "years", 30, "入党时未满 30 周岁")]
#[case(RuleId::D04, "mentors_max", 4, "名培养联系人，应有 1 至 4 名")]
#[case(RuleId::D05, "months", 4, "超过四个月没有登记考察")]
#[case(RuleId::D06, "months", 24, "不满两年")]
#[case(RuleId::D09, "sponsors", 5, "名入党介绍人，应有 5 名")]
#[case(RuleId::D11, "days", 5, "应不少于 5 天")]
#[case(RuleId::D31, "months", 2, "一般每两个月汇报一次思想")]
#[case(RuleId::E02, "courses_per_year", 3, "每年至少参加三次")]
#[case(RuleId::E04, "months", 7, "失去联系，已满七个月")]
#[case(RuleId::E04, "years", 3, "停止党籍，已满三年")]
#[case(RuleId::E07, "months", 10, "外出，已满十个月")]
#[case(RuleId::E11, "months", 8, "缺席组织生活，已满八个月")]
fn a_number_of_the_rules_is_said_as_the_rules_have_it(
    #[case] rule: RuleId,
    #[case] name: &str,
    #[case] number: u32,
    #[case] phrase: &str,
) {
    let said = said_with(rule, name, number);
    assert!(said.iter().any(|message| message.contains(phrase)), "{said:#?}");
}
