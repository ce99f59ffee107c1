//! What the papers promise: they say what was entered, all of it, and nothing else.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use rstest::rstest;
use serde_json::json;

use super::*;
use crate::development::entries::{Entry, EntryField as F, EntryKind, FieldKind, Values};
use crate::development::{
    DevelopmentPerson, Guide, GuideRequest, GuideRole, MaterialNeed, MaterialsRequest, save, save_guide,
    save_materials, store,
};
use crate::meetings::{self, BallotKind, MeetingId, MeetingKind, MotionKind, Vote};
use crate::outside::Writing;
use crate::paper::Papers;
use crate::problem::Explain;
use crate::testing::TestFile;

const TODAY: &str = "2027-11-23";
const NAME: &str = "李某某";

/// A branch with a superior, and a file of which only the name is known.
fn empty(has_committee: bool) -> (TestFile, DevelopmentFileId) {
    let mut test = TestFile::on(TODAY);
    test.name_branch("中共示例协会支部委员会", has_committee);
    let person: DevelopmentPerson = serde_json::from_value(json!({ "name": NAME })).unwrap();
    let view = save(&mut test.desk("development_save"), person).unwrap().value;
    (test, view.person.id.unwrap())
}

/// A text that can be found again.
fn text(field: F, kind: EntryKind, long: usize) -> String {
    let said = format!("{}【{kind:?}】", field.title());
    if field.kind() == FieldKind::Words && long > 1 { vec![said; long].join("，") } else { said }
}

/// Every field of a kind filled in.
fn filled(kind: EntryKind, on: NaiveDate, long: usize) -> Entry {
    let value = |field: &F| match field.kind() {
        FieldKind::Text | FieldKind::Words => text(*field, kind, long),
        FieldKind::Day => on.checked_add_days(Days::new(5)).unwrap().to_string(),
        FieldKind::Count => "8".to_owned(),
        FieldKind::YesNo => "yes".to_owned(),
        FieldKind::Choice => field.choices()[0].0.to_owned(),
    };
    let values = kind.fields().iter().map(|field| (*field, value(field))).collect::<BTreeMap<_, _>>();
    Entry { values: Values(values), ..Entry::new(kind, on) }
}

/// The day on which the kind at a place happened.
fn day_of(kind: EntryKind) -> NaiveDate {
    let at = EntryKind::ALL.iter().position(|known| *known == kind).unwrap();
    let start: NaiveDate = "2024-01-10".parse().unwrap();
    start.checked_add_days(Days::new(29 * at as u64)).unwrap()
}

fn enter(test: &mut TestFile, file: DevelopmentFileId, entries: &[Entry]) {
    let today = TODAY.parse().unwrap();
    test.desk("development_entries_save")
        .transact::<_, crate::vault::VaultError>("登记", |tx| {
            entries.iter().try_for_each(|entry| store::save_entry(tx, file, entry, today))
        })
        .unwrap();
}

/// A file in which everything was entered.
fn full(has_committee: bool, long: usize) -> (TestFile, DevelopmentFileId) {
    let (mut test, id) = empty(has_committee);
    let details: BTreeMap<_, _> = F::OF_PERSON
        .iter()
        .filter(|field| matches!(field.kind(), FieldKind::Text | FieldKind::Words))
        .map(|field| (*field, text(*field, EntryKind::Application, long)))
        .collect();
    let person: DevelopmentPerson = serde_json::from_value(json!({
        "id": id, "name": NAME, "sex": "male", "ethnicity": "汉族", "birth": "1990-03-07", "education": "大学本科",
        "unit_and_post": "示例行业协会秘书处干事", "mobile": "13800000000", "details": details,
    }))
    .unwrap();
    save(&mut test.desk("development_save"), person).unwrap();
    let entries: Vec<_> = EntryKind::ALL.iter().map(|kind| filled(*kind, day_of(*kind), long)).collect();
    enter(&mut test, id, &entries);
    for (role, name) in [(GuideRole::Mentor, "赵某某"), (GuideRole::Sponsor, "钱某某"), (GuideRole::Sponsor, "孙某某")]
    {
        let since = Some("2024-06-01".parse().unwrap());
        let guide =
            Guide { id: None, role, member: None, name: name.to_owned(), since, until: None, why: String::new() };
        save_guide(&mut test.desk("guide_save"), GuideRequest { file: id, guide, insist: true }).unwrap();
    }
    let materials = catalogue::materials().iter().filter(|material| material.need == MaterialNeed::Required);
    let materials = materials.map(|material| {
        serde_json::from_value(json!({
            "id": null, "code": material.code, "state": "present", "dated": "2025-02-03", "pages": 2, "is_copy": false,
        }))
        .unwrap()
    });
    let request = MaterialsRequest { file: id, materials: materials.collect() };
    save_materials(&mut test.desk("development_materials_save"), request).unwrap();
    (test, id)
}

fn drawn(test: &mut TestFile, paper: DevelopmentPaper) -> (Writing, Drawn) {
    let drawn = paper.draw(&test.door("paper_preview")).unwrap();
    let writing = drawn.document.writing().unwrap().clone();
    (writing, drawn)
}

fn form_of(test: &mut TestFile, file: DevelopmentFileId, code: &str) -> Writing {
    drawn(test, DevelopmentPaper::Form { file, code: code.to_owned(), entry: None }).0
}

fn package(test: &mut TestFile, file: DevelopmentFileId, package: DevelopmentPackage) -> Writing {
    drawn(test, DevelopmentPaper::Package { file, package }).0
}

#[test]
fn no_code_stands_twice_and_each_is_one_of_the_list_or_our_own() {
    let codes: std::collections::BTreeSet<_> = forms().map(|form| form.code).collect();
    assert_eq!(codes.len(), forms().count());
    let own: Vec<_> = codes.iter().filter(|code| catalogue::material(code).is_none()).collect();
    assert_eq!(own, [&"announcement", &"explanation", &"oath"]);
    assert!(has_form("1-2") && !has_form("4-3"));
}

#[rstest]
#[case("1-1")]
#[case("4-3")]
#[case("5-10")]
#[case("9-9")]
fn what_others_issue_has_no_form(#[case] code: &str) {
    let (mut test, file) = empty(true);
    let paper = DevelopmentPaper::Form { file, code: code.to_owned(), entry: None };
    let error = paper.draw(&test.door("paper_preview")).unwrap_err();
    assert_eq!(error.code(), "development_form_unknown");
    assert_eq!(error.to_string(), format!("“{code}”这份材料不由支部起草，程序没有它的表样"));
}

#[test]
fn of_a_file_with_nothing_but_a_name_no_paper_states_a_day_or_a_number() {
    let (mut test, file) = empty(true);
    for form in forms() {
        let writing = form_of(&mut test, file, form.code);
        let text = writing.to_string();
        assert!(text.contains(NAME), "{}: {text}", form.code);
        // The numbers of the lines of a list are no statement.
        let lines = text.lines().filter(|line| line.parse::<u32>().is_err());
        let lines: String = lines.collect::<Vec<_>>().join("\n").replace("1年", "");
        assert!(!lines.contains(|c: char| c.is_ascii_digit()), "{}: {lines}", form.code);
    }
}

#[test]
fn every_paper_says_what_was_entered_for_it() {
    let (mut test, file) = full(true, 1);
    let mut all = String::new();
    for form in forms() {
        all.push_str(&form_of(&mut test, file, form.code).to_string());
    }
    // What the forms have no place for: where things lie, and what only the audit asks.
    let left_out = [
        EntryKind::Application,
        EntryKind::Arrival,
        EntryKind::Handover,
        EntryKind::ActivistFiling,
        EntryKind::MentorTalk,
        EntryKind::PreExamination,
        EntryKind::ApplicationForm,
        EntryKind::SponsorOpinion,
        EntryKind::Approval,
        EntryKind::CommitteeReview,
        EntryKind::Conversion,
    ];
    for kind in EntryKind::ALL.into_iter().filter(|kind| !left_out.contains(kind)) {
        for field in kind.fields().iter().filter(|field| matches!(field.kind(), FieldKind::Text | FieldKind::Words)) {
            assert!(all.contains(&text(*field, kind, 1)), "{kind:?} {field:?}");
        }
    }
    for field in [F::Resume, F::Family, F::Relations, F::Awards] {
        assert!(all.contains(&text(field, EntryKind::Application, 1)), "{field:?}");
    }
    assert!(all.contains("赵某某") && all.contains("钱某某、孙某某") || all.contains("钱某某\n孙某某"));
}

#[test]
fn a_talk_is_on_the_record_of_the_talk() {
    let (mut test, file) = full(true, 1);
    let text = form_of(&mut test, file, "1-2").to_string();
    assert!(text.starts_with("中共示例协会支部委员会\n同入党申请人的谈话记录"), "{text}");
    for part in ["2024年2月8日", "入党动机【Talk】", "支部书记"] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

/// A general meeting with a vote on the admission.
fn admission(test: &mut TestFile, file: DevelopmentFileId) -> MeetingId {
    for name in ["张三", "李四", "王五"] {
        test.add_member(name, |_| {});
    }
    let meeting = test.add_meeting(&[MeetingKind::General], "2026-08-10");
    test.attend(meeting, &[]);
    let vote = Vote {
        meeting,
        id: None,
        subject: format!("接收{NAME}为预备党员"),
        motion: MotionKind::Admission,
        ballot: BallotKind::Secret,
        votes_for: 3,
        votes_against: 0,
        abstained: 0,
        written_for: 0,
        written_against: 0,
    };
    let view = meetings::save_vote(&mut test.desk("vote_save"), vote).unwrap().value;
    let vote = view.votes[0].vote.id;
    let mut entry = Entry::new(EntryKind::Admission, "2026-08-10".parse().unwrap());
    (entry.meeting, entry.vote) = (Some(meeting), vote);
    entry.values.0.insert(F::Performance, "踏实肯干".to_owned());
    entry.values.0.insert(F::Expected, "99".to_owned());
    enter(test, file, &[entry]);
    meeting
}

#[test]
fn a_resolution_has_its_five_elements_from_the_vote_at_the_meeting() {
    let (mut test, file) = empty(true);
    admission(&mut test, file);
    let text = form_of(&mut test, file, "4-4b").to_string();
    for part in [
        "关于接收李某某为中共预备党员的决议",
        "踏实肯干",
        "应到会有表决权的党员 3 名，实到 3 名",
        "赞成 3 票，不赞成 0 票，弃权 0 票",
        "大会同意接收李某某为中共预备党员",
        "2026-08-10",
        "支部书记",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("99"), "the vote counts, not what was written beside it");
    assert!(text.contains("赞成票超过应到会有表决权党员的半数"), "{text}");
    let record = form_of(&mut test, file, "4-4").to_string();
    assert!(record.contains("3 人") && record.contains("2026年8月10日"), "{record}");
}

#[test]
fn counts_without_a_vote_are_those_that_were_entered_with_the_written_opinions() {
    let (mut test, file) = empty(true);
    enter(&mut test, file, &[filled(EntryKind::Admission, day_of(EntryKind::Admission), 1)]);
    let text = form_of(&mut test, file, "4-5").to_string();
    assert!(text.contains("赞成 16 票，不赞成 16 票，弃权 8 票"), "{text}");
    assert!(text.contains("书面意见，赞成 8 份，不赞成 8 份"), "{text}");
}

#[test]
fn no_majority_is_claimed_that_the_numbers_do_not_bear_out() {
    let (mut test, file) = empty(true);
    let mut entry = Entry::new(EntryKind::Admission, "2026-08-10".parse().unwrap());
    entry.values.0.insert(F::Outcome, "passed".to_owned());
    enter(&mut test, file, &[entry.clone()]);
    let text = form_of(&mut test, file, "4-4b").to_string();
    assert!(text.contains("大会同意接收李某某为中共预备党员") && !text.contains("半数"), "{text}");
    let (mut test, file) = empty(true);
    entry.values.0.extend([(F::Expected, "9".to_owned()), (F::VotesFor, "4".to_owned())]);
    entry.values.0.insert(F::Outcome, "failed".to_owned());
    enter(&mut test, file, &[entry]);
    let text = form_of(&mut test, file, "4-4b").to_string();
    assert!(text.contains("赞成票未超过应到会有表决权党员的半数，未获通过"), "{text}");
}

#[test]
fn a_package_draws_each_letter_of_the_review() {
    let (mut test, file) = full(true, 1);
    let mut second = filled(EntryKind::ReviewLetter, day_of(EntryKind::ReviewLetter), 1);
    second.values.0.insert(F::To, "某街道党工委".to_owned());
    enter(&mut test, file, &[second]);
    let text = package(&mut test, file, DevelopmentPackage::Stage3).to_string();
    assert!(text.contains("某街道党工委：") && text.contains("去函单位【ReviewLetter】："));
}

#[test]
fn without_a_committee_no_paper_names_one() {
    let (mut test, file) = empty(false);
    for form in forms() {
        let text = form_of(&mut test, file, form.code).to_string().replace("中共示例协会支部委员会", "");
        assert!(!text.contains("支委会") && !text.contains("支部委员会"), "{}: {text}", form.code);
    }
    let text = form_of(&mut test, file, "2-2").to_string();
    assert!(text.contains("支部大会确定入党积极分子会议记录"), "{text}");
}

#[test]
fn the_superior_is_asked_under_the_text_of_2026_and_told_under_that_of_2014() {
    let (mut test, file) = empty(true);
    let title = |test: &mut TestFile, on: &str| {
        let entry = Entry::new(EntryKind::CandidateMeeting, on.parse().unwrap());
        enter(test, file, &[entry]);
        form_of(test, file, "3-5").title
    };
    assert_eq!(title(&mut test, "2026-06-01"), "关于拟将李某某列为发展对象的请示");
    assert_eq!(title(&mut test, "2025-06-01"), "关于确定李某某为发展对象的备案报告");
}

#[test]
fn an_explanation_bears_its_own_day_and_of_several_the_one_asked_for_is_drawn() {
    let (mut test, file) = empty(true);
    let said = |on: &str, about: &str| {
        let mut entry = Entry::new(EntryKind::Explanation, on.parse().unwrap());
        entry.values.0.insert(F::Content, about.to_owned());
        entry
    };
    enter(&mut test, file, &[said("2027-10-01", "遗失谈话记录"), said("2027-11-01", "缺思想汇报")]);
    let all = test.vault.read(|reader| store::file(reader, file)).unwrap().entries;
    let code = "explanation".to_owned();
    let first = DevelopmentPaper::Form { file, code: code.clone(), entry: all[0].id };
    assert!(drawn(&mut test, first).0.to_string().contains("遗失谈话记录"));
    let last = form_of(&mut test, file, &code);
    assert!(last.to_string().contains("缺思想汇报"));
    let signed = last.blocks.iter().find_map(|block| match block {
        Block::Signed { on, .. } => Some(*on),
        _ => None,
    });
    assert_eq!(signed, Some("2027-11-01".parse().unwrap()));
}

#[test]
fn an_extension_says_until_when_and_why() {
    let (mut test, file) = empty(true);
    let mut extended = Entry::new(EntryKind::Conversion, "2027-08-10".parse().unwrap());
    for (field, value) in [(F::ConversionOutcome, "extended"), (F::Months, "6"), (F::DelayReason, "需要继续考察")]
    {
        extended.values.0.insert(field, value.to_owned());
    }
    enter(&mut test, file, &[Entry::new(EntryKind::Admission, "2026-08-10".parse().unwrap()), extended]);
    let text = form_of(&mut test, file, "5-9").to_string();
    for part in ["延长李某某的预备期 6 个月", "需要继续考察", "2028年2月9日"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(form_of(&mut test, file, "5-5a").title, "关于延长李某某预备期的决议");
}

#[rstest]
#[case(DevelopmentPackage::PreExamination, 8)]
#[case(DevelopmentPackage::Approval, 8)]
#[case(DevelopmentPackage::Stage1, 5)]
// Of one who was on probation under the text of 2014 the form of 2026 is not asked.
#[case(DevelopmentPackage::Archive, 9)]
fn a_package_lists_its_papers_and_draws_those_that_can_be(#[case] of: DevelopmentPackage, #[case] papers: usize) {
    let (mut test, file) = full(true, 1);
    let writing = package(&mut test, file, of);
    let Block::Table { rows, .. } = &writing.blocks[1] else { unreachable!("{writing}") };
    assert_eq!(rows.len(), papers);
    let shown = rows.iter().map(|row| row[1].as_str()).filter(|code| has_form(code)).count();
    let pages = writing.blocks.iter().filter(|block| matches!(block, Block::NewPage {})).count();
    assert_eq!(pages, shown);
    assert!(rows.iter().all(|row| row[1].is_empty() || row[6] == "已有"), "{rows:?}");
}

#[test]
fn every_stage_has_a_package_also_of_an_empty_file() {
    let (mut test, file) = empty(true);
    for of in DevelopmentPackage::ALL {
        let writing = package(&mut test, file, of);
        assert!(writing.title.starts_with(of.title()));
        assert!(writing.blocks.iter().any(|block| matches!(block, Block::NewPage {})), "{of:?}");
    }
}

#[test]
fn the_guide_says_what_is_known_and_that_the_rest_is_to_be_asked() {
    let (mut test, file) = full(true, 1);
    let text = drawn(&mut test, DevelopmentPaper::Guide { file }).0.to_string();
    for part in ["本人简历【Application】", "意见【SponsorOpinion】", "蓝黑色墨水", "汉族"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let (mut test, file) = empty(true);
    let text = drawn(&mut test, DevelopmentPaper::Guide { file }).0.to_string();
    assert!(text.contains("确实没有的，写“无”") && !text.contains(|c: char| c.is_ascii_digit()), "{text}");
}

#[test]
fn a_roster_has_those_of_the_year_by_day() {
    let (mut test, file) = full(true, 1);
    let mut roster = |of, year| {
        let (writing, drawn) = drawn(&mut test, DevelopmentPaper::Roster { year, of });
        (writing.rows(), drawn.people)
    };
    let (rows, people) = roster(DevelopmentRosterKind::Applicants, 2024);
    assert_eq!((rows[0][1].as_str(), people), (NAME, 1));
    assert_eq!(rows[0].len(), 8);
    assert_eq!(roster(DevelopmentRosterKind::Applicants, 2025).1, 0);
    let converted = day_of(EntryKind::Conversion);
    let (rows, people) = roster(DevelopmentRosterKind::Converted, chrono::Datelike::year(&converted));
    assert_eq!((people, rows[0].len()), (1, 14));
    let _ = file;
}

#[test]
fn the_examination_is_printed_with_what_to_do() {
    let (mut test, file) = full(true, 1);
    let (writing, _) = drawn(&mut test, DevelopmentPaper::Audit { file: Some(file) });
    let text = writing.to_string();
    assert!(text.contains("发展党员档案体检报告") && text.contains("一、李某某"), "{text}");
    let missing = DevelopmentPaper::Audit { file: Some(DevelopmentFileId(99)) };
    assert!(matches!(missing.draw(&test.door("paper_preview")), Err(DevelopmentError::NotFound)));
}

#[test]
fn what_the_review_found_is_noted_when_it_leaves_the_house() {
    let (mut test, file) = full(true, 1);
    let mut discloses =
        |code: &str| drawn(&mut test, DevelopmentPaper::Form { file, code: code.to_owned(), entry: None }).1.discloses;
    assert_eq!((discloses("3-9"), discloses("1-2")), (Some(REVIEW), None));
    let package = DevelopmentPaper::Package { file, package: DevelopmentPackage::PreExamination };
    assert_eq!(drawn(&mut test, package).1.discloses, Some(REVIEW));
}
