//! KD, at the meeting that admits: who came, how they voted, what the resolution says.

use super::Case;
use super::case::Counts;
use super::engine::{Check, Faults};
use crate::attendance::AttendanceStatus;
use crate::development::GuideRole;
use crate::development::entries::{Entry, EntryField as F, EntryKind as K};
use crate::meetings::{BallotKind, LookedUp, MotionKind};
use crate::roster::MemberKind;
use crate::values::date_title;

pub(super) const CHECKS: &[(&str, Check)] = &[
    ("KD11", enough_came),
    ("KD12", enough_agreed),
    ("KD13", vote_was_secret),
    ("KD14", one_by_one),
    ("KD15", only_who_may_voted),
    ("KD16", written_opinions_fit),
    ("KD17", exclusions_were_agreed),
    ("KD18", meeting_kept_its_order),
    ("KD19", own_report_explains),
    ("KD20", sponsors_were_there),
    ("KD21", resolution_has_five_elements),
    ("KD22", papers_have_the_same_counts),
    ("KD23", votes_add_up),
    ("KD24", resolution_of_the_day),
];

const MEETING: u32 = 15;

/// Every meeting that voted on the person: those that admitted, and those on the conversion.
pub(super) fn decisions<'a>(case: &Case<'a>, kind: K) -> impl Iterator<Item = &'a Entry> {
    case.file.all(kind)
}

fn enough_came(case: &Case<'_>, faults: &mut Faults) {
    for entry in decisions(case, K::Admission) {
        too_few_came(case, entry, faults);
    }
}

/// D15: 2p > N.
pub(super) fn too_few_came(case: &Case<'_>, entry: &Entry, faults: &mut Faults) {
    let Counts { expected: Some(expected), present: Some(present), .. } = case.counts(entry) else { return };
    if 2 * present <= expected {
        let message = format!("应到会有表决权的 {expected} 名，实到 {present} 名，没有超过半数");
        faults.add(entry.on, entry.kind.step(), message).dates([entry.on]);
    }
}

fn enough_agreed(case: &Case<'_>, faults: &mut Faults) {
    for entry in decisions(case, K::Admission).filter(|entry| !entry.was_refused()) {
        too_few_agreed(case, entry, faults);
    }
}

/// D16, D17: 2f > N, written opinions among the votes.
pub(super) fn too_few_agreed(case: &Case<'_>, entry: &Entry, faults: &mut Faults) {
    let counts = case.counts(entry);
    if let (Some(expected), Some(in_favour)) = (counts.expected, counts.in_favour())
        && 2 * in_favour <= expected
    {
        let message = format!("应到会有表决权的 {expected} 名，赞成 {in_favour} 票，没有超过半数，登记为通过");
        faults.add(entry.on, entry.kind.step(), message).dates([entry.on]);
    }
}

fn vote_was_secret(case: &Case<'_>, faults: &mut Faults) {
    for entry in [K::Admission, K::Conversion].into_iter().flat_map(|kind| decisions(case, kind)) {
        let by_hands = match case.vote(entry) {
            Some(view) => view.vote.ballot == BallotKind::Hands,
            None => entry.values.text(F::Ballot) == "hands",
        };
        if by_hands {
            faults.add(entry.on, entry.kind.step(), "不是无记名投票，是举手表决").dates([entry.on]);
        }
    }
}

/// D18: no vote is on two people. The vote of this file is not that of another one.
fn one_by_one(case: &Case<'_>, faults: &mut Faults) {
    for entry in [K::Admission, K::Conversion].into_iter().flat_map(|kind| decisions(case, kind)) {
        let Some(vote) = entry.vote else { continue };
        if case.known.votes.get(&vote).is_some_and(|files| *files > 1) {
            faults
                .add(entry.on, entry.kind.step(), "同一项表决登记在两个人的档案里，应逐个讨论、逐个表决")
                .dates([entry.on]);
        }
    }
}

/// V02: as the frozen list of the meeting has it.
fn only_who_may_voted(case: &Case<'_>, faults: &mut Faults) {
    for entry in [K::Admission, K::Conversion].into_iter().flat_map(|kind| decisions(case, kind)) {
        let Some(meeting) = case.meeting(entry) else { continue };
        let wrong = meeting.attendance.iter().find(|row| row.voting && row.kind == MemberKind::Probationary);
        if let Some(row) = wrong {
            let message = format!("{}是预备党员，会议把其算作有表决权", row.name);
            faults.add(entry.on, entry.kind.step(), message).dates([entry.on]);
        }
    }
}

fn written_opinions_fit(case: &Case<'_>, faults: &mut Faults) {
    for entry in [K::Admission, K::Conversion].into_iter().flat_map(|kind| decisions(case, kind)) {
        let Counts { expected: Some(expected), present: Some(present), written_for, written_against, .. } =
            case.counts(entry)
        else {
            continue;
        };
        let written = written_for.unwrap_or_default() + written_against.unwrap_or_default();
        let away = expected.saturating_sub(present);
        if written > away {
            let message = format!("书面意见 {written} 份，多于未到会的有表决权党员 {away} 名");
            faults.add(entry.on, entry.kind.step(), message).dates([entry.on]);
        }
    }
}

/// V11: who does not count among those expected needs the superior's consent and the meeting's decision.
fn exclusions_were_agreed(case: &Case<'_>, faults: &mut Faults) {
    for entry in [K::Admission, K::Conversion].into_iter().flat_map(|kind| decisions(case, kind)) {
        let Some(meeting) = case.meeting(entry) else { continue };
        let lacking = |row: &&crate::meetings::AttendanceRow| {
            row.exclusion.as_ref().is_some_and(|why| why.consent.trim().is_empty() || why.decision.trim().is_empty())
        };
        if let Some(row) = meeting.attendance.iter().find(lacking) {
            let message = format!("{}没有计入应到会人数，没有登记上级同意和大会通过", row.name);
            faults.add(entry.on, entry.kind.step(), message).dates([entry.on]);
        }
    }
}

/// D19: the parts of the meeting, as ticked, or as the agenda of the meeting has them.
fn meeting_kept_its_order(case: &Case<'_>, faults: &mut Faults) {
    for entry in decisions(case, K::Admission) {
        let parts = [
            (F::OwnReport, "本人汇报"),
            (F::SponsorsSpoke, "介绍人介绍"),
            (F::CommitteeReported, "支委会报告审查情况"),
            (F::Discussed, "讨论"),
        ];
        let missing: Vec<_> =
            parts.iter().filter(|(field, _)| entry.values.yes(*field) == Some(false)).map(|(_, part)| *part).collect();
        if !missing.is_empty() {
            let message = format!("支部大会没有：{}", missing.join("、"));
            faults.add(entry.on, MEETING, message).dates([entry.on]).paper("4-4");
        }
    }
}

fn own_report_explains(case: &Case<'_>, faults: &mut Faults) {
    let Some(entry) = case.file.admission().filter(|entry| entry.values.yes(F::OwnReport) == Some(true)) else {
        return;
    };
    if entry.values.text(F::ToExplain).is_empty() {
        let message = "没有登记本人需向党组织说明的问题，没有的也要写“无”";
        faults.add(entry.on, MEETING, message).dates([entry.on]).paper("4-4");
    }
}

fn sponsors_were_there(case: &Case<'_>, faults: &mut Faults) {
    let Some(entry) = case.file.admission() else { return };
    let Some(meeting) = case.meeting(entry).filter(|meeting| !meeting.attendance.is_empty()) else { return };
    for (place, guide) in case.file.guides_on(GuideRole::Sponsor, entry.on) {
        let Some(member) = &case.file.guide_members[place] else { continue };
        let was_there = |row: &crate::meetings::AttendanceRow| {
            row.member == member.id && row.status == Some(AttendanceStatus::Present)
        };
        let wrote = case
            .file
            .all(K::SponsorOpinion)
            .any(|opinion| opinion.values.text(F::SponsorName) == guide.name && opinion.on <= entry.on);
        if !meeting.attendance.iter().any(was_there) && !wrote {
            let message = format!("入党介绍人{}没有到会，也没有登记书面意见", guide.name);
            faults.add(entry.on, MEETING, message).dates([entry.on]);
        }
    }
}

/// D37
fn resolution_has_five_elements(case: &Case<'_>, faults: &mut Faults) {
    for entry in [K::Admission, K::Conversion].into_iter().flat_map(|kind| decisions(case, kind)) {
        let counts = case.counts(entry);
        let is_described = case.vote(entry).is_some() || !entry.values.0.is_empty();
        let mut missing = Vec::new();
        if entry.values.text(F::Performance).is_empty() {
            missing.push("主要表现");
        }
        if counts.expected.is_none() || counts.present.is_none() {
            missing.push("应到和实到会有表决权的党员人数");
        }
        if counts.votes_for.is_none() {
            missing.push("表决结果");
        }
        if entry.values.yes(F::SecretarySigned) == Some(false) {
            missing.push("支部书记签名");
        }
        if is_described && !missing.is_empty() {
            let message = format!("决议缺少：{}", missing.join("、"));
            let code = if entry.kind == K::Admission { "4-4b" } else { "5-5a" };
            faults.add(entry.on, entry.kind.step(), message).dates([entry.on]).paper(code);
        }
    }
}

/// The counts typed into the file and those of the vote in the book.
fn papers_have_the_same_counts(case: &Case<'_>, faults: &mut Faults) {
    for entry in [K::Admission, K::Conversion].into_iter().flat_map(|kind| decisions(case, kind)) {
        let Some(view) = case.vote(entry) else { continue };
        let pairs = [
            (F::Expected, view.voting_expected),
            (F::Present, view.voting_present),
            (F::VotesFor, view.vote.votes_for),
            (F::VotesAgainst, view.vote.votes_against),
            (F::Abstained, view.vote.abstained),
        ];
        let differ = pairs.iter().filter_map(|(field, held)| {
            let entered = entry.values.count(*field).filter(|entered| entered != held)?;
            Some(format!("{}：档案 {entered}，会议记录 {held}", field.title()))
        });
        let differ: Vec<_> = differ.collect();
        if !differ.is_empty() {
            let message = format!("决议的数字和会议记录不符（{}）", differ.join("；"));
            faults.add(entry.on, entry.kind.step(), message).dates([entry.on]);
        }
    }
}

/// V06
fn votes_add_up(case: &Case<'_>, faults: &mut Faults) {
    for entry in [K::Admission, K::Conversion].into_iter().flat_map(|kind| decisions(case, kind)) {
        let counts = case.counts(entry);
        let (issued, collected) = (entry.values.count(F::Issued), entry.values.count(F::Collected));
        let mut wrong = Vec::new();
        if let (Some(issued), Some(collected)) = (issued, collected)
            && collected > issued
        {
            wrong.push(format!("收回 {collected} 张，多于发出 {issued} 张"));
        }
        let cast = counts
            .votes_for
            .map(|votes| votes + counts.votes_against.unwrap_or_default() + counts.abstained.unwrap_or_default());
        let invalid = entry.values.count(F::Invalid).unwrap_or_default();
        if let (Some(cast), Some(collected)) = (cast, collected)
            && cast + invalid != collected
        {
            wrong.push(format!("赞成、不赞成、弃权和无效票共 {}，收回 {collected} 张", cast + invalid));
        }
        if let (Some(cast), Some(present)) = (cast, counts.present)
            && cast > present
        {
            wrong.push(format!("票数 {cast} 多于到会有表决权的 {present} 名"));
        }
        if !wrong.is_empty() {
            faults.add(entry.on, entry.kind.step(), wrong.join("；")).dates([entry.on]).paper("4-4a");
        }
    }
}

fn resolution_of_the_day(case: &Case<'_>, faults: &mut Faults) {
    for (kind, code) in [(K::Admission, "4-4b"), (K::Conversion, "5-5a")] {
        let decided = match kind {
            K::Admission => case.file.admission(),
            _ => case.file.conversion(),
        };
        if let (Some(decided), Some(dated)) = (decided, case.paper(code).and_then(|paper| paper.dated))
            && dated != decided.on
        {
            let message = format!("决议的日期（{}）和大会的日期（{}）不同", date_title(dated), date_title(decided.on));
            faults.add(decided.on, kind.step(), message).dates([decided.on, dated]).paper(code);
        }
    }
}

/// Which motion a decision is held against.
pub(super) fn motion_of(kind: K) -> MotionKind {
    if kind == K::Conversion { MotionKind::Conversion } else { MotionKind::Admission }
}

/// Whether a meeting has a vote of this motion.
pub(super) fn votes_on(meeting: &LookedUp, motion: MotionKind) -> bool {
    meeting.votes.iter().any(|view| view.vote.motion == motion)
}
