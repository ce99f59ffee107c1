use serde_json::json;

use super::Trial;

pub(super) fn elections(trial: &mut Trial) {
    trial.members();
    let meeting = trial.meeting(&["general"]);
    let voters = trial.attended(&meeting);
    let prepared = json!({ "id": null, "meeting": meeting, "purpose": "regular", "post": "committee_member", "seats": 1,
        "candidates": voters[..2], "chief_scrutineer": "丙", "scrutineers": ["丁"], "counters": ["戊"] });
    let election = trial.run("election_save", prepared)["election"]["id"].clone();
    let present = u64::try_from(voters.len()).unwrap();
    let votes = |at: usize, votes: u64| json!({ "member": voters[at], "votes_for": votes, "votes_against": present - votes, "abstained": 0 });
    let round = json!({ "election": election, "number": null, "voters_expected": present, "voters_present": present,
        "handed_out": present, "collected": present, "invalid": 0, "candidates": [votes(0, present - 1), votes(1, 0)],
        "write_ins": [{ "member": null, "name": "外人", "votes": 1 }] });
    trial.run("election_round_save", round.clone());
    trial.run("election_round_delete", json!({ "election": election, "number": 1 }));
    trial.ok("election_round_save", round);
    let offices = json!([{ "member": voters[0], "offices": ["secretary"] }]);
    trial.run("election_conclude", json!({ "election": election, "offices": offices, "term": 2 }));
    let approval = json!({ "on": "2026-11-22", "number": "9号" });
    trial.run("election_approve", json!({ "election": election, "approval": approval }));
    let again = json!({ "id": null, "meeting": meeting, "purpose": "by_election", "post": "deputy_secretary",
        "seats": 1 });
    let again = trial.run("election_save", again)["election"]["id"].clone();
    trial.run("election_delete", again);
}

pub(super) fn appraisal(trial: &mut Trial) {
    let members = trial.members();
    let meeting = trial.meeting(&["appraisal"]);
    let appraisal = json!({ "id": null, "year": 2026, "meeting": meeting });
    let appraisal = trial.run("appraisal_save", appraisal)["appraisal"]["id"].clone();
    let own = json!({ "member": members[0], "done": true, "on": "2026-11-18", "text": "一\n二", "on_paper": true });
    trial.run("appraisal_own_save", json!({ "appraisal": appraisal, "entries": [own] }));
    let mutual = json!({ "member": members[1], "done": true, "text": "意见" });
    trial.run("appraisal_mutual_save", json!({ "appraisal": appraisal, "entries": [mutual] }));
    let counts =
        json!({ "member": members[0], "excellent": 3, "qualified": 2, "basically_qualified": 0, "unqualified": 0 });
    let tally = json!({ "appraisal": appraisal, "handed_out": 5, "collected": 6, "lines": [counts] });
    trial.run("appraisal_tally_save", tally);
    let verdict = json!({ "member": members[0], "grade": "basically_qualified", "reason": "谈话" });
    let grades = json!({ "appraisal": appraisal, "decided_on": "2026-11-21", "entries": [verdict] });
    trial.run("appraisal_grades_save", grades);
    let before = trial.run("appraisal_save", json!({ "id": null, "year": 2025, "meeting": meeting }));
    trial.run("appraisal_delete", before["appraisal"]["id"].clone());
}
