//! KC: the candidate, the notice, the sponsors, the political review, the training.

use chrono::NaiveDate;

use super::Case;
use super::activist::too_short;
use super::engine::{Check, Faults};
use crate::development::GuideRole;
use crate::development::catalogue::POLITICAL_REVIEW;
use crate::development::deadlines::{self, deadline_after};
use crate::development::entries::{Entry, EntryField as F, EntryKind as K};
use crate::development::law::{LawText, REVISED_ON};
use crate::roster::{Discipline, MemberKind};
use crate::rules::RuleId;
use crate::values::date_title;
use crate::values::numerals::stretch;

pub(super) const CHECKS: &[(&str, Check)] = &[
    ("KC01", a_year_as_activist),
    ("KC02", four_opinions_were_heard),
    ("KC03", enough_people_were_heard),
    ("KC04", people_could_speak_freely),
    ("KC05", heard_in_time),
    ("KC06", decision_is_on_record),
    ("KC07", superior_answered),
    ("KC08", superior_answered_afterwards),
    ("KC09", notice_was_given),
    ("KC10", notice_was_long_enough),
    ("KC11", notice_after_the_consent),
    ("KC12", candidate_after_the_notice),
    ("KC13", candidate_after_everything),
    ("KC14", notice_is_on_record),
    ("KC15", notice_at_both_places),
    ("KC16", notice_says_where),
    ("KC17", objections_were_settled),
    ("KC18", two_sponsors),
    ("KC19", sponsors_are_full_members),
    ("KC20", sponsors_have_their_rights),
    ("KC21", sponsors_are_under_no_penalty),
    ("KC22", sponsors_are_the_mentors),
    ("KC23", political_review_has_a_conclusion),
    ("KC24", political_review_is_signed),
    ("KC25", conclusion_after_the_answers),
    ("KC26", letters_were_answered),
    ("KC27", both_parents_were_asked_about),
    ("KC28", political_review_says_everything),
    ("KC29", home_and_residence_were_asked),
    ("KC30", no_votes_in_the_review),
    ("KC31", review_is_not_too_old),
    ("KC33", autobiography_is_in_order),
    ("KC34", training_was_attended),
    ("KC35", training_was_long_enough),
    ("KC36", training_before_the_meeting),
    ("KC37", training_by_the_right_body),
];

const CANDIDATE: u32 = 7;
const CONSENT: u32 = 8;
const SPONSORS: u32 = 9;
const REVIEW: u32 = 10;
const TRAINING: u32 = 11;

/// D06; on the anniversary itself the year is over (D32).
fn a_year_as_activist(case: &Case<'_>, faults: &mut Faults) {
    let Some(from) = deadlines::candidate_from(case.file, case.rules()) else { return };
    let chosen = case.on(K::CandidateMeeting).or_else(|| case.file.candidate_on());
    if let (Some(activist), Some(chosen)) = (case.on(K::Activist), chosen)
        && chosen < from
    {
        let message = format!(
            "{}确定为入党积极分子，{}确定为发展对象，不满{}，应不早于{}",
            date_title(activist),
            date_title(chosen),
            stretch(case.rules().number(RuleId::D06, "months", activist).unwrap_or(12)),
            date_title(from)
        );
        faults.add(chosen, CANDIDATE, message).dates([activist, chosen, from]);
    }
}

fn four_opinions_were_heard(case: &Case<'_>, faults: &mut Faults) {
    if !case.reached(CANDIDATE) {
        return;
    }
    let day = case.day_of(CANDIDATE);
    let Some(heard) = case.first(K::CandidateOpinions) else {
        if case.lacks("3-0") {
            faults.add(day, CANDIDATE, "没有听取党小组、培养联系人、党员和群众意见的登记").paper("3-0");
        }
        return;
    };
    let asked = [
        (F::GroupOpinion, case.known.has_groups),
        (F::MentorOpinion, true),
        (F::MembersOpinion, true),
        (F::MassesOpinion, true),
    ];
    let missing: Vec<_> = asked
        .iter()
        .filter(|(field, is_asked)| *is_asked && heard.values.text(*field).is_empty())
        .map(|(field, _)| field.title())
        .collect();
    if !missing.is_empty() {
        faults.add(heard.on, CANDIDATE, format!("没有登记{}", missing.join("、"))).dates([heard.on]).paper("3-0");
    }
}

fn enough_people_were_heard(case: &Case<'_>, faults: &mut Faults) {
    let wanted = case.number("KC03");
    if let Some(heard) = case.first(K::CandidateOpinions)
        && let Some(people) = heard.values.count(F::Attendees).filter(|people| *people < wanted)
    {
        let message = format!("座谈会有 {people} 人参加，要求不少于 {wanted} 人");
        faults.add(heard.on, CANDIDATE, message).dates([heard.on]).paper("3-0");
    }
}

fn people_could_speak_freely(case: &Case<'_>, faults: &mut Faults) {
    let Some(heard) = case.first(K::CandidateOpinions) else { return };
    if heard.values.yes(F::PersonPresent) == Some(true) {
        faults.add(heard.on, CANDIDATE, "座谈会上本人在场").dates([heard.on]).paper("3-0");
    }
    if heard.values.yes(F::AllSpoke) == Some(false) {
        faults.add(heard.on, CANDIDATE, "座谈会上有参加人没有发言").dates([heard.on]).paper("3-0");
    }
}

fn heard_in_time(case: &Case<'_>, faults: &mut Faults) {
    let Some(heard) = case.on(K::CandidateOpinions) else { return };
    if let Some(from) = deadlines::candidate_from(case.file, case.rules()).filter(|from| heard < *from) {
        let message = format!("座谈会（{}）时培养教育还不满一年（{}满）", date_title(heard), date_title(from));
        faults.add(heard, CANDIDATE, message).dates([heard, from]);
    }
    if let Some(met) = case.on(K::CandidateMeeting).filter(|met| *met < heard) {
        let message = format!("座谈会（{}）晚于讨论发展对象的会议（{}）", date_title(heard), date_title(met));
        faults.add(heard, CANDIDATE, message).dates([met, heard]);
    }
}

fn decision_is_on_record(case: &Case<'_>, faults: &mut Faults) {
    let linked = case.first(K::CandidateMeeting).is_some_and(|entry| entry.meeting.is_some());
    if case.reached(CANDIDATE) && case.lacks("3-2") && !linked {
        faults.add(case.day_of(CANDIDATE), CANDIDATE, "没有讨论发展对象人选的会议记录").paper("3-2");
    }
}

fn superior_answered(case: &Case<'_>, faults: &mut Faults) {
    if !case.reached(SPONSORS) {
        return;
    }
    let day = case.day_of(CONSENT);
    let is_revised = LawText::on(day) == LawText::Of2026;
    let answer = case.first(K::CandidateConsent);
    if answer.is_some_and(|answer| answer.was_refused()) {
        faults.add(day, CONSENT, "上级党委不同意列为发展对象，仍办了后面的步骤").dates([day]).paper("3-5a");
    } else if answer.is_none() && (case.lacks("3-5") || is_revised) {
        let what = if is_revised {
            "没有上级党委同意列为发展对象的答复"
        } else {
            "没有报上级党委备案的登记和材料"
        };
        faults.add(day, CONSENT, what).paper(if is_revised { "3-5a" } else { "3-5" });
    }
}

fn superior_answered_afterwards(case: &Case<'_>, faults: &mut Faults) {
    if let (Some(met), Some(answered)) = (case.on(K::CandidateMeeting), case.on(K::CandidateConsent))
        && answered < met
    {
        let message = format!("上级的答复（{}）早于支部讨论（{}）", date_title(answered), date_title(met));
        faults.add(answered, CONSENT, message).dates([met, answered]);
    }
}

/// The notices of candidates, and the day that judges a file without one: that of being made a candidate.
fn candidate_day(case: &Case<'_>) -> NaiveDate {
    case.on(K::Candidate).or_else(|| case.on(K::CandidateConsent)).unwrap_or_else(|| case.day_of(CONSENT))
}

fn notice_was_given(case: &Case<'_>, faults: &mut Faults) {
    let is_candidate = case.on(K::Candidate).is_some() || case.reached(SPONSORS);
    if is_candidate && case.first(K::CandidateNotice).is_none() && case.lacks("3-3") {
        faults.add(candidate_day(case), CONSENT, "没有发展对象公示的登记和材料").paper("3-3");
    }
}

/// D30: the day on which it is put up does not count; holidays and days made up for them as the State Council has them.
fn notice_was_long_enough(case: &Case<'_>, faults: &mut Faults) {
    for notice in case.file.all(K::CandidateNotice) {
        let wanted = case.rules().number(RuleId::D30, "working_days", notice.on).unwrap_or(5);
        if let Some((ends, earliest)) = too_short(notice, wanted, case.rules()) {
            let message = format!(
                "公示从{}到{}，不足 {wanted} 个工作日，应到{}为止{}",
                date_title(notice.on),
                date_title(ends),
                date_title(earliest),
                case.rules().workdays().counted(notice.on, earliest)
            );
            faults.add(notice.on, CONSENT, message).dates([notice.on, ends, earliest]).paper("3-3");
        }
    }
}

fn notice_after_the_consent(case: &Case<'_>, faults: &mut Faults) {
    if let (Some(answered), Some(notice)) = (case.on(K::CandidateConsent), case.on(K::CandidateNotice))
        && notice < answered
    {
        let message = format!("公示（{}）早于上级党委同意（{}）", date_title(notice), date_title(answered));
        faults.add(notice, CONSENT, message).dates([answered, notice]);
    }
}

fn candidate_after_the_notice(case: &Case<'_>, faults: &mut Faults) {
    let ends = case.file.all(K::CandidateNotice).filter_map(|notice| notice.values.day(F::EndsOn)).max();
    if let (Some(candidate), Some(ends)) = (case.on(K::Candidate), ends)
        && candidate <= ends
    {
        let message = format!("公示到{}才结束，{}就列为发展对象", date_title(ends), date_title(candidate));
        faults.add(candidate, CONSENT, message).dates([ends, candidate]);
    }
}

fn candidate_after_everything(case: &Case<'_>, faults: &mut Faults) {
    if let (Some(candidate), Some(answered)) = (case.on(K::Candidate), case.on(K::CandidateConsent))
        && candidate < answered
    {
        let message =
            format!("列为发展对象（{}）早于上级党委的答复（{}）", date_title(candidate), date_title(answered));
        faults.add(candidate, CONSENT, message).dates([answered, candidate]);
    }
}

fn notice_is_on_record(case: &Case<'_>, faults: &mut Faults) {
    for notice in case.file.all(K::CandidateNotice).filter(|notice| is_over(case, notice)) {
        let missing: Vec<_> = [F::Raised, F::Phone]
            .into_iter()
            .filter(|field| notice.values.text(*field).is_empty())
            .map(|field| {
                if field == F::Raised {
                    "公示期间反映的情况（没有的也要写“无”）"
                } else {
                    "联系电话"
                }
            })
            .collect();
        if !missing.is_empty() && case.lacks("3-4") {
            let message = format!("{}的公示没有登记{}", date_title(notice.on), missing.join("、"));
            faults.add(notice.on, CONSENT, message).dates([notice.on]).paper("3-4");
        }
    }
}

fn is_over(case: &Case<'_>, notice: &Entry) -> bool {
    notice.values.day(F::EndsOn).is_some_and(|ends| ends < case.known.today) || case.reached(SPONSORS)
}

/// D41: of somebody away from home both where they left and where they live now.
fn notice_at_both_places(case: &Case<'_>, faults: &mut Faults) {
    let is_mobile = case.file.person.details.yes(F::Mobile) == Some(true);
    let mut notices = case.file.all(K::CandidateNotice).peekable();
    let Some(first) = notices.peek().map(|notice| notice.on).filter(|_| is_mobile) else { return };
    let places: Vec<_> = notices.map(|notice| notice.values.text(F::NoticeAt)).collect();
    let is_there = |codes: [&str; 2]| places.iter().any(|place| codes.contains(place));
    if !(is_there(["home", "home"]) && is_there(["away", "residence"])) {
        faults.add(first, CONSENT, "本人是流动人员，没有在流出地和流入地都公示").dates([first]).paper("3-3");
    }
}

fn notice_says_where(case: &Case<'_>, faults: &mut Faults) {
    for notice in case.file.all(K::CandidateNotice) {
        if notice.values.text(F::NoticeAt).is_empty() && notice.values.text(F::Place).is_empty() {
            let message = format!("{}的公示没有登记在哪里公示", date_title(notice.on));
            faults.add(notice.on, CONSENT, message).dates([notice.on]).paper("3-3");
        }
    }
}

fn objections_were_settled(case: &Case<'_>, faults: &mut Faults) {
    for kind in [K::CandidateNotice, K::ConversionNotice] {
        for notice in case.file.all(kind) {
            let raised = notice.values.text(F::Raised);
            let is_something = !raised.is_empty() && !["无", "没有", "无异议", "无反映"].contains(&raised);
            if is_something && notice.values.text(F::Settled).is_empty() {
                let message = format!("{}的公示有人反映问题，没有登记调查处理结论", date_title(notice.on));
                faults.add(notice.on, kind.step(), message).dates([notice.on]).paper("3-4");
            }
        }
    }
}

/// The day on which the sponsors are looked at: that of their choice, else of the admission.
fn sponsors_on(case: &Case<'_>) -> NaiveDate {
    case.on(K::SponsorsNamed).unwrap_or_else(|| case.day_of(SPONSORS))
}

/// Those who are sponsors when the meeting decides, or now.
fn sponsors<'a>(case: &Case<'a>) -> Vec<(usize, &'a crate::development::Guide)> {
    let day = case.file.admission().map_or(case.known.today, |entry| entry.on);
    case.file.guides_on(GuideRole::Sponsor, day).collect()
}

fn two_sponsors(case: &Case<'_>, faults: &mut Faults) {
    if !case.reached(SPONSORS) {
        return;
    }
    let day = sponsors_on(case);
    let wanted = case.rules().number(RuleId::D09, "sponsors", day).unwrap_or(2) as usize;
    let mut names: Vec<_> = sponsors(case).iter().map(|(_, guide)| guide.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    if names.len() != wanted {
        faults.add(day, SPONSORS, format!("登记了 {} 名入党介绍人，应有 {wanted} 名", names.len())).dates([day]);
    }
}

fn sponsors_are_full_members(case: &Case<'_>, faults: &mut Faults) {
    for (place, guide) in sponsors(case) {
        let Some(member) = &case.file.guide_members[place] else { continue };
        let since = guide.since.unwrap_or_else(|| sponsors_on(case));
        if member.kind_on(since) != MemberKind::Full {
            let message = format!("入党介绍人{}在{}还是预备党员", guide.name, date_title(since));
            faults.add(since, SPONSORS, message).dates([since]);
        } else if member.is_suspended_on(since) {
            let message = format!("入党介绍人{}在{}已停止党籍", guide.name, date_title(since));
            faults.add(since, SPONSORS, message).dates([since]);
        }
    }
}

/// The days on which a sponsor acts: the choice, and the meeting that admits.
fn acting(case: &Case<'_>, guide: &crate::development::Guide) -> Vec<NaiveDate> {
    let since = guide.since.unwrap_or_else(|| sponsors_on(case));
    [Some(since), case.file.admission().map(|entry| entry.on)].into_iter().flatten().collect()
}

fn sponsors_have_their_rights(case: &Case<'_>, faults: &mut Faults) {
    for (place, guide) in sponsors(case) {
        let Some(member) = &case.file.guide_members[place] else { continue };
        let without = acting(case, guide).into_iter().find(|day| {
            let is_watched = member.discipline_on(*day).is_some_and(|(what, _)| what == Discipline::Probation);
            is_watched
                || member.is_member_on(*day) && member.kind_on(*day) == MemberKind::Full && !member.can_vote_on(*day)
        });
        if let Some(day) = without {
            let message = format!("入党介绍人{}在{}受留党察看处分，没有恢复党员权利", guide.name, date_title(day));
            faults.add(day, SPONSORS, message).dates([day]);
        }
    }
}

/// D40: a penalty has its effect for a while.
fn sponsors_are_under_no_penalty(case: &Case<'_>, faults: &mut Faults) {
    for (place, guide) in sponsors(case) {
        let Some(member) = &case.file.guide_members[place] else { continue };
        for day in acting(case, guide) {
            let Some((what, since)) = member.discipline_on(day) else { continue };
            let months = match what {
                Discipline::Warning => case.rules().number(RuleId::D40, "warning_months", day),
                Discipline::SeriousWarning => case.rules().number(RuleId::D40, "serious_months", day),
                Discipline::Dismissed => case.rules().number(RuleId::D40, "dismissed_months", day),
                Discipline::Probation => None,
            };
            if let Some(until) = months.and_then(|months| deadline_after(since, months)).filter(|until| day < *until) {
                let message = format!(
                    "入党介绍人{}{}受{}处分，影响期到{}，{}还在影响期内，不宜做介绍人",
                    guide.name,
                    date_title(since),
                    what.title(),
                    date_title(until),
                    date_title(day)
                );
                faults.add(day, SPONSORS, message).dates([since, day, until]);
                break;
            }
        }
    }
}

fn sponsors_are_the_mentors(case: &Case<'_>, faults: &mut Faults) {
    let mentors: Vec<_> = case.file.guides_of(GuideRole::Mentor).map(|(_, guide)| guide.name.as_str()).collect();
    let sponsors = sponsors(case);
    let is_told = case.first(K::SponsorsNamed).is_some_and(|entry| entry.meeting.is_some() || !entry.note.is_empty());
    let is_one = sponsors.iter().any(|(_, guide)| mentors.contains(&guide.name.as_str()));
    if !sponsors.is_empty() && !mentors.is_empty() && !is_one && !is_told {
        faults.add(sponsors_on(case), SPONSORS, "入党介绍人不是培养联系人，没有党组织指定的登记");
    }
}

fn political_review_has_a_conclusion(case: &Case<'_>, faults: &mut Faults) {
    let review = case.first(K::PoliticalReview);
    if case.reached(12) && review.is_none() && case.lacks(POLITICAL_REVIEW) {
        faults.add(case.day_of(REVIEW), REVIEW, "没有政治审查的结论").paper(POLITICAL_REVIEW);
    } else if let Some(review) = review.filter(|review| review.values.text(F::Verdict) == "failed") {
        if case.reached(12) {
            faults
                .add(review.on, REVIEW, "政治审查不合格，仍办了后面的步骤")
                .dates([review.on])
                .paper(POLITICAL_REVIEW);
        }
    } else if let (Some(review), Some(admission)) = (review, case.file.admission())
        && admission.on < review.on
    {
        let message = format!("支部大会（{}）早于政治审查结论（{}）", date_title(admission.on), date_title(review.on));
        faults.add(admission.on, REVIEW, message).dates([review.on, admission.on]).paper(POLITICAL_REVIEW);
    }
}

fn political_review_is_signed(case: &Case<'_>, faults: &mut Faults) {
    let (entry, paper) = (case.first(K::PoliticalReview), case.paper(POLITICAL_REVIEW));
    let lacks = |field, on_paper: Option<bool>| {
        entry.and_then(|entry| entry.values.yes(field)) == Some(false) || on_paper == Some(false)
    };
    let mut missing = Vec::new();
    if lacks(F::SecretarySigned, paper.and_then(|paper| paper.is_signed)) {
        missing.push("签字");
    }
    if lacks(F::Sealed, paper.and_then(|paper| paper.is_sealed)) {
        missing.push("盖章");
    }
    if paper.is_some_and(|paper| paper.dated.is_none()) && entry.is_none() {
        missing.push("注明日期");
    }
    if !missing.is_empty() {
        let day = entry.map_or_else(|| case.day_of(REVIEW), |entry| entry.on);
        faults.add(day, REVIEW, format!("政治审查报告没有{}", missing.join("、"))).paper(POLITICAL_REVIEW);
    }
}

fn conclusion_after_the_answers(case: &Case<'_>, faults: &mut Faults) {
    let answered = case.file.all(K::ReviewLetter).filter_map(|letter| letter.values.day(F::AnsweredOn)).max();
    if let (Some(concluded), Some(answered)) = (case.on(K::PoliticalReview), answered)
        && concluded < answered
    {
        let message = format!("政治审查结论（{}）早于最后一份回函（{}）", date_title(concluded), date_title(answered));
        faults.add(concluded, REVIEW, message).dates([answered, concluded]).paper(POLITICAL_REVIEW);
    }
}

fn letters_were_answered(case: &Case<'_>, faults: &mut Faults) {
    let Some(concluded) = case.on(K::PoliticalReview) else { return };
    for letter in case.file.all(K::ReviewLetter).filter(|letter| letter.values.day(F::AnsweredOn).is_none()) {
        let to = letter.values.text(F::To);
        let to = if to.is_empty() { String::new() } else { format!("（{to}）") };
        let message = format!("{}发出的政审函{to}没有回函，已经作了结论", date_title(letter.on));
        faults.add(concluded, REVIEW, message).dates([letter.on, concluded]).paper("3-8");
    }
}

fn both_parents_were_asked_about(case: &Case<'_>, faults: &mut Faults) {
    let letters: Vec<_> = case.file.all(K::ReviewLetter).map(|letter| letter.values.text(F::Relation)).collect();
    let is_about = |words: [&str; 3]| letters.iter().any(|relation| words.iter().any(|word| relation.contains(word)));
    let (father, mother) = (is_about(["父", "爸", "父母"]), is_about(["母", "妈", "父母"]));
    if case.on(K::PoliticalReview).is_some() && father != mother {
        let who = if father { "母亲" } else { "父亲" };
        faults.add(case.day_of(REVIEW), REVIEW, format!("有一方父母的政审材料，没有{who}的")).paper("3-8");
    }
}

fn political_review_says_everything(case: &Case<'_>, faults: &mut Faults) {
    let Some(review) = case.first(K::PoliticalReview) else { return };
    let mut elements = vec![F::Beliefs, F::Conduct, F::FamilyReview];
    if review.on >= REVISED_ON {
        elements.insert(2, F::NetConduct);
    }
    let is_written = elements.iter().any(|field| !review.values.text(*field).is_empty());
    let missing: Vec<_> =
        elements.iter().filter(|field| review.values.text(**field).is_empty()).map(|field| field.title()).collect();
    if is_written && !missing.is_empty() {
        let message = format!("政治审查没有写：{}", missing.join("、"));
        faults.add(review.on, REVIEW, message).dates([review.on]).paper(POLITICAL_REVIEW);
    }
}

fn home_and_residence_were_asked(case: &Case<'_>, faults: &mut Faults) {
    let Some(concluded) = case.on(K::PoliticalReview) else { return };
    let asked = |place: &str| case.file.all(K::ReviewLetter).any(|letter| letter.values.text(F::AskedAt) == place);
    let missing: Vec<_> =
        [("household", "户籍地"), ("residence", "居住地")].into_iter().filter(|(code, _)| !asked(code)).collect();
    if case.file.person.details.yes(F::Mobile) == Some(true) && !missing.is_empty() {
        let names: Vec<_> = missing.iter().map(|(_, name)| *name).collect();
        let message = format!("本人是流动人员，没有征求{}党组织的意见", names.join("、"));
        faults.add(concluded, REVIEW, message).dates([concluded]).paper("3-7");
    }
}

fn no_votes_in_the_review(case: &Case<'_>, faults: &mut Faults) {
    let Some(review) = case.first(K::PoliticalReview) else { return };
    let has_votes = |text: &String| ["表决", "票同意", "赞成票", "全票"].iter().any(|word| text.contains(word));
    if review.values.0.values().any(has_votes) {
        faults.add(review.on, REVIEW, "政治审查报告里写了表决结果").dates([review.on]).paper(POLITICAL_REVIEW);
    }
}

fn review_is_not_too_old(case: &Case<'_>, faults: &mut Faults) {
    let months = case.number("KC31");
    if let (Some(concluded), Some(admission)) = (case.on(K::PoliticalReview), case.file.admission())
        && let Some(until) = deadline_after(concluded, months).filter(|until| admission.on > *until)
    {
        let message = format!(
            "政治审查结论（{}）到支部大会（{}）已超过 {months} 个月",
            date_title(concluded),
            date_title(admission.on)
        );
        faults.add(admission.on, REVIEW, message).dates([concluded, until, admission.on]).paper(POLITICAL_REVIEW);
    }
}

fn autobiography_is_in_order(case: &Case<'_>, faults: &mut Faults) {
    const AUTOBIOGRAPHY: &str = "3-6";
    let day = case.day_of(REVIEW);
    match case.paper(AUTOBIOGRAPHY) {
        None if case.reached(12) && case.lacks(AUTOBIOGRAPHY) => {
            faults.add(day, REVIEW, "没有自传").paper(AUTOBIOGRAPHY);
        }
        Some(paper) if paper.is_signed == Some(false) => {
            faults.add(day, REVIEW, "自传没有本人签名").paper(AUTOBIOGRAPHY);
        }
        Some(paper) => {
            let trained = case.first(K::Training).map(|entry| entry.values.day(F::EndsOn).unwrap_or(entry.on));
            if let (Some(dated), Some(trained)) = (paper.dated, trained)
                && dated > trained
            {
                let message = format!("自传（{}）晚于培训结业（{}）", date_title(dated), date_title(trained));
                faults.add(dated, REVIEW, message).dates([trained, dated]).paper(AUTOBIOGRAPHY);
            }
        }
        None => {}
    }
}

fn training_was_attended(case: &Case<'_>, faults: &mut Faults) {
    let training = case.first(K::Training);
    let is_excused = training.is_some_and(|entry| !entry.values.text(F::ExemptReason).is_empty());
    if case.file.admission().is_some() && training.is_none() && case.lacks("3-11") {
        faults.add(case.day_of(TRAINING), TRAINING, "接收前没有短期集中培训的登记和材料").paper("3-11");
    } else if let Some(training) = training.filter(|entry| entry.values.text(F::Result) == "failed" && !is_excused)
        && case.file.admission().is_some()
    {
        faults.add(training.on, TRAINING, "短期集中培训不合格，仍办了后面的步骤").dates([training.on]).paper("3-11");
    }
}

/// D11: so many days or so many hours; one of the two is enough.
fn training_was_long_enough(case: &Case<'_>, faults: &mut Faults) {
    let Some(training) = case.first(K::Training) else { return };
    let days_wanted = case.rules().number(RuleId::D11, "days", training.on).unwrap_or(3);
    let hours_wanted = case.rules().number(RuleId::D11, "hours", training.on).unwrap_or(24);
    let span = training.values.day(F::EndsOn).map(|ends| (ends - training.on).num_days() + 1);
    let days = training.values.count(F::Days).or_else(|| span.and_then(|days| u32::try_from(days).ok()));
    let hours = training.values.count(F::Hours);
    let is_known = days.is_some() || hours.is_some();
    if is_known && days.is_none_or(|days| days < days_wanted) && hours.is_none_or(|hours| hours < hours_wanted) {
        let said: Vec<_> = [days.map(|days| format!("{days} 天")), hours.map(|hours| format!("{hours} 学时"))]
            .into_iter()
            .flatten()
            .collect();
        let message = format!("短期集中培训{}，应不少于 {days_wanted} 天或 {hours_wanted} 学时", said.join("、"));
        faults.add(training.on, TRAINING, message).dates([training.on]).paper("3-11");
    }
}

fn training_before_the_meeting(case: &Case<'_>, faults: &mut Faults) {
    let Some(training) = case.first(K::Training) else { return };
    let ended = training.values.day(F::EndsOn).unwrap_or(training.on);
    if let Some(admission) = case.file.admission().filter(|admission| admission.on < ended) {
        let message = format!("培训（{}结束）晚于支部大会（{}）", date_title(ended), date_title(admission.on));
        faults.add(admission.on, TRAINING, message).dates([admission.on, ended]).paper("3-11");
    }
}

fn training_by_the_right_body(case: &Case<'_>, faults: &mut Faults) {
    if let Some(training) = case.first(K::Training).filter(|entry| entry.values.text(F::OrganizerKind) == "other") {
        let message = "短期集中培训不是基层党委或县级党委组织部门主办的";
        faults.add(training.on, TRAINING, message).dates([training.on]).paper("3-11");
    }
}
