//! KB: the activist, the mentors, the reviews.

use chrono::{Days, NaiveDate};

use super::Case;
use super::engine::{Check, Faults};
use crate::development::catalogue::{ACTIVIST_FORM, APPLICATION, THOUGHT_REPORT};
use crate::development::deadlines::deadline_after;
use crate::development::entries::{Entry, EntryField as F, EntryKind as K};
use crate::development::{DevelopmentStage, GuideRole};
use crate::meetings::MeetingKind;
use crate::roster::MemberKind;
use crate::rules::{RuleBook, RuleId};
use crate::values::date_title;
use crate::values::numerals::stretch;

pub(super) const CHECKS: &[(&str, Check)] = &[
    ("KB01", recommended),
    ("KB02", league_recommends_its_members),
    ("KB03", decision_is_on_record),
    ("KB04", decided_by_the_right_body),
    ("KB05", decided_at_a_meeting),
    ("KB06", decided_after_the_application),
    ("KB07", not_decided_too_soon),
    ("KB08", recommended_before_the_decision),
    ("KB09", filed),
    ("KB10", filed_after_the_decision),
    ("KB12", mentors_are_named),
    ("KB13", one_or_two_mentors),
    ("KB14", mentors_are_full_members),
    ("KB15", mentors_are_replaced),
    ("KB16", reviewed_every_half_year),
    ("KB17", reviews_are_spread),
    ("KB18", mentors_say_something),
    ("KB19", reviews_differ),
    ("KB20", thought_reports_come_in),
    ("KB21", thought_reports_are_spread),
    ("KB22", thought_reports_are_signed),
    ("KB23", thought_reports_are_originals),
    ("KB24", papers_came_along),
    ("KB25", papers_were_examined),
    ("KB26", form_begins_after_the_filing),
    ("KB27", penalties_were_dealt_with),
];

const ACTIVIST: u32 = 3;
const FILING: u32 = 4;
const MENTORS: u32 = 5;
const REVIEW: u32 = 6;

fn recommended(case: &Case<'_>, faults: &mut Faults) {
    if case.reached(ACTIVIST) && case.lacks("2-1") && case.first(K::Recommendation).is_none() {
        faults.add(case.day_of(ACTIVIST), ACTIVIST, "没有党员推荐或群团组织推优的记录").paper("2-1");
    }
}

/// 28 and younger one is a member of the league, as a rule.
fn league_recommends_its_members(case: &Case<'_>, faults: &mut Faults) {
    let (Some(decided), Some(born)) = (case.on(K::Activist), case.file.born()) else { return };
    let is_young = deadline_after(born, 29 * 12).is_some_and(|day| decided < day);
    let is_member = case.file.person.details.day(F::LeagueJoined).is_some_and(|joined| joined <= decided);
    let by_league = case.first(K::Recommendation).is_some_and(|entry| entry.values.text(F::Way) == "league");
    if is_young && is_member && !by_league {
        faults.add(decided, ACTIVIST, "本人是 28 周岁以下的团员，没有群团组织推优的登记").dates([decided]);
    }
}

fn decision_is_on_record(case: &Case<'_>, faults: &mut Faults) {
    let linked = case.first(K::Activist).is_some_and(|entry| entry.meeting.is_some());
    if case.reached(ACTIVIST) && case.lacks("2-2") && !linked {
        faults.add(case.day_of(ACTIVIST), ACTIVIST, "没有确定入党积极分子的会议记录").paper("2-2");
    }
}

/// B06: without a committee the general meeting decides.
fn decided_by_the_right_body(case: &Case<'_>, faults: &mut Faults) {
    for kind in [K::Activist, K::CandidateMeeting] {
        let Some(entry) = case.first(kind) else { continue };
        let Some(meeting) = case.meeting(entry) else { continue };
        let has_committee = case.known.committee.on(entry.on);
        let wanted = if has_committee { MeetingKind::Committee } else { MeetingKind::General };
        if !meeting.kinds.contains(&wanted) {
            let message = format!(
                "“{}”应由{}研究，登记的会议是《{}》",
                kind.title(),
                if has_committee { "支委会" } else { "支部党员大会（支部没有设支委会）" },
                meeting.title
            );
            faults.add(entry.on, kind.step(), message).dates([entry.on]);
        }
    }
}

fn decided_at_a_meeting(case: &Case<'_>, faults: &mut Faults) {
    if let Some(entry) = case.first(K::Activist).filter(|entry| case.book_lacks(entry)) {
        let message = format!("{}确定为入党积极分子，会议记录本里这一天没有会议", date_title(entry.on));
        faults.add(entry.on, ACTIVIST, message).dates([entry.on]);
    }
}

fn decided_after_the_application(case: &Case<'_>, faults: &mut Faults) {
    let Some(decided) = case.on(K::Activist) else { return };
    for kind in [K::Application, K::Talk] {
        if let Some(before) = case.on(kind).filter(|before| decided < *before) {
            let message = format!(
                "确定为入党积极分子（{}）早于“{}”（{}）",
                date_title(decided),
                kind.title(),
                date_title(before)
            );
            faults.add(decided, ACTIVIST, message).dates([before, decided]);
        }
    }
}

fn not_decided_too_soon(case: &Case<'_>, faults: &mut Faults) {
    let (Some(applied), Some(decided)) = (case.on(K::Application), case.on(K::Activist)) else { return };
    let wanted = i64::from(case.number("KB07"));
    let days = (decided - applied).num_days();
    if (0..wanted).contains(&days) {
        let message = format!("从申请到确定为入党积极分子只有 {days} 天，要求不少于 {wanted} 天");
        faults.add(decided, ACTIVIST, message).dates([applied, decided]);
    }
}

fn recommended_before_the_decision(case: &Case<'_>, faults: &mut Faults) {
    if let (Some(recommended), Some(decided)) = (case.on(K::Recommendation), case.on(K::Activist))
        && decided < recommended
    {
        let message = format!("推荐（{}）晚于确定为入党积极分子（{}）", date_title(recommended), date_title(decided));
        faults.add(decided, ACTIVIST, message).dates([recommended, decided]);
    }
}

fn filed(case: &Case<'_>, faults: &mut Faults) {
    if case.reached(MENTORS) && case.on(K::ActivistFiling).is_none() && case.lacks("2-4") && case.lacks("2-3") {
        faults.add(case.day_of(FILING), FILING, "没有报上级党委备案的登记和材料").paper("2-4");
    }
}

fn filed_after_the_decision(case: &Case<'_>, faults: &mut Faults) {
    if let (Some(decided), Some(filed)) = (case.on(K::Activist), case.on(K::ActivistFiling))
        && filed < decided
    {
        let message = format!("上级备案（{}）早于支部确定（{}）", date_title(filed), date_title(decided));
        faults.add(filed, FILING, message).dates([decided, filed]);
    }
}

/// The days on which the person had mentors to be named: from the activist until the admission.
fn in_training(case: &Case<'_>) -> Option<(NaiveDate, NaiveDate)> {
    let from = case.on(K::Activist)?;
    let until = case.file.admission().map(|entry| entry.on);
    let closed = case.file.closed.as_ref().map(|closed| closed.on);
    Some((from, until.or(closed).unwrap_or(case.known.today)))
}

fn mentors_are_named(case: &Case<'_>, faults: &mut Faults) {
    let Some(decided) = case.on(K::Activist) else { return };
    if case.file.guides_of(GuideRole::Mentor).next().is_none() {
        faults.add(decided, MENTORS, "没有登记培养联系人").dates([decided]);
    }
}

fn one_or_two_mentors(case: &Case<'_>, faults: &mut Faults) {
    let Some((from, until)) = in_training(case).filter(|_| case.file.guides_of(GuideRole::Mentor).next().is_some())
    else {
        return;
    };
    let changes = case.file.guides_of(GuideRole::Mentor).flat_map(|(_, guide)| [guide.since, guide.until]).flatten();
    let named = case.on(K::MentorsNamed);
    let mut days: Vec<_> = changes.chain(named).filter(|day| (from..=until).contains(day)).collect();
    days.sort_unstable();
    days.dedup();
    for day in if days.is_empty() { vec![until] } else { days } {
        let (min, max) = (
            case.rules().number(RuleId::D04, "mentors_min", day).unwrap_or_default() as usize,
            case.rules().number(RuleId::D04, "mentors_max", day).unwrap_or_default() as usize,
        );
        let mentors = case.file.guides_on(GuideRole::Mentor, day).count();
        if !(min..=max).contains(&mentors) {
            let message = format!("{}有 {mentors} 名培养联系人，应有 {min} 至 {max} 名", date_title(day));
            faults.add(day, MENTORS, message).dates([day]);
            return;
        }
    }
}

fn mentors_are_full_members(case: &Case<'_>, faults: &mut Faults) {
    for (place, guide) in case.file.guides_of(GuideRole::Mentor) {
        let Some(member) = &case.file.guide_members[place] else { continue };
        let Some(since) = guide.since.or_else(|| case.on(K::MentorsNamed)) else { continue };
        if member.kind_on(since) != MemberKind::Full {
            let message = format!("培养联系人{}在{}还是预备党员", guide.name, date_title(since));
            faults.add(since, MENTORS, message).dates([since]);
        } else if member.is_suspended_on(since) {
            let message = format!("培养联系人{}在{}已停止党籍", guide.name, date_title(since));
            faults.add(since, MENTORS, message).dates([since]);
        }
    }
}

/// D36: within so many days somebody else takes over.
fn mentors_are_replaced(case: &Case<'_>, faults: &mut Faults) {
    let Some((from, until)) = in_training(case) else { return };
    let allowed = Days::new(u64::from(case.number("KB15")));
    for (place, guide) in case.file.guides_of(GuideRole::Mentor) {
        let Some(member) = &case.file.guide_members[place] else { continue };
        let Some(gone) = member.stays().last().and_then(|stay| stay.left).map(|left| left.on) else { continue };
        let ended = guide.until.unwrap_or(until);
        let last = gone.checked_add_days(allowed).unwrap_or(gone);
        if gone >= from && gone < until && ended > last {
            let message = format!("培养联系人{}在{}离开支部，没有及时调整", guide.name, date_title(gone));
            faults.add(gone, MENTORS, message).dates([gone, ended]);
        }
    }
}

/// D05: no half year without a review, from the decision until the person became a candidate.
fn reviewed_every_half_year(case: &Case<'_>, faults: &mut Faults) {
    let Some(activist) = case.on(K::Activist) else { return };
    let end = case.on(K::CandidateMeeting).or_else(|| case.file.candidate_on());
    let end = end.or(case.file.closed.as_ref().map(|closed| closed.on)).unwrap_or(case.known.today);
    let mut days: Vec<_> =
        case.file.all(K::Review).map(|review| review.on).filter(|on| (activist..=end).contains(on)).collect();
    days.insert(0, activist);
    days.push(end);
    for pair in days.windows(2) {
        let months = case.rules().number(RuleId::D05, "months", pair[0]).unwrap_or(6);
        if let Some(due) = deadline_after(pair[0], months).filter(|due| *due < pair[1]) {
            let (from, to) = (date_title(pair[0]), date_title(pair[1]));
            let message = format!("{from}到{to}超过{}没有登记考察", stretch(months));
            faults.add(due, REVIEW, message).dates([pair[0], pair[1]]).paper(ACTIVIST_FORM);
        }
    }
}

fn reviews_are_spread(case: &Case<'_>, faults: &mut Faults) {
    let wanted = i64::from(case.number("KB17"));
    let reviews: Vec<&Entry> = case.file.all(K::Review).collect();
    for pair in reviews.windows(2) {
        let days = (pair[1].on - pair[0].on).num_days();
        if days < wanted {
            let message = format!("两次考察（{}、{}）只相隔 {days} 天", date_title(pair[0].on), date_title(pair[1].on));
            faults.add(pair[1].on, REVIEW, message).dates([pair[0].on, pair[1].on]);
        }
    }
    if let (Some(activist), Some(first)) = (case.on(K::Activist), reviews.first())
        && first.on < activist
    {
        let message = format!("考察（{}）早于确定为入党积极分子（{}）", date_title(first.on), date_title(activist));
        faults.add(first.on, REVIEW, message).dates([activist, first.on]);
    }
}

fn mentors_say_something(case: &Case<'_>, faults: &mut Faults) {
    for review in case.file.all(K::Review) {
        let is_filled = !review.values.0.is_empty();
        if is_filled && review.values.text(F::MentorOpinion).is_empty() {
            let message = format!("{}的考察没有培养联系人的意见", date_title(review.on));
            faults.add(review.on, REVIEW, message).dates([review.on]).paper(ACTIVIST_FORM);
        } else if review.values.yes(F::MentorSigned) == Some(false) {
            let message = format!("{}的考察没有培养联系人签字", date_title(review.on));
            faults.add(review.on, REVIEW, message).dates([review.on]).paper(ACTIVIST_FORM);
        }
    }
}

fn reviews_differ(case: &Case<'_>, faults: &mut Faults) {
    for alike in case.known.alike.get(&case.file.id).into_iter().flatten().filter(|alike| alike.other.is_none()) {
        let message = format!("{}和{}的考察意见几乎一样", date_title(alike.on), date_title(alike.other_on));
        faults.add(alike.on, alike.kind.step(), message).dates([alike.other_on, alike.on]);
    }
}

/// D31: one a quarter by custom, from the activist until the admission.
fn thought_reports_come_in(case: &Case<'_>, faults: &mut Faults) {
    let Some((from, until)) = in_training(case).filter(|_| case.stage != DevelopmentStage::Applicant) else { return };
    let months = case.number("KB20").max(1);
    let days: Vec<_> = case.file.papers(THOUGHT_REPORT).filter_map(|paper| paper.dated).collect();
    let (mut begin, mut empty) = (from, Vec::new());
    while let Some(end) = deadline_after(begin, months).filter(|end| *end <= until && *end > begin) {
        if !days.iter().any(|day| (begin..end).contains(day)) {
            empty.push(begin);
        }
        begin = end;
    }
    if let Some(first) = empty.first() {
        let message = format!("从{}起有 {} 个时段（每 {months} 个月）没有思想汇报", date_title(*first), empty.len());
        faults.add(*first, REVIEW, message).dates(empty).paper(THOUGHT_REPORT);
    }
}

fn thought_reports_are_spread(case: &Case<'_>, faults: &mut Faults) {
    let wanted = i64::from(case.number("KB21"));
    let days: Vec<_> = case.file.papers(THOUGHT_REPORT).filter_map(|paper| paper.dated).collect();
    for pair in days.windows(2).filter(|pair| (pair[1] - pair[0]).num_days() < wanted) {
        let message = format!("两份思想汇报（{}、{}）相隔太近", date_title(pair[0]), date_title(pair[1]));
        faults.add(pair[1], REVIEW, message).dates([pair[0], pair[1]]).paper(THOUGHT_REPORT);
    }
}

fn thought_reports_are_signed(case: &Case<'_>, faults: &mut Faults) {
    for paper in
        case.file.papers(THOUGHT_REPORT).filter(|paper| paper.state == crate::development::MaterialState::Present)
    {
        let day = paper.dated.unwrap_or(case.known.today);
        if paper.is_signed == Some(false) {
            faults.add(day, REVIEW, "思想汇报没有本人签名").dates(paper.dated).paper(THOUGHT_REPORT);
        } else if paper.dated.is_none() {
            faults.add(day, REVIEW, "思想汇报没有日期").paper(THOUGHT_REPORT);
        }
    }
}

fn thought_reports_are_originals(case: &Case<'_>, faults: &mut Faults) {
    for paper in case.file.papers(THOUGHT_REPORT).filter(|paper| paper.is_copy == Some(true)) {
        let day = paper.dated.unwrap_or(case.known.today);
        faults.add(day, REVIEW, "思想汇报是复印件或打印件").dates(paper.dated).paper(THOUGHT_REPORT);
    }
}

/// D07: the application and the form of the activist come along.
fn papers_came_along(case: &Case<'_>, faults: &mut Faults) {
    let Some(arrival) = case.first(K::Arrival).filter(|arrival| before_admission(case, arrival)) else { return };
    for (code, name) in [(APPLICATION, "入党申请书"), (ACTIVIST_FORM, "入党积极分子培养考察登记表")] {
        let is_due = code == APPLICATION || case.on(K::Activist).is_some_and(|day| day <= arrival.on);
        if is_due && case.lacks(code) {
            faults.add(arrival.on, REVIEW, format!("转入时没有随转{name}")).dates([arrival.on]).paper(code);
        }
    }
}

fn papers_were_examined(case: &Case<'_>, faults: &mut Faults) {
    if let Some(arrival) = case.first(K::Arrival).filter(|arrival| before_admission(case, arrival))
        && arrival.values.day(F::ExaminedOn).is_none()
    {
        faults.add(arrival.on, REVIEW, "转入后没有登记对有关材料的审查").dates([arrival.on]);
    }
}

fn before_admission(case: &Case<'_>, arrival: &Entry) -> bool {
    case.file.admission().is_none_or(|admission| arrival.on < admission.on)
}

fn form_begins_after_the_filing(case: &Case<'_>, faults: &mut Faults) {
    if let (Some(activist), Some(begun)) =
        (case.on(K::Activist), case.paper(ACTIVIST_FORM).and_then(|paper| paper.dated))
        && begun < activist
    {
        let message =
            format!("登记表的开始日期（{}）早于确定为入党积极分子（{}）", date_title(begun), date_title(activist));
        faults.add(begun, REVIEW, message).dates([activist, begun]).paper(ACTIVIST_FORM);
    }
}

fn penalties_were_dealt_with(case: &Case<'_>, faults: &mut Faults) {
    let Some((from, until)) = in_training(case) else { return };
    let open = |entry: &&Entry| (from..until).contains(&entry.on) && entry.values.text(F::Decision).is_empty();
    for entry in case.file.all(K::Discipline).filter(open) {
        let message = format!("培养期间有违纪违法情况（{}），没有登记支部的处理决定", date_title(entry.on));
        faults.add(entry.on, REVIEW, message).dates([entry.on]);
    }
}

/// Whether a notice was shorter than so many working days; the first day does not count.
pub(super) fn too_short(notice: &Entry, working_days: u32, rules: &RuleBook) -> Option<(NaiveDate, NaiveDate)> {
    let ends = notice.values.day(F::EndsOn)?;
    let earliest = rules.workdays().after(notice.on, working_days as usize);
    (ends < earliest).then_some((ends, earliest))
}
