//! Concludes an election: those elected take up their offices, those before them lay theirs down.

use std::collections::{BTreeMap, BTreeSet};

use super::get::{self, Known};
use super::{
    ElectionConcludeRequest, ElectionError, ElectionHolder, ElectionOffice, ElectionState, ElectionView, store, wording,
};
use crate::branch::{self, BranchError};
use crate::desk::Desk;
use crate::problem::{FieldProblem, Invalid};
use crate::roster::{self, MemberId, Office, OfficeChange, Offices};
use crate::vault::Done;

/// Writes the offices of those elected into the roster from the meeting's day on, and ends those before (V10), all of it
/// one change. Seats may stay empty (V08).
///
/// # Errors
/// [`ElectionError::NobodyElected`], [`ElectionError::RunOffDue`]; [`ElectionError::Invalid`] with the fields at fault.
pub fn conclude(desk: &mut Desk<'_>, request: ElectionConcludeRequest) -> Result<Done<ElectionView>, ElectionError> {
    let (rules, today) = (desk.rules, desk.today());
    let id = request.election;
    let known = desk.read(|reader| get::known(reader, id, rules))?;
    let election = known.stored.election.clone();
    desk.transact(format!("办结{}", wording::title(election.purpose, election.post)), |tx| {
        let count = &known.count;
        if known.state() == ElectionState::Concluded {
            return Err(ElectionError::Concluded);
        }
        if count.elected.is_empty() {
            return Err(ElectionError::NobodyElected);
        }
        if count.next.as_ref().is_some_and(|due| due.kind == super::ElectionRoundKind::RunOff) {
            return Err(ElectionError::RunOffDue);
        }
        let holders = get::holders(tx, &known)?;
        check(&request, &known, &holders).into_result()?;
        let changes = changes(&request, &known, &holders);
        for ElectionOffice { member, offices } in &changes {
            let change = OfficeChange {
                member: *member,
                offices: offices.clone(),
                since: known.on,
                why: election.purpose.why(),
            };
            roster::set_office(tx, &change, today)?;
        }
        if let Some(number) = request.term {
            branch::begin_term(tx, number, known.on, rules, today).map_err(at_the_term)?;
        }
        store::conclude(tx, id, known.on, &changes)?;
        get::view(tx, id, rules)
    })
}

/// What is wrong with the term stands at the one field that asks for it.
fn at_the_term(error: BranchError) -> ElectionError {
    match error {
        BranchError::Invalid(Invalid(problems)) => {
            let at_term = |problem: FieldProblem| FieldProblem { field: "term".to_owned(), ..problem };
            Invalid(problems.into_iter().map(at_term).collect()).into()
        }
        other => other.into(),
    }
}

/// Who takes up, keeps or lays down which office. Those elected come first.
fn changes(request: &ElectionConcludeRequest, known: &Known, holders: &[ElectionHolder]) -> Vec<ElectionOffice> {
    let asked: BTreeMap<MemberId, &Offices> = request.offices.iter().map(|one| (one.member, &one.offices)).collect();
    let elected =
        elected(known).filter_map(|member| Some(ElectionOffice { member, offices: (*asked.get(&member)?).clone() }));
    let before = holders.iter().filter_map(|holder| {
        let offices = asked.get(&holder.member).copied().unwrap_or(&holder.proposed);
        (*offices != holder.offices).then(|| ElectionOffice { member: holder.member, offices: offices.clone() })
    });
    elected.chain(before).collect()
}

fn elected(known: &Known) -> impl Iterator<Item = MemberId> {
    known.count.elected.iter().filter_map(|elected| elected.person.member)
}

fn check(request: &ElectionConcludeRequest, known: &Known, holders: &[ElectionHolder]) -> Invalid {
    let mut invalid = Invalid::default();
    let post = known.stored.election.post;
    let elected: BTreeSet<MemberId> = elected(known).collect();
    let mut seen = BTreeSet::new();
    for (at, ElectionOffice { member, offices }) in request.offices.iter().enumerate() {
        let (field, name) = (format!("offices.{at}.offices"), known.people.person(*member).name);
        if !seen.insert(*member) {
            invalid.add(field, format!("{name}重复"));
        } else if elected.contains(member) {
            if offices.is_empty() {
                invalid.add(field, format!("请选{name}的职务"));
            } else if !offices.iter().any(|office| post.offices().contains(&office)) {
                invalid.add(field, format!("这次选的是{}，不能只定为{}", post.title(), offices.titles()));
            }
        } else if holders.iter().all(|holder| holder.member != *member) {
            invalid.add(field, format!("{name}没有当选，原来也没有职务"));
        }
    }
    for person in known.count.elected.iter().map(|elected| &elected.person) {
        if person.member.is_some_and(|member| !seen.contains(&member)) {
            invalid.add("offices", format!("请选{}的职务", person.name));
        }
    }
    let changed: BTreeMap<_, _> = request.offices.iter().map(|one| (one.member, &one.offices)).collect();
    let staying = holders.iter().filter(|holder| !changed.contains_key(&holder.member));
    let after = staying.map(|holder| &holder.proposed).chain(changed.values().copied());
    if after.filter(|offices| offices.has(Office::Secretary)).count() > 1 {
        invalid.add("offices", "书记只能有 1 名，请把原任书记改为不再任职或者其他职务");
    }
    invalid
}
