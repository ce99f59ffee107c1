//! What follows from a transfer on a day: how far it is, and what is due.

use chrono::{Days, Months, NaiveDate};

use super::{Course, EndedHow, Incoming, Letter, Outgoing, Transfer, TransferState};
use crate::roster::{Member, MemberKind};
use crate::rules::{Finding, RuleBook, RuleId, Severity, Subject};
use crate::values::{Room, date_title};

/// A letter that ends within so many days is due; before that it may travel in peace.
const SOON: i64 = 15;

type RuleFn = fn(&Transfer, &RuleBook, NaiveDate) -> Option<Finding>;

const RULES: &[RuleFn] = &[
    letter_expired,
    letter_expiring,
    receipt_missing,
    letter_valid_too_long,
    arrival_waiting,
    receipt_unsent,
    conversion_may_be_put_off,
    time_counts_on,
];

/// What the rules have to say about a transfer on `today`, most pressing first.
pub fn findings(transfer: &Transfer, rules: &RuleBook, today: NaiveDate) -> Vec<Finding> {
    let mut findings: Vec<_> = RULES.iter().filter_map(|rule| rule(transfer, rules, today)).collect();
    findings.sort_by_key(|finding| (finding.severity, finding.due.is_none(), finding.due));
    findings
}

impl Transfer {
    /// How far it is on `today`.
    pub fn state_on(&self, today: NaiveDate) -> TransferState {
        let how = self.ended.as_ref().map(|ended| ended.how);
        match (&self.course, how) {
            (Course::Out(_), Some(EndedHow::Accepted)) => TransferState::MovedOut,
            (Course::Out(_), Some(EndedHow::Returned)) => TransferState::Returned,
            (Course::Out(outgoing), None) if outgoing.replaced_by.is_some() => TransferState::Replaced,
            (Course::Out(_), None) if self.valid_to() < today => TransferState::Expired,
            (Course::Out(_), None) => TransferState::Waiting,
            (Course::In(_), Some(EndedHow::Accepted)) => TransferState::Accepted,
            (Course::In(_), Some(EndedHow::Returned)) => TransferState::SentBack,
            (Course::In(_), None) => TransferState::Arrived,
        }
    }

    /// The letter's last valid day; the day of issue does not count (民法典 第二百零一条).
    pub fn valid_to(&self) -> NaiveDate {
        let (issued_on, days) = match &self.course {
            Course::Out(outgoing) => (outgoing.letter.issued_on, outgoing.letter.valid_days),
            Course::In(incoming) => (incoming.arrival.issued_on, incoming.arrival.valid_days),
        };
        issued_on.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX)
    }

    /// Neither ended nor replaced.
    pub fn is_open(&self) -> bool {
        let replaced = matches!(&self.course, Course::Out(outgoing) if outgoing.replaced_by.is_some());
        self.ended.is_none() && !replaced
    }

    /// The letter that goes out and who goes, while nothing came of it yet.
    fn open_letter(&self) -> Option<(&Letter, &Member)> {
        let Course::Out(outgoing) = &self.course else { return None };
        let Outgoing { letter, member, .. } = &**outgoing;
        self.is_open().then_some((letter, member))
    }

    fn incoming(&self) -> Option<&Incoming> {
        match &self.course {
            Course::In(incoming) => Some(incoming),
            Course::Out(_) => None,
        }
    }

    fn accepted_on(&self) -> Option<NaiveDate> {
        self.ended.as_ref().filter(|ended| ended.how == EndedHow::Accepted).map(|ended| ended.on)
    }

    fn finding(
        &self,
        rule: RuleId,
        severity: Severity,
        message: String,
        action: &str,
        due: Option<NaiveDate>,
    ) -> Finding {
        let subject = Subject { room: Room::Transfers, id: Some(self.id.0) };
        subject.finding(rule, severity, message, action).due_on(due)
    }
}

/// E12, E07: nobody accepted the letter while it was valid (口袋党员). The member still counts here.
fn letter_expired(transfer: &Transfer, _: &RuleBook, today: NaiveDate) -> Option<Finding> {
    let (letter, member) = transfer.open_letter()?;
    let valid_to = transfer.valid_to();
    let message = format!(
        "{}的介绍信 {} 已于{}过期，没有接到回执（口袋党员）：组织关系仍在本支部，请联系本人，重新开具或者撤回",
        member.record.name,
        letter.number,
        date_title(valid_to),
    );
    let expired = valid_to < today && member.left.is_none();
    expired.then(|| transfer.finding(RuleId::E12, Severity::Late, message, "办理", Some(valid_to)).keyed("expired"))
}

/// E12: the letter will soon no longer be valid.
fn letter_expiring(transfer: &Transfer, _: &RuleBook, today: NaiveDate) -> Option<Finding> {
    let (letter, member) = transfer.open_letter()?;
    let valid_to = transfer.valid_to();
    let days = (valid_to - today).num_days();
    let when = if days == 0 { "今天到期".to_owned() } else { format!("{days} 天后到期") };
    let message = format!("{}的介绍信 {} {when}，还没有接到回执", member.record.name, letter.number);
    let soon = (0..=SOON).contains(&days) && member.left.is_none();
    soon.then(|| transfer.finding(RuleId::E12, Severity::Due, message, "查看", Some(valid_to)))
}

/// E07: the member has left, but the letter has no receipt.
fn receipt_missing(transfer: &Transfer, _: &RuleBook, _: NaiveDate) -> Option<Finding> {
    let (letter, member) = transfer.open_letter()?;
    let left = member.left.as_ref()?;
    let message =
        format!("{}已于{}离开本支部，介绍信 {} 还没有登记回执", member.record.name, date_title(left.on), letter.number);
    Some(transfer.finding(RuleId::E07, Severity::Due, message, "登记", None))
}

/// E12: three calendar months at most (trap 1), which are 89 to 92 days; 90 days online. Longer is kept as written.
fn letter_valid_too_long(transfer: &Transfer, rules: &RuleBook, _: NaiveDate) -> Option<Finding> {
    let (letter, _) = transfer.open_letter()?;
    let on = letter.issued_on;
    let (months, days) = (rules.number(RuleId::E12, "months", on)?, rules.number(RuleId::E12, "days", on)?);
    let latest = valid_at_most(letter.issued_on, months, days)?;
    let message = format!(
        "介绍信 {} 有效期 {} 天，到{}；一般不超过 {months} 个月（{days} 天），到{}",
        letter.number,
        letter.valid_days,
        date_title(transfer.valid_to()),
        date_title(latest),
    );
    (transfer.valid_to() > latest).then(|| transfer.finding(RuleId::E12, Severity::Notice, message, "核对", None))
}

/// The later of the same day so many months on, clamped to the month's end, and of so many days on.
fn valid_at_most(issued_on: NaiveDate, months: u32, days: u32) -> Option<NaiveDate> {
    let by_months = issued_on.checked_add_months(Months::new(months))?;
    Some(by_months.max(issued_on.checked_add_days(Days::new(days.into()))?))
}

/// E07: until the newcomer is accepted, the former branch stays responsible, and the letter runs out.
fn arrival_waiting(transfer: &Transfer, _: &RuleBook, today: NaiveDate) -> Option<Finding> {
    let arrival = &transfer.incoming().filter(|_| transfer.is_open())?.arrival;
    let valid_to = transfer.valid_to();
    let (severity, validity) = match valid_to < today {
        true => (Severity::Late, format!("已于{}过期，请对方重新开具或者核实后接收", date_title(valid_to))),
        false => (Severity::Due, format!("有效期至{}", date_title(valid_to))),
    };
    let message =
        format!("{}转入的介绍信{}收到，还没有接收，{validity}", arrival.name, date_title(arrival.received_on));
    Some(transfer.finding(RuleId::E07, severity, message, "接收", Some(valid_to)))
}

/// E12: the receipt goes back within a month of acceptance.
fn receipt_unsent(transfer: &Transfer, rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
    let incoming = transfer.incoming().filter(|incoming| incoming.receipt_sent_on.is_none())?;
    let accepted = transfer.accepted_on()?;
    let due = accepted.checked_add_months(Months::new(rules.number(RuleId::E12, "receipt_months", accepted)?))?;
    let severity = if due < today { Severity::Late } else { Severity::Due };
    let message =
        format!("{}已于{}接收，回执应在{}前寄回", incoming.arrival.name, date_title(accepted), date_title(due));
    Some(transfer.finding(RuleId::E12, severity, message, "寄回执", Some(due)))
}

/// D28: the branch may put off the conversion of a probationary member who came from elsewhere.
fn conversion_may_be_put_off(transfer: &Transfer, rules: &RuleBook, _: NaiveDate) -> Option<Finding> {
    let arrival = &transfer.incoming().filter(|_| transfer.is_open() || transfer.accepted_on().is_some())?.arrival;
    let months = rules.number(RuleId::D28, "months_at_most", arrival.received_on)?;
    let message = format!("{}是预备党员：本支部可以推迟讨论转正，推迟不超过 {months} 个月", arrival.name);
    (arrival.kind == MemberKind::Probationary)
        .then(|| transfer.finding(RuleId::D28, Severity::Notice, message, "查看", None))
}

/// D07: who is being developed moves with steps and dates; the time counts on.
fn time_counts_on(transfer: &Transfer, _: &RuleBook, _: NaiveDate) -> Option<Finding> {
    let (probationary, message) = match &transfer.course {
        Course::Out(outgoing) => {
            let kind = outgoing.member.kind_on(outgoing.letter.issued_on);
            let name = &outgoing.member.record.name;
            (kind, format!("{name}的培养考察时间连续计算，发展党员材料随组织关系一并转出"))
        }
        Course::In(incoming) => {
            let name = &incoming.arrival.name;
            let message = format!("{name}的培养考察时间连续计算，原有的步骤和日期保留；请核对随信转来的发展党员材料");
            (incoming.arrival.kind, message)
        }
    };
    let holds = transfer.is_open() || transfer.accepted_on().is_some();
    (holds && probationary == MemberKind::Probationary)
        .then(|| transfer.finding(RuleId::D07, Severity::Notice, message, "查看", None))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::ninety_two_days("2026-06-15", "2026-09-15")]
    #[case::ninety_one_days("2026-10-31", "2027-01-31")]
    #[case::clamped_and_ninety_days("2026-01-31", "2026-05-01")]
    #[case::clamped_in_a_leap_year("2027-11-30", "2028-02-29")]
    #[case::clamped_in_february("2026-11-30", "2027-02-28")]
    #[case::ninety_days("2026-12-01", "2027-03-01")]
    fn three_calendar_months_are_within_three_months(#[case] issued_on: &str, #[case] latest: &str) {
        assert_eq!(valid_at_most(issued_on.parse().unwrap(), 3, 90).unwrap().to_string(), latest);
    }
}
