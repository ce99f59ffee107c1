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
fn what_was_said_to_be_done_is_back_when_the_facts_change_and_not_when_days_pass() {
    let mut file = file();
    let person = serde_json::json!({ "name": "李四", "mentors": [], "sponsors": [] });
    let person = crate::development::save(&mut file.desk("development_save"), serde_json::from_value(person).unwrap());
    let person = person.unwrap().value.person.id.unwrap();
    file.development_step(person, 1, "2026-10-20");
    let talk = |file: &mut TestFile| {
        home(file).todo.into_iter().filter(|finding| finding.rule == Some(RuleId::D02)).collect::<Vec<_>>()
    };
    let line = talk(&mut file);
    assert!(line[0].message.contains("已超 3 天"), "{line:?}");
    set(&mut file, line, HomeAsideHow::Done { note: " 11月20日谈过 ".to_owned() }).unwrap();
    let said = home(&mut file).set_aside;
    assert_eq!(said[0].how, HomeAsideHow::Done { note: "11月20日谈过".to_owned() });
    file.on_day("2026-11-29");
    assert_eq!(talk(&mut file), []);
    file.undo();
    assert_eq!(talk(&mut file).len(), 1, "it can be taken back");
    file.redo();
    let member = file.add_member("失某", |member| {
        (member.is_lost, member.lost_contact_since) = (true, "2026-03-01".parse().ok());
    });
    let lost = |file: &mut TestFile| {
        home(file).todo.into_iter().filter(|finding| finding.rule == Some(RuleId::E04)).collect::<Vec<_>>()
    };
    let before = lost(&mut file);
    assert_eq!(before.len(), 1);
    set(&mut file, before, HomeAsideHow::Done { note: "已报上级".to_owned() }).unwrap();
    assert_eq!(lost(&mut file), []);
    let fact = serde_json::json!({ "members": [member], "aspect": "lost", "value": "yes", "since": "2026-04-01" });
    crate::roster::save_facts(&mut file.desk("member_facts_save"), serde_json::from_value(fact).unwrap()).unwrap();
    assert_eq!(lost(&mut file).len(), 1, "since another day");
}

#[test]
fn the_calendar_has_meetings_deadlines_anniversaries_and_days_off() {
    let mut file = file();
    let joined = |day: &str| day.parse().ok();
    file.add_member("庆某", |member| member.joined = joined("2006-10-14"));
    file.add_member("月某", |member| member.joined = joined("2006-10"));
    file.add_member("今某", |member| member.joined = joined("2026-10-20"));
    let meeting = file.add_meeting(&[crate::meetings::MeetingKind::General], "2026-10-14");
    let month = |file: &mut TestFile, year, month| {
        calendar(&mut file.desk("home_calendar"), HomeCalendarRequest { year, month })
    };
    let october = month(&mut file, 2026, 10).unwrap();
    assert!(october.knows_holidays && october.days.len() == 31);
    assert_eq!((october.days[0].off, october.days[9].off, october.days[13].off), (Some(true), Some(false), None));
    let on_14: Vec<_> = october.days[13].items.iter().map(|item| (item.kind, item.about.message.as_str())).collect();
    assert_eq!(on_14, [(HomeDayKind::Meeting, "14:30 支部党员大会"), (HomeDayKind::Anniversary, "庆某入党 20 周年"),]);
    let on_19 = &october.days[18].items[0];
    let entered = "10月14日“支部党员大会”时间已过，还没有登记到会";
    assert_eq!(
        (on_19.kind, on_19.about.message.as_str()),
        (HomeDayKind::Deadline, entered),
        "three working days (B21)"
    );
    assert_eq!(october.days[13].items[0].about.subject.id, Some(meeting.0));
    let all =
        |month: &HomeMonth, kind| month.days.iter().flat_map(|day| &day.items).filter(|item| item.kind == kind).count();
    assert_eq!(all(&october, HomeDayKind::Anniversary), 1, "of a month or of this year it is none");
    let november = month(&mut file, 2026, 11).unwrap();
    let due_in_november = home(&mut file)
        .todo
        .into_iter()
        .filter(|finding| finding.due.is_some_and(|due| due.to_string().starts_with("2026-11")));
    assert_eq!(all(&november, HomeDayKind::Deadline), due_in_november.count());
    assert!(all(&november, HomeDayKind::Deadline) > 0);
    assert!(!month(&mut file, 2031, 1).unwrap().knows_holidays);
    assert_eq!(Problem::from(month(&mut file, 2026, 13).unwrap_err()).fields[0].field, "month");
}

#[test]
fn whoever_joined_on_29_february_has_an_anniversary_every_year() {
    let mut file = TestFile::on("2026-02-10");
    file.add_member("闰某", |member| member.joined = "2008-02-29".parse().ok());
    let month = calendar(&mut file.desk("home_calendar"), HomeCalendarRequest { year: 2026, month: 2 }).unwrap();
    let items = month.days[27].items.iter().filter(|item| item.kind == HomeDayKind::Anniversary);
    assert_eq!(items.count(), 1);
}

#[test]
fn the_search_finds_people_meetings_files_rules_and_names() {
    let mut file = file();
    file.add_member("钱秀英", |member| member.party_group = "第一党小组".to_owned());
    file.add_meeting(&[crate::meetings::MeetingKind::ThemeDay], "2026-10-14");
    let person = serde_json::json!({ "name": "钱多", "mentors": [], "sponsors": [] });
    crate::development::save(&mut file.desk("development_save"), serde_json::from_value(person).unwrap()).unwrap();
    let names = ["首页", "选举", "前去开会"].map(str::to_owned).to_vec();
    let mut found = |text: &str| {
        let request = HomeFindRequest { text: text.to_owned(), names: names.clone() };
        find(&mut file.desk("home_find"), request).unwrap()
    };
    let called = |hits: &[HomeHit]| hits.iter().map(|hit| hit.name.clone()).collect::<Vec<_>>();
    let everything = found("");
    assert_eq!((everything.names, everything.people.len()), (vec![0, 1, 2], 0));
    let money = found("qian");
    assert_eq!((called(&money.people), called(&money.files)), (vec!["钱秀英".to_owned()], vec!["钱多".to_owned()]));
    assert_eq!(money.names, [2]);
    assert_eq!(money.people[0].note, "正式党员 · 第一党小组");
    assert_eq!(called(&found("ztdr").meetings), ["主题党日"]);
    assert_eq!(called(&found("10月14").meetings), ["主题党日"]);
    assert_eq!(found("xj").names, [1]);
    let rules = found("d02").rules;
    assert_eq!((rules.len(), rules[0].key.as_str()), (1, "D02"), "of its two texts the one in force");
    assert!(rules[0].note.contains("2026年修订"));
    assert!(found("主题党日").rules.iter().any(|rule| rule.key == "B14"));
    assert_eq!(found("查无此人").rules, []);
}

#[test]
fn backup_report_and_certificate_say_how_they_stand() {
    let mut file = file();
    let said = |file: &mut TestFile| {
        home(file).states.into_iter().map(|state| (state.said, state.is_good)).collect::<Vec<_>>()
    };
    let before = said(&mut file);
    assert_eq!(before[0], ("还没有备份".to_owned(), false));
    assert_eq!(before[1], ("2026年第三季度的还没有签名".to_owned(), false), "the file was kept in it");
    assert_eq!(before[2], ("第一次签名时生成".to_owned(), true));
    file.sign_third_quarter(1);
    assert_eq!(said(&mut file)[1], ("2026年第三季度第 1 版已签名".to_owned(), true));
    file.on_day("2027-07-01");
    let several = "2027年第二季度和更早 2 个季度的还没有签名";
    assert_eq!(
        said(&mut file)[1],
        (several.to_owned(), false),
        "a quarter without any meeting is no reason to be silent"
    );
}

#[test]
fn a_report_is_first_wanted_of_the_quarter_in_which_the_file_was_begun() {
    let mut file = TestFile::on("2026-11-23");
    file.add_member("张三", |_| ());
    assert_eq!(home(&mut file).states[1].said, "2026年第四季度的到季末签名");
    file.on_day("2027-01-04");
    assert_eq!(home(&mut file).states[1].said, "2026年第四季度的还没有签名");
}

#[test]
fn setting_aside_asks_for_its_reason_or_a_day_to_come() {
    let mut file = file();
    let finding = theme_days(&home(&mut file));
    for (how, field) in [
        (HomeAsideHow::NotApplicable { reason: "  ".to_owned() }, "reason"),
        (HomeAsideHow::Done { note: "  ".to_owned() }, "reason"),
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
    let figure = |code: &str| view.figures.iter().find(|figure| figure.code == code).unwrap();
    assert_eq!(figure("members").value, "1 人");
    assert_eq!(figure("members").note, "另有停止党籍 2 人");
    assert_eq!(figure("probationary").value, "0 人");
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
    for on in ["2026-03-10", "2026-07-10", "2026-11-20"] {
        file.on_day(on.max("2026-08-20"));
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
