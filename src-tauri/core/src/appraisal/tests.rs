//! An appraisal from its beginning to its result, in a file in memory.

use super::papers::{ballots_of, result_of, tally_sheet_of};
use super::*;
use crate::desk::Nothing;
use crate::home;
use crate::meetings::MeetingId;
use crate::meetings::{self, MeetingKind};
use crate::outside::{Block, Fact};
use crate::problem::Explain;
use crate::roster::MemberId;
use crate::roster::MemberKind;
use crate::roster::{self, MergeRequest};
use crate::rules::RuleId;
use crate::testing::TestFile;

const TODAY: &str = "2026-11-30";

/// Three members and one on probation.
fn file() -> (TestFile, Vec<MemberId>) {
    let mut file = TestFile::on(TODAY);
    file.name_branch("示例支部", false);
    let mut members: Vec<_> = ["王二", "丁一", "张三"].map(|name| file.add_member(name, |_| ())).into();
    members.push(file.add_member("冯预备", |record| record.kind = MemberKind::Probationary));
    (file, members)
}

fn begin(file: &mut TestFile, year: i32, meeting: MeetingId) -> Result<AppraisalView, AppraisalError> {
    let request = Appraisal { id: None, year, meeting };
    save(&mut file.desk("appraisal_save"), request).map(|done| done.value)
}

/// A meeting on 25 November to which all but the third came.
fn begun() -> (TestFile, Vec<MemberId>, AppraisalId) {
    let (mut file, members) = file();
    let meeting = file.add_meeting(&[MeetingKind::Appraisal], "2026-11-25");
    file.attend(meeting, &members[2..3]);
    let view = begin(&mut file, 2026, meeting).unwrap();
    (file, members, view.appraisal.id.unwrap())
}

fn own(member: MemberId, text: &str) -> AppraisalOwn {
    AppraisalOwn { member, done: false, on: "2026-11-20".parse().ok(), text: text.to_owned(), on_paper: false }
}

fn counts(member: MemberId, [excellent, qualified, basically_qualified, unqualified]: [u32; 4]) -> AppraisalCounts {
    AppraisalCounts { member, excellent, qualified, basically_qualified, unqualified }
}

fn count(
    file: &mut TestFile,
    appraisal: AppraisalId,
    ballots: (u32, u32),
    lines: &[AppraisalCounts],
) -> Result<AppraisalView, AppraisalError> {
    let request = AppraisalTallyRequest {
        appraisal,
        handed_out: Some(ballots.0),
        collected: Some(ballots.1),
        lines: lines.to_vec(),
    };
    save_tally(&mut file.desk("appraisal_tally_save"), request).map(|done| done.value)
}

fn grade(
    file: &mut TestFile,
    appraisal: AppraisalId,
    grades: &[(MemberId, AppraisalGrade)],
) -> Result<AppraisalView, AppraisalError> {
    let entries = grades.iter().map(|(member, grade)| AppraisalVerdict {
        member: *member,
        grade: Some(*grade),
        reason: String::new(),
    });
    let request =
        AppraisalGradesRequest { appraisal, decided_on: "2026-11-28".parse().ok(), entries: entries.collect() };
    save_grades(&mut file.desk("appraisal_grades_save"), request).map(|done| done.value)
}

fn fields(error: &AppraisalError) -> Vec<String> {
    error.fields().into_iter().map(|problem| problem.field).collect()
}

fn names(view: &AppraisalView) -> Vec<&str> {
    view.people.iter().map(|person| person.name.as_str()).collect()
}

fn todo(file: &mut TestFile) -> Vec<String> {
    let todo = home::overview(&mut file.desk("home_overview"), Nothing {}).unwrap().todo;
    let of_appraisals =
        todo.into_iter().filter(|finding| finding.rule == Some(RuleId::B16) && !finding.message.contains("会议记录"));
    of_appraisals.map(|finding| finding.message).collect()
}

#[test]
fn the_members_of_that_day_take_part_by_strokes_and_it_is_said_how_many_came() {
    let (mut file, _, id) = begun();
    file.add_member("后来", |record| record.entered_on = "2026-11-26".parse().ok());
    let view = get(&mut file.desk("appraisal_get"), id).unwrap();
    assert_eq!(names(&view), ["丁一", "王二", "冯预备", "张三"]);
    assert_eq!(view.attendance, "应到党员 4 名，实到 3 名");
    assert_eq!((view.organ.as_str(), view.excellent_at_most), ("支部党员大会", 1), "B06");
}

#[test]
fn the_four_steps_from_the_beginning_to_the_result() {
    let (mut file, members, id) = begun();
    let everyone = members.iter().map(|member| own(*member, " 一年来…… ")).collect();
    let request = AppraisalOwnRequest { appraisal: id, entries: everyone };
    let view = save_own(&mut file.desk("appraisal_own_save"), request).unwrap().value;
    assert!(view.people.iter().all(|person| person.own.done && person.own.text == "一年来……"));

    let about = |member: &MemberId| AppraisalMutual { member: *member, done: true, text: String::new() };
    let request = AppraisalMutualRequest { appraisal: id, entries: members.iter().map(about).collect() };
    let view = save_mutual(&mut file.desk("appraisal_mutual_save"), request).unwrap().value;
    assert!(view.people.iter().all(|person| person.mutual.done && person.own.done), "the step before stays");

    let lines = [counts(members[0], [1, 2, 0, 0]), counts(members[1], [1, 1, 1, 0]), counts(members[2], [3, 0, 0, 0])];
    let view = count(&mut file, id, (3, 3), &lines).unwrap();
    assert_eq!(view.order, [members[2], members[1], members[0]], "equal ones by strokes");

    assert_eq!(todo(&mut file), ["2026年度民主评议党员还没有完成：组织评定 0/3"]);
    let grades = [AppraisalGrade::Qualified, AppraisalGrade::BasicallyQualified, AppraisalGrade::Excellent];
    let grades: Vec<_> = members.iter().copied().zip(grades).collect();
    let view = grade(&mut file, id, &grades).unwrap();
    assert!(view.steps.iter().all(|step| step.done == step.of));
    let messages: Vec<_> = view.findings.iter().map(|finding| finding.message.as_str()).collect();
    assert_eq!(messages, ["丁一评为合格以下，还没有填写理由和帮助措施"]);
    assert_eq!(todo(&mut file), [] as [&str; 0]);

    let rows = list(&mut file.desk("appraisal_list"), AppraisalQuery::default()).unwrap();
    assert_eq!(rows[0].grades.iter().map(|count| count.count).collect::<Vec<_>>(), [1, 1, 1, 0]);
    let years = of_member(&mut file.desk("member_appraisals"), members[3]).unwrap();
    assert_eq!(years[0].result, "预备党员，不评定等次");
    let years = of_member(&mut file.desk("member_appraisals"), members[0]).unwrap();
    assert_eq!((years[0].year, years[0].result.as_str()), (2026, "合格"));
}

#[test]
fn nothing_blocks_a_step_that_comes_before_another() {
    let (mut file, members, id) = begun();
    let view = grade(&mut file, id, &[(members[0], AppraisalGrade::Qualified)]).unwrap();
    let said = |what: &str| view.findings.iter().any(|finding| finding.message.contains(what));
    assert!(said("个人自评还缺") && said("党员互评还缺") && said("民主测评还缺"), "{:?}", view.findings);
}

#[test]
fn too_many_votes_for_one_member_are_refused_at_the_field_and_said_while_they_are_typed() {
    let (mut file, members, id) = begun();
    let request = AppraisalTallyRequest {
        appraisal: id,
        handed_out: Some(3),
        collected: Some(3),
        lines: vec![counts(members[0], [2, 1, 0, 0]), counts(members[1], [2, 1, 1, 0])],
    };
    let typed = judge_tally(&mut file.desk("appraisal_tally_judge"), request.clone()).unwrap();
    let refused = save_tally(&mut file.desk("appraisal_tally_save"), request).unwrap_err();
    assert_eq!(fields(&refused), ["lines.1.excellent"]);
    assert_eq!(typed.problems, refused.fields());
    assert_eq!(typed.problems[0].message, "丁一四项共 4 票，多于收回的 3 张");
}

#[test]
fn more_ballots_than_were_handed_out_are_kept_and_void() {
    let (mut file, members, id) = begun();
    let lines = [counts(members[0], [2, 1, 0, 0])];
    let view = count(&mut file, id, (2, 3), &lines).unwrap();
    assert!(view.is_void && view.people.iter().any(|person| person.counts.is_some()));
    assert!(todo(&mut file).contains(&"收回测评票 3 张，多于发出的 2 张，测评无效，须重新测评".to_owned()));
    let years = of_member(&mut file.desk("member_appraisals"), members[0]).unwrap();
    assert_eq!(years[0].counts, None);
    assert!(!count(&mut file, id, (3, 3), &lines).unwrap().is_void);
}

#[test]
fn who_is_on_probation_is_neither_voted_on_nor_graded() {
    let (mut file, members, id) = begun();
    let refused = grade(&mut file, id, &[(members[3], AppraisalGrade::Qualified)]).unwrap_err();
    assert_eq!(fields(&refused), ["entries.0.member"]);
    assert!(refused.to_string().contains("冯预备是预备党员，不评定等次"), "{refused}");
    let refused = count(&mut file, id, (3, 3), &[counts(members[3], [1, 0, 0, 0])]).unwrap_err();
    assert_eq!(fields(&refused), ["lines.0.member"]);
    let ballots = file.desk("paper_preview").read(|reader| ballots_of(reader, id, 0)).unwrap();
    assert_eq!((ballots.names, ballots.copies), (vec!["丁一".into(), "王二".into(), "张三".into()], 3));
}

#[test]
fn a_stranger_one_named_twice_and_a_day_to_come_are_refused_at_the_field() {
    let (mut file, members, id) = begun();
    let mut tomorrow = own(members[1], "");
    tomorrow.on = "2026-12-01".parse().ok();
    let entries = vec![own(members[0], ""), own(members[0], ""), own(MemberId(99), ""), tomorrow];
    let refused =
        save_own(&mut file.desk("appraisal_own_save"), AppraisalOwnRequest { appraisal: id, entries }).unwrap_err();
    assert_eq!(fields(&refused), ["entries.1.member", "entries.2.member", "entries.3.on"]);
}

#[test]
fn a_year_has_one_appraisal_at_a_meeting_for_all() {
    let (mut file, _, id) = begun();
    let other = file.add_meeting(&[MeetingKind::OrganizationalLife, MeetingKind::Appraisal], "2026-11-28");
    assert_eq!(fields(&begin(&mut file, 2026, other).unwrap_err()), ["year"]);
    assert_eq!(fields(&begin(&mut file, 2024, other).unwrap_err()), ["year"]);
    assert!(begin(&mut file, 2025, other).is_ok(), "the year before may be made up for");
    let lecture = file.add_meeting(&[MeetingKind::Lecture], "2026-11-28");
    assert_eq!(fields(&begin(&mut file, 2026, lecture).unwrap_err()), ["meeting", "year"]);
    let of_group = file.add_meeting(&[MeetingKind::Committee, MeetingKind::Appraisal], "2026-11-28");
    assert_eq!(fields(&begin(&mut file, 2026, of_group).unwrap_err())[0], "meeting");
    let same = Appraisal { id: Some(id), year: 2026, meeting: other };
    assert!(save(&mut file.desk("appraisal_save"), same).is_ok());
}

#[test]
fn a_meeting_with_an_appraisal_is_not_deleted_under_it_nor_an_appraisal_with_grades() {
    let (mut file, members) = file();
    let planned = file.add_meeting(&[MeetingKind::Appraisal], "2026-12-16");
    let id = begin(&mut file, 2026, planned).unwrap().appraisal.id.unwrap();
    let refused = meetings::delete(&mut file.desk("meeting_delete"), planned).unwrap_err();
    assert_eq!(refused.code(), "meeting_has_appraisal");
    grade(&mut file, id, &[(members[0], AppraisalGrade::Qualified)]).unwrap();
    assert!(matches!(delete(&mut file.desk("appraisal_delete"), id), Err(AppraisalError::Graded)));
    grade(&mut file, id, &[]).unwrap();
    delete(&mut file.desk("appraisal_delete"), id).unwrap();
    assert!(meetings::delete(&mut file.desk("meeting_delete"), planned).is_ok());
}

#[test]
fn a_meeting_keeps_the_kind_that_its_appraisal_needs() {
    let (mut file, _) = file();
    let planned = file.add_meeting(&[MeetingKind::Appraisal], "2026-12-16");
    begin(&mut file, 2026, planned).unwrap();
    let head = meetings::get(&mut file.desk("meeting_get"), planned).unwrap().head;
    let other = meetings::MeetingHead { kinds: vec![MeetingKind::ThemeDay], ..head };
    let refused = meetings::save(&mut file.desk("meeting_save"), other).unwrap_err();
    assert_eq!(refused.fields()[0].field, "kinds");
}

#[test]
fn a_missing_appraisal_is_said_once() {
    let (mut file, _) = file();
    assert_eq!(todo(&mut file), ["2026年度民主评议党员还未开展"]);
    let meeting = file.add_meeting(&[MeetingKind::Appraisal], "2026-11-25");
    file.attend(meeting, &[]);
    let said = todo(&mut file);
    assert!(said.contains(&"11月25日“民主评议党员”已召开，还没有登记民主评议的情况".to_owned()), "{said:?}");
    assert!(!said.iter().any(|message| message.contains("还未开展")), "{said:?}");
    begin(&mut file, 2026, meeting).unwrap();
    let said = todo(&mut file);
    assert!(!said.iter().any(|message| message.contains("还没有登记民主评议")), "{said:?}");
    let unfinished = "2026年度民主评议党员还没有完成：个人自评 0/4，党员互评 0/4，民主测评 0/3，组织评定 0/3";
    assert!(said.contains(&unfinished.to_owned()), "{said:?}");
}

#[test]
fn what_was_recorded_of_somebody_is_kept_when_the_meeting_expects_others() {
    let (mut file, members, id) = begun();
    grade(&mut file, id, &[(members[0], AppraisalGrade::Qualified)]).unwrap();
    file.add_member("新人", |record| record.entered_on = "2026-11-26".parse().ok());
    let gone = roster::MemberLeaveRequest {
        id: members[0],
        on: "2026-11-26".parse().unwrap(),
        how: roster::ExitWay::MovedOut,
        reason: String::new(),
    };
    roster::leave(&mut file.desk("member_leave"), gone).unwrap();
    let later = file.add_meeting(&[MeetingKind::Appraisal], "2026-11-28");
    let request = Appraisal { id: Some(id), year: 2026, meeting: later };
    let view = save(&mut file.desk("appraisal_save"), request).unwrap().value;
    assert!(names(&view).contains(&"王二") && names(&view).contains(&"新人"), "{:?}", names(&view));
}

#[test]
fn two_records_of_one_person_have_one_appraisal_after_a_merge() {
    let (mut file, members, id) = begun();
    grade(&mut file, id, &[(members[0], AppraisalGrade::Qualified)]).unwrap();
    let request = AppraisalOwnRequest { appraisal: id, entries: vec![own(members[1], "自评")] };
    save_own(&mut file.desk("appraisal_own_save"), request).unwrap();
    let merge = MergeRequest { keep: members[0], drop: members[1], take: Vec::new() };
    roster::merge(&mut file.desk("member_merge"), merge).unwrap();
    let view = get(&mut file.desk("appraisal_get"), id).unwrap();
    assert_eq!(names(&view), ["王二", "冯预备", "张三"]);
    let one = &view.people[0];
    assert_eq!((one.own.text.as_str(), one.verdict.grade), ("自评", Some(AppraisalGrade::Qualified)));
}

#[test]
fn papers_say_what_was_entered() {
    let (mut file, members, id) = begun();
    let read = |file: &mut TestFile| {
        let desk = file.desk("paper_preview");
        desk.read(|reader| Ok::<_, AppraisalError>((tally_sheet_of(reader, id)?, result_of(reader, id)?))).unwrap()
    };
    let (empty, _) = read(&mut file);
    assert!(empty.rows().iter().all(|row| row[2..] == [""; 4]));
    assert!(
        empty
            .blocks
            .iter()
            .any(|block| matches!(block, Block::Facts { facts } if facts.contains(&Fact::new("实到党员", "3 人"))))
    );
    count(&mut file, id, (3, 3), &[counts(members[0], [1, 2, 0, 0])]).unwrap();
    grade(&mut file, id, &[(members[0], AppraisalGrade::Excellent)]).unwrap();
    let (tally, result) = read(&mut file);
    let counts: Vec<_> = tally.rows().into_iter().map(|row| row[2..].to_vec()).collect();
    assert_eq!(counts, [["", "", "", ""], ["1", "2", "0", "0"], ["", "", "", ""]]);
    let grades: Vec<_> = result.rows().into_iter().map(|row| (row[1].clone(), row[9].clone())).collect();
    let graded = [("丁一", ""), ("王二", "优秀"), ("冯预备", "不评定"), ("张三", "")];
    assert_eq!(grades, graded.map(|(name, grade)| (name.to_owned(), grade.to_owned())));
    let text = result.to_string();
    assert!(text.contains("共 4 名党员。优秀 1 名，") && text.contains("支部党员大会意见"), "{text}");
}
