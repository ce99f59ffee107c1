//! KX: what runs across the whole file: paper against paper, the file against the roster, the branch and the minutes book.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::Case;
use super::case::month_of;
use super::decision::{motion_of, votes_on};
use super::engine::{Check, Faults};
use crate::attendance::AttendanceStatus;
use crate::development::DevelopmentStage;
use crate::development::catalogue::material;
use crate::development::entries::{EntryField as F, EntryKind as K, rests_on};
use crate::development::file::Outcome;
use crate::development::law::{REVISED_ON, was_unpublished};
use crate::development::{Correction, DevelopmentFile, GuideRole, MaterialState};
use crate::meetings::MeetingKind;
use crate::roster::{self, MemberKind};
use crate::values::{PartialDate, date_title};

pub(super) const CHECKS: &[(&str, Check)] = &[
    ("KX02", number_agrees),
    ("KX03", birth_agrees),
    ("KX04", ethnicity_is_written_out),
    ("KX05", papers_bear_the_day),
    ("KX06", superior_worked_on_a_workday),
    ("KX07", papers_are_dated),
    ("KX08", corrections_are_sealed),
    ("KX09", papers_are_signed),
    ("KX10", papers_are_sealed),
    ("KX12", committee_was_in_office),
    ("KX13", sponsors_are_the_same),
    ("KX14", meetings_are_in_the_book),
    ("KX15", branch_was_there),
    ("KX16", words_are_ones_own),
    ("KX17", roster_agrees),
    ("KX18", not_all_on_one_day),
    ("KX19", steps_in_their_order),
    ("KX20", nothing_lies_ahead),
    ("KX21", not_many_at_once),
    ("KX23", within_the_quota),
    ("KX24", written_down_in_time),
    ("KX25", judged_before_it_was_published),
];

fn number_agrees(case: &Case<'_>, faults: &mut Faults) {
    let person = &case.file.person;
    let Some(number) = &person.id_number else { return };
    let mut differ = Vec::new();
    if person.birth.and_then(PartialDate::exact).is_some_and(|birth| birth != number.birth()) {
        differ.push("出生日期");
    }
    if person.sex.is_some_and(|sex| sex != number.sex()) {
        differ.push("性别");
    }
    if !differ.is_empty() {
        faults.add(case.day_of(1), 0, format!("登记的{}和身份证号不一致", differ.join("、")));
    }
}

fn birth_agrees(case: &Case<'_>, faults: &mut Faults) {
    let in_roster = case.file.member.as_ref().and_then(|member| member.record.birth);
    if let (Some(own), Some(in_roster)) = (case.file.person.birth, in_roster)
        && own != in_roster
    {
        let message = format!("档案里的出生日期（{}）和名册（{}）不一致", own.title(), in_roster.title());
        faults.add(case.day_of(1), 0, message);
    }
}

fn ethnicity_is_written_out(case: &Case<'_>, faults: &mut Faults) {
    let written = case.file.person.ethnicity.as_str();
    if !written.is_empty() && !roster::is_ethnicity_written_out(written) {
        faults.add(case.day_of(1), 0, format!("民族写作“{written}”，应写全称"));
    }
}

/// The paper of an entry, where it bears the day of the entry itself.
fn paper_of(kind: K) -> Option<&'static str> {
    Some(match kind {
        K::Talk => "1-2",
        K::Recommendation => "2-1",
        K::Activist => "2-2",
        K::CandidateOpinions => "3-0",
        K::CandidateMeeting => "3-2",
        K::PoliticalReview => "3-9",
        K::PreExamination => "4-2",
        K::ApplicationForm => "4-3",
        K::Admission => "4-4",
        K::Approval => "4-6",
        K::ConversionApplication => "5-2",
        K::Conversion => "5-5",
        K::ConversionApproval => "5-10",
        _ => return None,
    })
}

fn papers_bear_the_day(case: &Case<'_>, faults: &mut Faults) {
    for kind in K::ALL {
        // A decision that was repeated has papers of each.
        let mut entries = case.file.all(kind);
        let (Some(code), Some(entry), None) = (paper_of(kind), entries.next(), entries.next()) else { continue };
        if let Some(dated) = case.paper(code).and_then(|paper| paper.dated).filter(|dated| *dated != entry.on) {
            let name = material(code).map_or("", |material| material.name.as_str());
            let message =
                format!("“{}”登记的日期是{}，《{name}》上是{}", kind.title(), date_title(entry.on), date_title(dated));
            faults.add(entry.on, kind.step(), message).dates([entry.on, dated]).paper(code);
        }
    }
}

fn superior_worked_on_a_workday(case: &Case<'_>, faults: &mut Faults) {
    const OF_THE_SUPERIOR: [K; 6] = [
        K::ActivistFiling,
        K::CandidateConsent,
        K::PreExamination,
        K::Approval,
        K::SuperiorFiling,
        K::ConversionApproval,
    ];
    for entry in case.file.entries.iter().filter(|entry| OF_THE_SUPERIOR.contains(&entry.kind)) {
        if !case.rules().workdays().is_workday(entry.on) {
            let message = format!("“{}”（{}）那天不是工作日", entry.kind.title(), date_title(entry.on));
            faults.add(entry.on, entry.kind.step(), message).dates([entry.on]);
        }
    }
}

fn papers_are_dated(case: &Case<'_>, faults: &mut Faults) {
    // Of these other checks speak.
    const ELSEWHERE: [&str; 3] = ["1-1", "2-5", "3-9"];
    let undated = case.file.materials.iter().filter(|paper| {
        paper.state == MaterialState::Present && paper.dated.is_none() && !ELSEWHERE.contains(&paper.code.as_str())
    });
    let bears_a_day =
        |code: &str| material(code).is_some_and(|material| material.signed == "y" || material.sealed == "y");
    let names: Vec<_> = undated
        .filter(|paper| bears_a_day(&paper.code))
        .filter_map(|paper| material(&paper.code))
        .map(|material| material.name.as_str())
        .collect();
    if let Some(first) = names.first().filter(|_| case.on(K::Archive).is_some()) {
        let message = match names.len() {
            1 => format!("《{first}》没有登记日期"),
            many => format!("《{first}》等 {many} 份材料没有登记日期"),
        };
        faults.add(case.day_of(25), 0, message);
    }
}

fn corrections_are_sealed(case: &Case<'_>, faults: &mut Faults) {
    for paper in case.file.materials.iter().filter(|paper| paper.correction == Some(Correction::Unsealed)) {
        let Some(material) = material(&paper.code) else { continue };
        let step = material.wanted_at();
        let day = paper.dated.unwrap_or_else(|| case.day_of(step));
        faults.add(day, step, format!("《{}》有涂改，没有盖章", material.name)).paper(&paper.code);
    }
}

fn papers_are_signed(case: &Case<'_>, faults: &mut Faults) {
    // Of these other checks speak.
    const ELSEWHERE: [&str; 5] = ["1-1", "2-5", "3-6", "3-9", "1-2"];
    let unsigned = case.file.materials.iter().filter(|paper| paper.is_signed == Some(false));
    for paper in unsigned.filter(|paper| !ELSEWHERE.contains(&paper.code.as_str())) {
        let Some(material) = material(&paper.code).filter(|material| material.signed == "y") else { continue };
        let step = material.wanted_at();
        let day = paper.dated.unwrap_or_else(|| case.day_of(step));
        faults.add(day, step, format!("《{}》没有签字", material.name)).paper(&paper.code);
    }
}

fn papers_are_sealed(case: &Case<'_>, faults: &mut Faults) {
    let unsealed = case.file.materials.iter().filter(|paper| paper.is_sealed == Some(false) && paper.code != "3-9");
    for paper in unsealed {
        let Some(material) = material(&paper.code).filter(|material| material.sealed == "y") else { continue };
        let step = material.wanted_at();
        let day = paper.dated.unwrap_or_else(|| case.day_of(step));
        faults.add(day, step, format!("《{}》没有盖章", material.name)).paper(&paper.code);
    }
}

fn committee_was_in_office(case: &Case<'_>, faults: &mut Faults) {
    for entry in case.file.entries.iter().filter(|entry| entry.kind.meeting() == Some(MeetingKind::Committee)) {
        let Some(meeting) = case.meeting(entry).filter(|meeting| meeting.kinds.contains(&MeetingKind::Committee))
        else {
            continue;
        };
        let was_in_office = |name: &str| {
            case.known.officers.iter().any(|(officer, span)| officer == name && span.covers(entry.on, entry.on))
        };
        let strangers: Vec<_> = meeting
            .attendance
            .iter()
            .filter(|row| row.status == Some(AttendanceStatus::Present) && !was_in_office(&row.name))
            .map(|row| row.name.as_str())
            .collect();
        if !strangers.is_empty() && !case.known.officers.is_empty() {
            let message = format!("{}的支委会上，{}当时不是委员", date_title(entry.on), strangers.join("、"));
            faults.add(entry.on, entry.kind.step(), message).dates([entry.on]);
        }
    }
}

fn sponsors_are_the_same(case: &Case<'_>, faults: &mut Faults) {
    let sponsors: Vec<_> = case.file.guides_of(GuideRole::Sponsor).map(|(_, guide)| guide.name.as_str()).collect();
    for opinion in case.file.all(K::SponsorOpinion) {
        let name = opinion.values.text(F::SponsorName);
        if !name.is_empty() && !sponsors.is_empty() && !sponsors.contains(&name) {
            let message = format!("志愿书里的介绍人是{name}，登记的入党介绍人是{}", sponsors.join("、"));
            faults.add(opinion.on, 14, message).dates([opinion.on]);
        }
    }
}

/// A decision of the branch whose meeting the book does not have, or whose meeting has no such vote.
fn meetings_are_in_the_book(case: &Case<'_>, faults: &mut Faults) {
    for entry in case.file.entries.iter().filter(|entry| entry.kind.meeting().is_some() && entry.kind != K::Activist) {
        // Mentors and sponsors may be named by the way.
        if matches!(entry.kind, K::MentorsNamed | K::SponsorsNamed) {
            continue;
        }
        if case.book_lacks(entry) {
            let message = format!("“{}”登记在{}，会议记录本里这一天没有会议", entry.kind.title(), date_title(entry.on));
            faults.add(entry.on, entry.kind.step(), message).dates([entry.on]);
        } else if let Some(meeting) = case.meeting(entry)
            && matches!(entry.kind, K::Admission | K::Conversion)
            && !votes_on(meeting, motion_of(entry.kind))
        {
            let message = format!("会议《{}》里没有这项表决", meeting.title);
            faults.add(entry.on, entry.kind.step(), message).dates([entry.on]);
        }
    }
}

fn branch_was_there(case: &Case<'_>, faults: &mut Faults) {
    let Some(founded) = case.known.founded_on.map(PartialDate::earliest) else { return };
    // Who came from elsewhere has steps of another branch.
    let arrived = case.on(K::Arrival);
    let own = case.file.entries.iter().filter(|entry| arrived.is_none_or(|arrived| entry.on >= arrived));
    if let Some(entry) = own.into_iter().find(|entry| entry.kind.meeting().is_some() && entry.on < founded) {
        let message =
            format!("“{}”登记在{}，支部{}才成立", entry.kind.title(), date_title(entry.on), date_title(founded));
        faults.add(entry.on, entry.kind.step(), message).dates([entry.on, founded]);
    }
}

fn words_are_ones_own(case: &Case<'_>, faults: &mut Faults) {
    for alike in case.known.alike.get(&case.file.id).into_iter().flatten() {
        if let Some(other) = &alike.other {
            let message =
                format!("“{}”（{}）的文字和{other}档案里的几乎一样", alike.kind.title(), date_title(alike.on));
            faults.add(alike.on, alike.kind.step(), message).dates([alike.on, alike.other_on]);
        }
    }
}

/// The roster and the file: who is a member, of which kind, since when.
fn roster_agrees(case: &Case<'_>, faults: &mut Faults) {
    let approved = case.file.approval().map(|approval| approval.on);
    let Some(admission) = case.file.admission() else {
        if let Some(member) = case.file.member.as_ref().filter(|member| member.left.is_none() && case.file.is_open()) {
            let message = format!("名册里{}已是党员，档案还没有登记接收大会", member.record.name);
            faults.add(case.known.today, 0, message);
        }
        return;
    };
    let Some(member) = &case.file.member else {
        if let Some(approved) = approved.filter(|_| !case.file.moved_away() && case.file.closed.is_none()) {
            faults.add(approved, 0, "已获批准为预备党员，名册里没有这个人").dates([approved]);
        }
        return;
    };
    let record = &member.record;
    if let Some(joined) = record.joined.and_then(PartialDate::exact).filter(|joined| *joined != admission.on) {
        let message = format!("名册里的入党日期是{}，支部大会的日期是{}", date_title(joined), date_title(admission.on));
        faults.add(admission.on, 0, message).dates([joined, admission.on]);
    }
    let is_converted = case.stage == DevelopmentStage::Converted;
    let is_full = record.kind == MemberKind::Full;
    if is_converted != is_full && member.left.is_none() && case.file.closed.is_none() {
        let message = if is_full {
            "名册里是正式党员，档案还没有登记转正批复"
        } else {
            "转正已获批复，名册里还是预备党员"
        };
        faults.add(case.day_of(24), 0, message);
    }
    let is_revoked = case.file.conversion().is_some_and(|entry| entry.outcome() == Outcome::Revoked)
        && case.file.conversion_approval().is_some();
    if is_revoked && member.left.is_none() {
        faults.add(case.day_of(24), 0, "已取消预备党员资格，名册里还是党员");
    }
}

/// Four acts of different bodies on one day.
fn not_all_on_one_day(case: &Case<'_>, faults: &mut Faults) {
    let mut days = BTreeMap::<NaiveDate, Vec<K>>::new();
    for entry in case.file.entries.iter().filter(|entry| entry.kind.is_the_step()) {
        days.entry(entry.on).or_default().push(entry.kind);
    }
    for (day, mut kinds) in days {
        // What is decided at one sitting belongs together.
        kinds.retain(|kind| !matches!(kind, K::MentorsNamed | K::SponsorsNamed | K::GroupAssignment));
        if kinds.len() >= 3 {
            let names: Vec<_> = kinds.iter().map(|kind| format!("“{}”", kind.title())).collect();
            faults.add(day, 0, format!("{}一天里办了{}", date_title(day), names.join("、"))).dates([day]);
        }
    }
}

/// What rests on something is not dated before it. Pairs of which a check of their own speaks are left to it.
fn steps_in_their_order(case: &Case<'_>, faults: &mut Faults) {
    for kind in K::ALL {
        let Some(entry) = case.first(kind) else { continue };
        for before in rests_on(kind).iter().filter(|before| !has_own_check(kind, **before)) {
            if let Some(earlier) = case.on(*before).filter(|earlier| entry.on < *earlier) {
                let message = format!(
                    "“{}”（{}）早于“{}”（{}）",
                    kind.title(),
                    date_title(entry.on),
                    before.title(),
                    date_title(earlier)
                );
                faults.add(entry.on, kind.step(), message).dates([earlier, entry.on]);
            }
        }
    }
}

fn has_own_check(kind: K, before: K) -> bool {
    matches!(
        (kind, before),
        (K::Talk, K::Application)
            | (K::Activist, _)
            | (K::ActivistFiling, K::Activist)
            | (K::Review, K::Activist)
            | (K::CandidateMeeting, _)
            | (K::CandidateConsent, _)
            | (K::Candidate, _)
            | (K::CommitteeReview, K::PoliticalReview | K::Training)
            | (K::ApplicationForm | K::SponsorOpinion, K::PreExamination)
            | (K::Admission, K::PreExamination | K::PoliticalReview)
            | (K::SuperiorTalk | K::Approval, K::Admission)
            | (K::Oath, K::Approval)
            | (K::Conversion, K::ConversionReview)
    )
}

fn nothing_lies_ahead(case: &Case<'_>, faults: &mut Faults) {
    let today = case.known.today;
    for paper in case.file.materials.iter().filter(|paper| paper.dated.is_some_and(|dated| dated > today)) {
        let name = material(&paper.code).map_or("", |material| material.name.as_str());
        faults.add(today, 0, format!("《{name}》的日期在今天以后")).dates(paper.dated).paper(&paper.code);
    }
    for entry in case.file.entries.iter().filter(|entry| entry.on > today) {
        let message = format!("“{}”的日期（{}）在今天以后", entry.kind.title(), date_title(entry.on));
        faults.add(today, entry.kind.step(), message).dates([entry.on]);
    }
}

fn not_many_at_once(case: &Case<'_>, faults: &mut Faults) {
    let Some(admission) = case.file.admission() else { return };
    let most = case.number("KX21");
    if let Some(people) = case.known.admitted.get(&month_of(admission.on)).filter(|people| **people > most) {
        let message = format!("这个月支部接收了 {people} 名预备党员，一般不超过 {most} 名");
        faults.add(admission.on, 15, message).dates([admission.on]);
    }
}

fn within_the_quota(case: &Case<'_>, faults: &mut Faults) {
    let Some(admission) = case.file.admission() else { return };
    let year = month_of(admission.on).0;
    let admitted: u32 = case.known.admitted.iter().filter(|((y, _), _)| *y == year).map(|(_, people)| people).sum();
    if let Some(quota) = case.known.quotas.get(&year).filter(|quota| admitted > **quota) {
        let message = format!("{year}年接收了 {admitted} 名预备党员，计划是 {quota} 名");
        faults.add(admission.on, 15, message).dates([admission.on]);
    }
}

fn written_down_in_time(case: &Case<'_>, faults: &mut Faults) {
    let allowed = Days::new(u64::from(case.number("KX24")));
    let late: Vec<_> = case
        .file
        .entries
        .iter()
        .zip(&case.file.recorded_on)
        .filter(|(entry, recorded)| entry.on.checked_add_days(allowed).is_some_and(|last| **recorded > last))
        .collect();
    if let Some((first, recorded)) = late.first() {
        let message = format!(
            "有 {} 条登记是事后补录的，例如“{}”（{}）在{}才录入",
            late.len(),
            first.kind.title(),
            date_title(first.on),
            date_title(**recorded)
        );
        faults.add(first.on, 0, message).dates([first.on, **recorded]);
    }
}

fn judged_before_it_was_published(case: &Case<'_>, faults: &mut Faults) {
    for entry in case.file.entries.iter().filter(|entry| was_unpublished(entry.on)) {
        let message = format!(
            "“{}”（{}）那天修订的细则已经印发（{}）、还没有公布，新增的要求只作提示",
            entry.kind.title(),
            date_title(entry.on),
            date_title(REVISED_ON)
        );
        faults.add(entry.on, entry.kind.step(), message).dates([entry.on]);
    }
}

/// KX22: whether the branch has admitted nobody, and made nobody a candidate, for so many years; it concerns no file.
pub(super) fn nobody_for_years(
    files: &[DevelopmentFile],
    today: NaiveDate,
    years: u32,
    begun: Option<NaiveDate>,
) -> bool {
    let Some(since) = today.checked_sub_months(chrono::Months::new(12 * years)) else { return false };
    let recently = |file: &DevelopmentFile| {
        [file.candidate_on(), file.admission().map(|entry| entry.on)].into_iter().flatten().any(|day| day >= since)
    };
    begun.is_some_and(|begun| begun < since) && !files.iter().any(recently)
}
