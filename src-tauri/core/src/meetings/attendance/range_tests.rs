//! Attendance over a period, and the papers that go with a meeting.

use chrono::NaiveDate;

use crate::meetings::papers::{motion_ballots_of, motion_tally_of, notice_of, vote_resolution_of};
use crate::meetings::testing::{TODAY, attend, code, entry, fields, held, members, plan, save, vote};
use crate::meetings::*;
use crate::outside::Block;
use crate::roster::MemberId;
use crate::testing::TestFile;
use AttendanceStatus::{Absent, NotRequired, OnLeave, Present};

fn asked(from: &str, to: &str, kind: Option<MeetingKind>) -> AttendanceRangeQuery {
    AttendanceRangeQuery { from: from.parse().unwrap(), to: to.parse().unwrap(), kind }
}

fn look(file: &mut TestFile, query: AttendanceRangeQuery) -> AttendanceRange {
    attendance_range(&mut file.desk("attendance_range"), query).unwrap()
}

/// A meeting with what each of `members` did.
fn past(file: &mut TestFile, day: &str, kind: MeetingKind, members: &[MemberId], statuses: &[AttendanceStatus]) {
    let id = save(file, plan(kind, day));
    let one = |(member, status): (&MemberId, &AttendanceStatus)| AttendanceEntry {
        reason: (*status == OnLeave).then(|| "出差".to_owned()),
        ..entry(*member, *status)
    };
    attend(file, id, members.iter().zip(statuses).map(one).collect()).unwrap();
}

#[test]
fn every_number_of_a_period_is_that_of_the_report() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 4);
    past(&mut file, "2026-10-08", MeetingKind::General, &ids, &[Present, OnLeave, Absent]);
    past(&mut file, "2026-10-20", MeetingKind::ThemeDay, &ids, &[Present, Absent, Absent, NotRequired]);
    past(&mut file, "2026-11-05", MeetingKind::ThemeDay, &ids, &[Absent, OnLeave, Present, Present]);
    save(&mut file, plan(MeetingKind::General, "2026-12-01"));
    let range = look(&mut file, asked("2026-10-01", "2026-12-31", None));

    assert_eq!(range.as_of, TODAY.parse::<NaiveDate>().unwrap());
    assert_eq!(range.meetings.len(), 3, "only those whose attendance was recorded");
    let marks: Vec<_> = range.rows.iter().map(|row| row.marks.as_str()).collect();
    assert_eq!(marks, ["✓✓缺", "假缺假", "缺缺✓", "？不✓"]);
    let reported = file
        .vault
        .read(|reader| {
            let people = crate::roster::members_on(reader, range.as_of)?;
            attendance_by_member(reader, &people, range.query.from, range.query.to)
        })
        .unwrap();
    assert_eq!(range.rows.iter().map(|row| row.attendance.clone()).collect::<Vec<_>>(), reported);
    let tallies = file.vault.read(|reader| store::rows(reader, &MeetingQuery::default())).unwrap();
    for meeting in &range.meetings {
        let tally = tallies.iter().find(|row| row.id == meeting.id).and_then(|row| row.tally).unwrap();
        assert_eq!((meeting.expected, meeting.present), (tally.expected, tally.present));
    }
    let months: Vec<_> = range.months.iter().map(|m| (m.month.as_str(), m.expected, m.present, m.rate)).collect();
    assert_eq!(months, [("2026-10", 7, 2, Some(29)), ("2026-11", 4, 2, Some(50))]);
    assert_eq!(range.rows[1].reasons[0].reason, "出差");
    assert!(range.rows[1].attendance.missed_three && !range.rows[2].attendance.missed_three);
}

#[test]
fn one_kind_alone_counts_only_its_meetings() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 1);
    past(&mut file, "2026-10-08", MeetingKind::General, &ids, &[Absent]);
    past(&mut file, "2026-10-20", MeetingKind::ThemeDay, &ids, &[Present]);
    let range = look(&mut file, asked("2026-10-01", "2026-12-31", Some(MeetingKind::ThemeDay)));
    assert_eq!((range.rows[0].marks.as_str(), range.rows[0].rate), ("✓", Some(100)));
}

#[test]
fn someone_who_left_is_shown_where_he_was_expected() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 2);
    past(&mut file, "2026-10-08", MeetingKind::General, &ids, &[Present, Present]);
    let left = serde_json::json!({ "id": ids[0], "on": "2026-11-01", "how": "moved_out", "reason": "调动" });
    crate::roster::leave(&mut file.desk("member_leave"), serde_json::from_value(left).unwrap()).unwrap();
    past(&mut file, "2026-11-10", MeetingKind::General, &ids[1..], &[Present]);
    let rows = look(&mut file, asked("2026-10-01", "2026-12-31", None)).rows;
    let shown: Vec<_> = rows.iter().map(|row| (row.marks.as_str(), row.former)).collect();
    assert_eq!(shown, [("✓—", true), ("✓✓", false)]);
    let rows = look(&mut file, asked("2026-11-02", "2026-12-31", None)).rows;
    assert_eq!(rows.len(), 1);
}

/// E11: a leave slip, a meeting attended, or one that need not be attended ends the absence; a calendar month is a month.
#[test]
fn the_clock_of_absence_runs_from_the_first_meeting_missed_without_leave() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 4);
    for (day, statuses) in [
        ("2026-03-10", [Absent, Present, Absent, Absent]),
        ("2026-05-23", [Absent, Absent, OnLeave, Absent]),
        ("2026-10-20", [Absent, Absent, Absent, Absent]),
        ("2026-11-05", [Absent, Absent, Absent, Present]),
    ] {
        past(&mut file, day, MeetingKind::General, &ids, &statuses);
    }
    let clock = |range: AttendanceRange| -> Vec<_> {
        let clock = |row: &RangeRow| (row.away_since.map(|day| day.to_string()), row.away_months, row.away_too_long);
        range.rows.iter().map(clock).collect()
    };
    let since = |day: &str| Some(day.to_owned());
    let expected = vec![
        (since("2026-03-10"), 8, true),
        (since("2026-05-23"), 6, true),
        (since("2026-10-20"), 1, false),
        (None, 0, false),
    ];
    assert_eq!(clock(look(&mut file, asked("2026-01-01", "2026-12-31", None))), expected);
    assert_eq!(clock(look(&mut file, asked("2026-10-01", "2026-12-31", None))), expected, "it began before the period");
    let one_kind = asked("2026-10-01", "2026-12-31", Some(MeetingKind::Lecture));
    assert_eq!(clock(look(&mut file, one_kind)), expected, "whatever kind is looked at");
    let then = clock(look(&mut file, asked("2026-10-01", "2026-10-31", None)));
    assert_eq!(then[1], (since("2026-05-23"), 5, false), "as of the period's end");
}

#[test]
fn a_period_that_cannot_be_is_refused_at_its_end() {
    let mut file = TestFile::on(TODAY);
    for query in [asked("2026-10-01", "2026-09-30", None), asked("2020-01-01", "2026-12-31", None)] {
        assert_eq!(fields(attendance_range(&mut file.desk("attendance_range"), query)), ["to"]);
    }
}

fn voted(file: &mut TestFile, motion: MotionKind) -> VoteRef {
    let ids = members(file, 6);
    file.add_member("李𬭎", |member| {
        member.kind = crate::roster::MemberKind::Probationary;
        member.converted = None;
    });
    let meeting = held(file, &ids, 5);
    let written = if motion.takes_written_opinions() { 1 } else { 0 };
    let request = Vote { votes_for: 4, abstained: 1, written_for: written, ..vote(meeting, motion) };
    let view = save_vote(&mut file.desk("vote_save"), request).unwrap().value;
    VoteRef { meeting, id: view.votes[0].vote.id.unwrap() }
}

#[test]
fn a_resolution_has_the_branchs_own_words_and_the_votes_with_those_in_writing() {
    let mut file = TestFile::on(TODAY);
    let vote = voted(&mut file, MotionKind::Conversion);
    let blank = file.vault.read(|reader| vote_resolution_of(reader, vote)).unwrap();
    let empty = Block::Words { text: String::new() };
    assert_eq!(blank.blocks.iter().filter(|block| **block == empty).count(), 3, "merits, faults and opinion");
    assert!(blank.title.contains("　　"), "a name that nobody wrote is left to a hand");

    let words = VoteResolutionRequest {
        meeting: vote.meeting,
        vote: vote.id,
        person: "李𬭎".into(),
        merits: "工作踏实".into(),
        faults: "理论学习不够\n".into(),
        conclusion: String::new(),
    };
    let saved = save_vote_resolution(&mut file.desk("vote_resolution_save"), words).unwrap().value;
    assert_eq!(saved.people, ["李𬭎"]);
    let paper = file.vault.read(|reader| vote_resolution_of(reader, vote)).unwrap();
    assert_eq!(paper.title, "关于李𬭎转为中共正式党员的决议");
    assert_eq!(
        paper.rows(),
        [["7", "6", "6", "5", "5", "0", "1"]],
        "members, voters, expected, present, for, against, abstained"
    );
    let text = paper.to_string();
    for said in ["工作踏实", "理论学习不够", "书面意见 1 份", "同意李𬭎按期转为中共正式党员"]
    {
        assert!(text.contains(said), "{said} in {text}");
    }
}

#[test]
fn a_resolution_that_did_not_pass_says_so() {
    let mut file = TestFile::on(TODAY);
    let made = voted(&mut file, MotionKind::Admission);
    let failed = Vote { id: Some(made.id), votes_for: 1, ..vote(made.meeting, MotionKind::Admission) };
    save_vote(&mut file.desk("vote_save"), failed).unwrap();
    let paper = file.vault.read(|reader| vote_resolution_of(reader, made)).unwrap();
    let result = paper.to_string();
    assert!(result.contains("未获通过。") && !result.contains("大会同意"), "{result}");
}

#[test]
fn an_ordinary_vote_has_no_resolution_of_its_own() {
    let mut file = TestFile::on(TODAY);
    let vote = voted(&mut file, MotionKind::Ordinary);
    assert_eq!(code(vote_resolution(&mut file.desk("vote_resolution_get"), vote)), "vote_on_no_person");
}

#[test]
fn a_notice_says_what_was_entered_and_no_more() {
    let mut file = TestFile::on(TODAY);
    let request = MeetingHead { observers: vec!["王某某".into()], ..plan(MeetingKind::General, "2026-11-25") };
    let id = save(&mut file, request);
    let paper = |file: &mut TestFile| file.vault.read(|reader| notice_of(reader, id, TODAY.parse().unwrap())).unwrap();
    let line = |text: &str, line: &str| Block::HeadWith { text: text.into(), line: line.into() };
    let signed = |on: &str| Block::Signed { by: String::new(), role: None, on: on.parse().unwrap() };
    let notice = paper(&mut file);
    assert_eq!(notice.title, "关于召开支部党员大会的通知");
    assert_eq!(notice.blocks[1], Block::Addressee { text: "全体党员：".into() });
    let sections =
        [line("时间", "2026年11月25日（星期三）14:00"), line("地点", "二楼会议室"), line("列席人员", "王某某")];
    assert_eq!(notice.blocks[3..], [sections.as_slice(), &[signed(TODAY)]].concat());

    let words = MeetingNoticeRequest {
        meeting: id,
        addressee: "全体党员、入党积极分子".into(),
        wishes: "请带党章。\n\n请提前到会。".into(),
        issued_on: "2026-11-20".parse().ok(),
    };
    save_notice(&mut file.desk("meeting_notice_save"), words).unwrap();
    let notice = paper(&mut file);
    assert_eq!(notice.blocks[1], Block::Addressee { text: "全体党员、入党积极分子：".into() });
    let wishes = [Block::head("有关要求"), Block::text("请带党章。\n请提前到会。"), signed("2026-11-20")];
    assert_eq!(notice.blocks[6..], wishes);
}

#[test]
fn there_is_a_ballot_for_each_voter_and_a_tally_sheet_before_and_after() {
    let mut file = TestFile::on(TODAY);
    let vote = voted(&mut file, MotionKind::Admission);
    let (ballots, empty, counted) = file
        .vault
        .read(|reader| {
            let (meeting, motion, subject) = (vote.meeting, MotionKind::Admission, "接收李𬭎");
            let ballots = motion_ballots_of(reader, meeting, motion, subject, 0)?;
            let empty = motion_tally_of(reader, meeting, motion, subject, None)?;
            let counted = motion_tally_of(reader, meeting, MotionKind::Ordinary, "", Some(vote.id))?;
            Ok::<_, MeetingError>((ballots, empty, counted))
        })
        .unwrap();
    assert_eq!((ballots.copies, ballots.title.as_str()), (5, "接收预备党员表决票"));
    assert_eq!((empty.rows[0].votes_for, empty.rows[0].name.as_str()), (None, "接收李𬭎"));
    assert_eq!((counted.rows[0].votes_for, counted.rows[0].result.as_str()), (Some(4), "通过"));
    assert_eq!(counted.title, "接收预备党员计票单", "the vote's own kind counts");
    assert!(counted.counts.contains(&("书面意见赞成".to_owned(), Some(1))));
}
