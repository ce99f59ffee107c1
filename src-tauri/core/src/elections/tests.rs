//! Elections from the preparation to the offices, in a file in memory.

use super::papers::{ballots_of, election_report_of, tally_sheet_of};
use super::*;
use crate::branch;
use crate::desk::Desk;
use crate::meetings::MeetingId;
use crate::meetings::{self, MeetingKind};
use crate::outside::Block;
use crate::problem::Explain;
use crate::roster::MemberId;
use crate::roster::{self, Office};
use crate::rules::RuleId;
use crate::testing::TestFile;

const TODAY: &str = "2026-11-23";
const NAMES: [&str; 10] = ["丁一", "王二", "张三", "马四", "赵五", "钱六", "孙七", "周八", "吴九", "郑十"];

/// Ten members, the first three of them the committee, and one on probation.
fn file() -> (TestFile, Vec<MemberId>) {
    let mut file = TestFile::on(TODAY);
    file.name_branch("示例支部", true);
    let offices = [Office::Secretary, Office::Organization, Office::Publicity];
    let members = NAMES.iter().enumerate().map(|(at, name)| {
        file.add_member(name, |record| record.offices = offices.get(at).copied().into_iter().collect())
    });
    let members = members.collect();
    file.add_member("冯预备", |record| record.kind = roster::MemberKind::Probationary);
    (file, members)
}

fn request(meeting: MeetingId, seats: u32, candidates: &[MemberId]) -> Election {
    Election {
        id: None,
        meeting,
        purpose: ElectionPurpose::Regular,
        post: ElectionPost::CommitteeMember,
        seats,
        candidates: candidates.to_vec(),
        chief_scrutineer: "周八".to_owned(),
        scrutineers: vec![" 吴九 ".to_owned(), String::new()],
        counters: vec!["郑十".to_owned()],
    }
}

fn save_it(desk: &mut Desk<'_>, request: Election) -> Result<ElectionView, ElectionError> {
    save(desk, request).map(|done| done.value)
}

/// A meeting of all ten at which three are elected from the first five.
fn prepared() -> (TestFile, Vec<MemberId>, ElectionView) {
    let (mut file, members) = file();
    let general = file.add_meeting(&[MeetingKind::General], "2026-11-20");
    file.attend(general, &[]);
    let view = save_it(&mut file.desk("election_save"), request(general, 3, &members[..5])).unwrap();
    (file, members, view)
}

/// All of ten vote; who does not agree is against.
fn votes(view: &ElectionView, votes: &[(MemberId, u32)]) -> ElectionRound {
    let candidate = |(member, votes_for): &(MemberId, u32)| ElectionVotes {
        member: *member,
        votes_for: *votes_for,
        votes_against: 10 - votes_for,
        abstained: 0,
    };
    ElectionRound {
        election: view.election.id.unwrap(),
        number: None,
        voters_expected: 10,
        voters_present: 10,
        handed_out: 10,
        collected: 10,
        invalid: 0,
        candidates: votes.iter().map(candidate).collect(),
        write_ins: Vec::new(),
    }
}

fn count(file: &mut TestFile, round: ElectionRound) -> Result<ElectionView, ElectionError> {
    save_round(&mut file.desk("election_round_save"), round).map(|done| done.value)
}

fn elected(view: &ElectionView) -> Vec<&str> {
    view.elected.iter().map(|elected| elected.person.name.as_str()).collect()
}

fn fields(error: &ElectionError) -> Vec<String> {
    error.fields().into_iter().map(|problem| problem.field).collect()
}

fn offices(file: &mut TestFile, on: &str) -> Vec<(String, Office)> {
    let on = on.parse().unwrap();
    let members = file.desk("roster_list").read(|reader| roster::members_on(reader, on)).unwrap();
    let mut held: Vec<_> = members
        .into_iter()
        .flat_map(|one| one.record.offices.iter().map(|office| (one.record.name.clone(), office)).collect::<Vec<_>>())
        .collect();
    held.sort_by_key(|(_, office)| *office);
    held
}

#[test]
fn candidates_stand_in_the_order_of_strokes_and_only_those_with_the_right_to_be_elected_can() {
    let (mut file, members, view) = prepared();
    let names: Vec<_> = view.candidates.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["丁一", "马四", "王二", "张三", "赵五"]);
    assert_eq!(view.eligible.len(), 10, "not the one on probation");
    assert_eq!(view.election.scrutineers, ["吴九"]);
    let probationary = MemberId(members[9].0 + 1);
    let mut wrong = request(view.election.meeting, 3, &[members[0], probationary, members[0]]);
    wrong.id = view.election.id;
    let refused = save_it(&mut file.desk("election_save"), wrong).unwrap_err();
    assert_eq!(fields(&refused), ["candidates.1", "candidates.2"]);
}

#[test]
fn before_the_vote_it_is_said_how_many_must_come_and_what_elects() {
    let (_, _, view) = prepared();
    let sentence = "应到会有选举权的党员 10 名，须有 8 名以上到会方可选举（现到会 10 名，可以选举）。应选 3 名，候选人 5 名。\
                    赞成票超过实到会有选举权人数的半数，即 6 票以上，方可当选。";
    assert_eq!(view.before, sentence);
    assert_eq!(view.next.unwrap().before, sentence);
}

#[test]
fn too_few_candidates_and_tellers_who_stand_are_named_with_their_article() {
    let (mut file, members, view) = prepared();
    assert_eq!(view.findings, []);
    let mut request = request(view.election.meeting, 5, &members[..5]);
    (request.id, request.counters) = (view.election.id, vec!["丁一".to_owned()]);
    let view = save_it(&mut file.desk("election_save"), request).unwrap();
    let rules: Vec<_> = view.findings.iter().map(|finding| finding.rule.unwrap()).collect();
    assert_eq!(rules, [RuleId::V04, RuleId::V09]);
    assert!(view.findings[0].message.contains("至少 6 名，现有 5 名"));
}

#[test]
fn committee_members_are_elected_by_the_general_meeting_alone() {
    let (mut file, members) = file();
    let committee = file.add_meeting(&[MeetingKind::Committee], "2026-11-20");
    let refused = save_it(&mut file.desk("election_save"), request(committee, 3, &[])).unwrap_err();
    assert_eq!(fields(&refused), ["post"]);
    let lecture = file.add_meeting(&[MeetingKind::Lecture], "2026-11-20");
    let refused = save_it(&mut file.desk("election_save"), request(lecture, 3, &[])).unwrap_err();
    assert_eq!(fields(&refused), ["meeting"]);
    let mut secretary = request(committee, 2, &members[..1]);
    secretary.post = ElectionPost::Secretary;
    let refused = save_it(&mut file.desk("election_save"), secretary.clone()).unwrap_err();
    assert_eq!(fields(&refused), ["seats"]);
    secretary.seats = 1;
    let view = save_it(&mut file.desk("election_save"), secretary).unwrap();
    assert_eq!((view.eligible.len(), view.findings), (3, vec![]), "the committee elects one of its own");
}

#[test]
fn a_secretary_elected_by_the_general_meeting_where_there_is_a_committee_is_noticed() {
    let (mut file, members, view) = prepared();
    let mut secretary = request(view.election.meeting, 1, &members[..1]);
    secretary.post = ElectionPost::Secretary;
    let view = save_it(&mut file.desk("election_save"), secretary.clone()).unwrap();
    assert_eq!(view.findings[0].rule, Some(RuleId::V10));
    file.name_branch("示例支部", false);
    secretary.id = view.election.id;
    assert_eq!(save_it(&mut file.desk("election_save"), secretary).unwrap().findings, [], "B06");
}

#[test]
fn ballots_can_be_counted_only_once_attendance_was_recorded() {
    let (mut file, members) = file();
    let general = file.add_meeting(&[MeetingKind::General], "2026-11-20");
    let view = save_it(&mut file.desk("election_save"), request(general, 1, &members[..2])).unwrap();
    let refused = count(&mut file, votes(&view, &[(members[0], 8), (members[1], 2)])).unwrap_err();
    assert!(matches!(refused, ElectionError::NotHeld));
}

#[test]
fn what_cannot_be_is_refused_at_its_field_and_said_while_it_is_typed() {
    let (mut file, members, view) = prepared();
    let mut round =
        votes(&view, &[(members[0], 9), (members[1], 8), (members[2], 7), (members[3], 2), (members[4], 1)]);
    round.voters_present = 7;
    round.handed_out = 10;
    round.invalid = 11;
    round.write_ins = vec![ElectionWriteIn { member: None, name: "丁一".to_owned(), votes: 0 }];
    let typed = judge_round(&mut file.desk("election_round_judge"), round.clone()).unwrap();
    let refused = count(&mut file, round).unwrap_err();
    for fields in [typed.problems.into_iter().map(|problem| problem.field).collect(), fields(&refused)] {
        let fields: Vec<String> = fields;
        for field in [
            "voters_present",
            "handed_out",
            "invalid",
            "candidates.0.votes_for",
            "write_ins.0.name",
            "write_ins.0.votes",
        ] {
            assert!(fields.iter().any(|found| found == field), "{field} in {fields:?}");
        }
    }
    assert_eq!(typed.announcement, "");
    assert_eq!(get(&mut file.desk("election_get"), view.election.id.unwrap()).unwrap().rounds, []);
}

#[test]
fn every_candidate_has_a_line_and_nobody_else() {
    let (mut file, members, view) = prepared();
    let refused = count(&mut file, votes(&view, &[(members[0], 9), (members[9], 8)])).unwrap_err();
    assert_eq!(fields(&refused), ["candidates.1.member", "candidates"]);
    assert!(refused.to_string().contains("缺少马四、王二、张三、赵五的得票"), "{refused}");
}

#[test]
fn the_result_is_a_sentence_to_read_out() {
    let (mut file, members, view) = prepared();
    let round = votes(&view, &[(members[0], 9), (members[1], 8), (members[2], 7), (members[3], 2), (members[4], 1)]);
    let view = count(&mut file, round).unwrap();
    assert_eq!(elected(&view), ["丁一", "王二", "张三"]);
    assert_eq!((view.state, view.next), (ElectionState::Decided, None));
    assert_eq!(
        view.rounds[0].announcement,
        "应到会有选举权的党员 10 名，实到 10 名。发出选票 10 张，收回 10 张，其中有效票 10 张，无效票 0 张；收回的选票没有多于\
         发出的选票，选举有效。得票情况：丁一赞成 9 票、不赞成 1 票、弃权 0 票；马四赞成 2 票、不赞成 8 票、弃权 0 票；王二赞成 8 票、\
         不赞成 2 票、弃权 0 票；张三赞成 7 票、不赞成 3 票、弃权 0 票；赵五赞成 1 票、不赞成 9 票、弃权 0 票。丁一、王二、张三赞成票\
         超过实到会人数的半数，当选为支部委员会委员。"
    );
}

#[test]
fn those_with_equal_votes_are_voted_on_again_and_no_one_else() {
    let (mut file, members, view) = prepared();
    let round = votes(&view, &[(members[0], 9), (members[1], 8), (members[2], 6), (members[3], 6), (members[4], 1)]);
    let view = count(&mut file, round).unwrap();
    let next = view.next.clone().unwrap();
    assert_eq!((next.kind, next.seats, next.number), (ElectionRoundKind::RunOff, 1, 2));
    assert_eq!(next.candidates.iter().map(|person| person.name.as_str()).collect::<Vec<_>>(), ["马四", "张三"]);
    let refused = conclude(
        &mut file.desk("election_conclude"),
        ElectionConcludeRequest { election: view.election.id.unwrap(), offices: Vec::new(), term: None },
    );
    assert!(matches!(refused, Err(ElectionError::RunOffDue)));

    let mut wrong = votes(&view, &[(members[2], 5), (members[3], 4), (members[4], 0)]);
    wrong.write_ins = vec![ElectionWriteIn { member: None, name: "郑十".to_owned(), votes: 1 }];
    assert_eq!(fields(&count(&mut file, wrong).unwrap_err()), ["candidates.2.member", "write_ins.0.name"]);
    let view = count(&mut file, votes(&view, &[(members[2], 5), (members[3], 4)])).unwrap();
    assert_eq!(elected(&view), ["丁一", "王二", "张三"], "the most votes, also without a new majority");
    assert!(view.rounds[1].announcement.ends_with("张三得赞成票多，当选为支部委员会委员。"));
}

#[test]
fn the_rest_of_the_seats_is_elected_again_and_others_may_stand() {
    let (mut file, members, view) = prepared();
    let round = votes(&view, &[(members[0], 9), (members[1], 5), (members[2], 4), (members[3], 2), (members[4], 1)]);
    let view = count(&mut file, round).unwrap();
    let next = view.next.clone().unwrap();
    assert_eq!((next.kind, next.seats, next.candidates.len()), (ElectionRoundKind::Rest, 2, 4));
    assert!(next.before.contains("还有 2 个名额，从马四、王二、张三、赵五中另行选举"), "{}", next.before);
    let rules: Vec<_> = view.findings.iter().map(|finding| finding.rule.unwrap()).collect();
    assert_eq!(rules, [RuleId::V08]);

    let wrong = votes(&view, &[(members[0], 9), (members[1], 8)]);
    assert_eq!(fields(&count(&mut file, wrong).unwrap_err()), ["candidates.0.member"]);
    let view = count(&mut file, votes(&view, &[(members[1], 8), (members[9], 7), (members[2], 3)])).unwrap();
    assert_eq!(elected(&view), ["丁一", "王二", "郑十"]);
}

#[test]
fn a_void_round_is_kept_and_held_again() {
    let (mut file, members, view) = prepared();
    let tally = [(members[0], 9), (members[1], 8), (members[2], 7), (members[3], 2), (members[4], 1)];
    let mut void = votes(&view, &tally);
    void.handed_out = 9;
    let view = count(&mut file, void).unwrap();
    assert!(!view.rounds[0].stands && view.elected.is_empty());
    assert!(view.rounds[0].announcement.ends_with("收回的选票多于发出的选票，本次投票无效，须重新投票。"));
    let next = view.next.clone().unwrap();
    assert_eq!((next.kind, next.again, next.number), (ElectionRoundKind::First, true, 2));
    let view = count(&mut file, votes(&view, &tally)).unwrap();
    assert_eq!(elected(&view), ["丁一", "王二", "张三"]);
}

#[test]
fn a_written_in_name_is_found_among_the_members_and_can_be_elected() {
    let (mut file, members, view) = prepared();
    let mut round =
        votes(&view, &[(members[0], 9), (members[1], 8), (members[2], 3), (members[3], 2), (members[4], 1)]);
    let written = |name: &str, votes| ElectionWriteIn { member: None, name: name.to_owned(), votes };
    round.write_ins = vec![written("郑十", 6), written("外人", 1)];
    let view = count(&mut file, round).unwrap();
    assert_eq!(elected(&view), ["丁一", "王二", "郑十"]);
    assert_eq!(view.rounds[0].round.write_ins[0].member, Some(members[9]));
    assert_eq!(view.rounds[0].round.write_ins[1].member, None);
}

#[test]
fn only_the_newest_round_can_be_changed_and_what_it_rests_on_stays() {
    let (mut file, members, view) = prepared();
    let id = view.election.id.unwrap();
    let first = votes(&view, &[(members[0], 9), (members[1], 5), (members[2], 4), (members[3], 2), (members[4], 1)]);
    let view = count(&mut file, first.clone()).unwrap();
    let mut other = request(view.election.meeting, 2, &members[..5]);
    other.id = Some(id);
    assert!(matches!(save_it(&mut file.desk("election_save"), other), Err(ElectionError::Counted)));
    let mut tellers = view.election.clone();
    tellers.counters = vec!["赵五".to_owned()];
    assert!(save_it(&mut file.desk("election_save"), tellers).is_ok());

    let view = count(&mut file, votes(&view, &[(members[1], 8), (members[2], 7)])).unwrap();
    let late = count(&mut file, ElectionRound { number: Some(1), ..first });
    assert!(matches!(late, Err(ElectionError::LaterRound)));
    assert!(matches!(count(&mut file, votes(&view, &[(members[1], 8)])), Err(ElectionError::AllElected)));
    let mut again = view.rounds[1].round.clone();
    again.candidates[0].votes_for = 4;
    again.candidates[0].votes_against = 6;
    assert_eq!(elected(&count(&mut file, again).unwrap()).len(), 2);

    let remove = |file: &mut TestFile, number| {
        delete_round(&mut file.desk("election_round_delete"), ElectionRoundRef { election: id, number })
    };
    assert!(matches!(remove(&mut file, 1), Err(ElectionError::LaterRound)));
    assert!(remove(&mut file, 2).is_ok() && remove(&mut file, 1).is_ok());
    assert!(matches!(remove(&mut file, 1), Err(ElectionError::NoSuchRound)));
}

#[test]
fn a_new_committee_takes_up_its_offices_on_the_day_of_the_meeting_and_the_one_before_lays_them_down() {
    let (mut file, members, view) = prepared();
    let round = votes(&view, &[(members[0], 9), (members[3], 8), (members[4], 7), (members[1], 2), (members[2], 1)]);
    let view = count(&mut file, round).unwrap();
    let holders: Vec<_> =
        view.holders.iter().map(|one| (one.name.as_str(), one.offices.titles(), one.proposed.is_empty())).collect();
    assert_eq!(holders, [("王二", "组织委员".to_owned(), true), ("张三", "宣传委员".to_owned(), true)]);
    let office = |member, office: Office| ElectionOffice { member, offices: office.into() };
    let election = view.election.id.unwrap();
    let all = vec![
        office(members[0], Office::Organization),
        office(members[3], Office::Secretary),
        office(members[4], Office::Publicity),
    ];
    let lacking = ElectionConcludeRequest { election, offices: all[..2].to_vec(), term: None };
    assert_eq!(fields(&conclude(&mut file.desk("election_conclude"), lacking).unwrap_err()), ["offices"]);
    let twice = ElectionConcludeRequest {
        election,
        offices: vec![all[1].clone(), office(members[0], Office::Secretary), all[2].clone()],
        term: None,
    };
    assert_eq!(fields(&conclude(&mut file.desk("election_conclude"), twice).unwrap_err()), ["offices"]);

    assert_eq!(view.term, Some(1));
    let wrong = ElectionConcludeRequest { election, offices: all.clone(), term: Some(0) };
    assert_eq!(fields(&conclude(&mut file.desk("election_conclude"), wrong).unwrap_err()), ["term"]);

    let request = ElectionConcludeRequest { election, offices: all, term: Some(3) };
    let done = conclude(&mut file.desk("election_conclude"), request).unwrap();
    assert_eq!(done.value.state, ElectionState::Concluded);
    assert_eq!(done.undo.as_deref(), Some("办结换届选举支部委员会委员"));
    let held = |names: [&str; 3]| {
        let offices = [Office::Secretary, Office::Organization, Office::Publicity];
        names.map(str::to_owned).into_iter().zip(offices).collect::<Vec<_>>()
    };
    assert_eq!(offices(&mut file, "2026-11-19"), held(["丁一", "王二", "张三"]));
    assert_eq!(offices(&mut file, "2026-11-20"), held(["马四", "丁一", "赵五"]));
    let member = file.desk("member_get").read(|reader| roster::member(reader, members[3])).unwrap().unwrap();
    assert_eq!(member.timeline()[0].why, "换届选举");

    let terms = |file: &mut TestFile| {
        let terms = file.desk("branch_get").read(branch::terms).unwrap();
        terms.into_iter().map(|term| (term.number, term.elected_on, term.years)).collect::<Vec<_>>()
    };
    assert_eq!(terms(&mut file), [(3, view.on, Some(3))], "B07");

    let next = |file: &mut TestFile| {
        let found = file.watched(watch, TODAY, &[]);
        found.into_iter().map(|found| (found.rule.unwrap(), found.message)).collect::<Vec<_>>()
    };
    let due = "换届选举支部委员会委员（11月20日）结果还没有登记上级批复".to_owned();
    assert_eq!(next(&mut file), [(RuleId::V10, due)]);
    let approve = |file: &mut TestFile, on: &str| {
        let approval = ElectionApproval { on: on.parse().unwrap(), number: "示工委复〔2026〕9号".into() };
        approve(&mut file.desk("election_approve"), ElectionApproveRequest { election, approval })
    };
    assert_eq!(fields(&approve(&mut file, "2026-11-19").unwrap_err()), ["approval.on"]);
    assert_eq!(fields(&approve(&mut file, "2026-12-31").unwrap_err()), ["approval.on"]);
    let approved = approve(&mut file, "2026-11-23").unwrap().value;
    assert_eq!(approved.approval.map(|approval| approval.on), "2026-11-23".parse().ok());
    assert!(approved.findings.iter().all(|found| found.rule != Some(RuleId::V10)));
    assert_eq!(next(&mut file), []);
    file.undo();

    let concluded = ElectionError::Concluded.to_string();
    let refused = delete(&mut file.desk("election_delete"), election).unwrap_err();
    assert_eq!(refused.to_string(), concluded);
    file.undo();
    assert_eq!(offices(&mut file, "2026-11-20"), held(["丁一", "王二", "张三"]), "one step");
    assert_eq!(terms(&mut file), []);
    assert_eq!(get(&mut file.desk("election_get"), election).unwrap().state, ElectionState::Decided);
    assert_eq!(next(&mut file)[0].1, "换届选举支部委员会委员（11月20日）已经选出，还没有办结");
    assert!(matches!(approve(&mut file, "2026-11-23"), Err(ElectionError::NotConcluded)));
}

#[test]
fn who_is_elected_later_joins_those_who_stay() {
    let (mut file, members) = file();
    let general = file.add_meeting(&[MeetingKind::General], "2026-11-20");
    file.attend(general, &[members[9]]);
    let request = Election { purpose: ElectionPurpose::ByElection, ..request(general, 1, &[members[5], members[6]]) };
    let view = save_it(&mut file.desk("election_save"), request).unwrap();
    let mut round = votes(&view, &[(members[5], 7), (members[6], 2)]);
    (round.voters_present, round.handed_out, round.collected) = (9, 9, 9);
    round.candidates[0].votes_against = 2;
    round.candidates[1].votes_against = 7;
    let view = count(&mut file, round).unwrap();
    let election = view.election.id.unwrap();
    let office = |member, office: Office| ElectionOffice { member, offices: office.into() };
    let second = ElectionConcludeRequest { election, offices: vec![office(members[5], Office::Secretary)], term: None };
    assert_eq!(fields(&conclude(&mut file.desk("election_conclude"), second).unwrap_err()), ["offices"]);
    let request = ElectionConcludeRequest {
        election,
        offices: vec![office(members[5], Office::Secretary), office(members[0], Office::Member)],
        term: None,
    };
    conclude(&mut file.desk("election_conclude"), request).unwrap();
    let names: Vec<_> = offices(&mut file, TODAY).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["钱六", "王二", "张三", "丁一"]);
}

/// A branch without a committee, whose general meeting has counted the votes for the secretary.
fn elected_by_the_general_meeting() -> (TestFile, MemberId, ElectionView) {
    let (mut file, members) = file();
    file.name_branch("示例支部", false);
    let general = file.add_meeting(&[MeetingKind::General], "2026-11-20");
    file.attend(general, &[]);
    let request = Election { post: ElectionPost::Secretary, ..request(general, 1, &members[3..4]) };
    let view = save_it(&mut file.desk("election_save"), request).unwrap();
    let view = count(&mut file, votes(&view, &[(members[3], 10)])).unwrap();
    (file, members[3], view)
}

#[test]
fn without_a_committee_the_general_meeting_elects_the_secretary() {
    let (mut file, elected, view) = elected_by_the_general_meeting();
    let offices_of = |office: Office| vec![ElectionOffice { member: elected, offices: office.into() }];
    let election = view.election.id.unwrap();
    let wrong = ElectionConcludeRequest { election, offices: offices_of(Office::Member), term: None };
    assert_eq!(fields(&conclude(&mut file.desk("election_conclude"), wrong).unwrap_err()), ["offices.0.offices"]);
    let right = ElectionConcludeRequest { election, offices: offices_of(Office::Secretary), term: view.term };
    conclude(&mut file.desk("election_conclude"), right).unwrap();
    let names: Vec<_> = offices(&mut file, TODAY).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["马四", "王二", "张三"], "only the secretary before was followed");
}

#[test]
fn one_of_those_elected_can_hold_two_offices_and_the_secretary_another_beside() {
    let (mut file, elected, view) = elected_by_the_general_meeting();
    let election = view.election.id.unwrap();
    let both =
        ElectionOffice { member: elected, offices: [Office::Secretary, Office::Organization].into_iter().collect() };
    let request = ElectionConcludeRequest { election, offices: vec![both.clone()], term: view.term };
    let view = conclude(&mut file.desk("election_conclude"), request).unwrap().value;
    assert!(view.offices.contains(&both), "kept together: {:?}", view.offices);
    let held: Vec<_> = offices(&mut file, TODAY).into_iter().filter(|(name, _)| name == "马四").collect();
    assert_eq!(held.iter().map(|(_, office)| *office).collect::<Vec<_>>(), [Office::Secretary, Office::Organization]);
    let letter = file.vault.read(|reader| election_report_of(reader, election, &file.rules, TODAY.parse().unwrap()));
    assert_eq!(letter.unwrap().rows()[0][8], "书记、组织委员");
}

#[test]
fn numbers_that_differ_from_the_attendance_are_noticed() {
    let (mut file, members, view) = prepared();
    let mut round =
        votes(&view, &[(members[0], 9), (members[1], 8), (members[2], 7), (members[3], 2), (members[4], 1)]);
    round.voters_expected = 11;
    let view = count(&mut file, round).unwrap();
    assert_eq!(view.findings[0].rule, Some(RuleId::V03));
    assert!(view.findings[0].message.contains("应到 11 名、实到 10 名，到会登记是应到 10 名、实到 10 名"));
}

#[test]
fn a_meeting_with_an_election_is_not_deleted_under_it() {
    let (mut file, members) = file();
    let general = file.add_meeting(&[MeetingKind::General], "2026-11-25");
    let view = save_it(&mut file.desk("election_save"), request(general, 1, &members[..2])).unwrap();
    let refused = meetings::delete(&mut file.desk("meeting_delete"), general).unwrap_err();
    assert_eq!(refused.code(), "meeting_has_election");
    delete(&mut file.desk("election_delete"), view.election.id.unwrap()).unwrap();
    assert!(meetings::delete(&mut file.desk("meeting_delete"), general).is_ok());
    assert_eq!(list(&mut file.desk("election_list"), ElectionQuery::default()).unwrap(), []);
}

#[test]
fn a_committee_that_is_not_there_elects_nobody() {
    let (mut file, members) = file();
    let fact = serde_json::json!({ "id": null, "aspect": "committee", "value": "", "since": "2026-11-01" });
    branch::save_fact(&mut file.desk("branch_fact_save"), serde_json::from_value(fact).unwrap()).unwrap();
    for (on, refused) in [("2026-10-31", false), ("2026-11-20", true)] {
        let committee = file.add_meeting(&[MeetingKind::Committee], on);
        let secretary = Election { post: ElectionPost::Secretary, ..request(committee, 1, &members[..1]) };
        let outcome = save_it(&mut file.desk("election_save"), secretary);
        assert_eq!(outcome.as_ref().err().map(fields), refused.then(|| vec!["meeting".to_owned()]), "{on}");
    }
}

#[test]
fn a_meeting_keeps_the_kind_that_its_election_needs() {
    let (mut file, members) = file();
    let meeting = file.add_meeting(&[MeetingKind::ThemeDay, MeetingKind::General], "2026-11-20");
    save_it(&mut file.desk("election_save"), request(meeting, 3, &members[..3])).unwrap();
    let with_kinds = |file: &mut TestFile, kinds: &[MeetingKind]| {
        let head = meetings::get(&mut file.desk("meeting_get"), meeting).unwrap().head;
        let head = meetings::MeetingHead { kinds: kinds.to_vec(), ..head };
        meetings::save(&mut file.desk("meeting_save"), head).map(drop)
    };
    for kinds in [&[MeetingKind::ThemeDay][..], &[MeetingKind::Committee]] {
        let refused = with_kinds(&mut file, kinds).unwrap_err();
        assert_eq!(refused.fields()[0].field, "kinds");
    }
    with_kinds(&mut file, &[MeetingKind::General]).unwrap();
}

#[test]
fn a_list_says_who_was_elected() {
    let (mut file, members, view) = prepared();
    let round = votes(&view, &[(members[0], 9), (members[1], 8), (members[2], 7), (members[3], 2), (members[4], 1)]);
    count(&mut file, round).unwrap();
    let query = ElectionQuery { meeting: Some(view.election.meeting) };
    let rows = list(&mut file.desk("election_list"), query).unwrap();
    assert_eq!(rows[0].title, "换届选举支部委员会委员");
    assert_eq!(rows[0].elected, ["丁一", "王二", "张三"]);
    assert_eq!(rows[0].state, ElectionState::Decided);
}

#[test]
fn papers_say_what_was_entered() {
    let (mut file, members, view) = prepared();
    let id = view.election.id.unwrap();
    let rules = crate::rules::RuleBook::shipped().unwrap();
    let desk = file.desk("paper_preview");
    let ballots = desk.read(|reader| ballots_of(reader, id, 0, &rules)).unwrap();
    assert_eq!(ballots.candidates, ["丁一", "马四", "王二", "张三", "赵五"]);
    assert_eq!((ballots.copies, ballots.blank_names), (10, 3), "one for each voter");
    let empty = desk.read(|reader| tally_sheet_of(reader, id, 1, &rules)).unwrap();
    assert_eq!((empty.rows.len(), empty.rows[0].votes_for, empty.result.as_str()), (8, None, ""));
    let early = desk.read(|reader| election_report_of(reader, id, &rules, view.on));
    assert!(matches!(early, Err(ElectionError::NotCounted)));

    let round = votes(&view, &[(members[0], 9), (members[1], 8), (members[2], 7), (members[3], 2), (members[4], 1)]);
    count(&mut file, round).unwrap();
    let desk = file.desk("paper_preview");
    let sheet = desk.read(|reader| tally_sheet_of(reader, id, 1, &rules)).unwrap();
    let results: Vec<_> = sheet.rows.iter().map(|row| row.result.as_str()).collect();
    assert_eq!(results, ["当选", "未当选", "当选", "当选", "未当选"]);
    let report = desk.read(|reader| election_report_of(reader, id, &rules, view.on)).unwrap();
    assert_eq!(report.title, "关于支部委员会委员换届选举结果的报告");
    assert_eq!(report.blocks[1], Block::Addressee { text: "上级党组织：".into() });
    assert_eq!(report.rows().len(), 3);
    assert!(desk.read(|reader| ballots_of(reader, id, 0, &rules)).is_err(), "everyone is elected");
}
