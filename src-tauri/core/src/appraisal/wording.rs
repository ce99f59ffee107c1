//! Chinese names, and the sentences that stand beside a number.

use super::{AppraisalGrade, AppraisalPerson, AppraisalStepKind};
use crate::roster::MemberKind;
use crate::values::titled;

/// Names that are written out; of more only the number is said.
const NAMED: usize = 3;

titled! { AppraisalGrade {
    Excellent => "优秀",
    Qualified => "合格",
    BasicallyQualified => "基本合格",
    Unqualified => "不合格",
} }

titled! { AppraisalStepKind { Own => "个人自评", Mutual => "党员互评", Ballot => "民主测评", Organization => "组织评定" } }

/// `2026年度民主评议党员`
pub(super) fn title(year: i32) -> String {
    format!("{year}年度民主评议党员")
}

/// Who decides the grades: the general meeting where there is no committee (B06).
pub(super) fn organ(has_committee: bool) -> &'static str {
    if has_committee { "支部委员会" } else { "支部党员大会" }
}

/// A grade in words, also where there is none.
pub(super) fn result(kind: MemberKind, grade: Option<AppraisalGrade>) -> &'static str {
    match (kind, grade) {
        (MemberKind::Probationary, _) => "预备党员，不评定等次",
        (MemberKind::Full, Some(grade)) => grade.title(),
        (MemberKind::Full, None) => "还没有评定",
    }
}

/// How many came of how many.
pub(super) fn attendance(held: bool, expected: u32, present: u32) -> String {
    if held {
        format!("应到党员 {expected} 名，实到 {present} 名")
    } else {
        format!("应到党员 {expected} 名，会议还没有登记到会")
    }
}

/// `甲、乙、丙等 5 名`, of a few their names alone.
pub(super) fn some_of(people: &[&AppraisalPerson]) -> String {
    let names: Vec<_> = people.iter().take(NAMED).map(|person| person.name.as_str()).collect();
    let names = names.join("、");
    if people.len() > NAMED { format!("{names}等 {} 名", people.len()) } else { names }
}
