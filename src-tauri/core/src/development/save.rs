//! Opens a file or corrects its person.

use chrono::NaiveDate;

use super::entries::{Entry, EntryField, EntryKind};
use super::{
    DevelopmentError, DevelopmentFile, DevelopmentFileId, DevelopmentFileView, DevelopmentPerson, store, view,
};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::roster;
use crate::values::as_it_looks;
use crate::vault::{Done, Tx};

/// Opens a file or corrects its person. An application date ticks step 1.
///
/// # Errors
/// [`DevelopmentError::Invalid`] without a name, with a date in the future, or when the person already has an open
/// file; [`DevelopmentError::NotFound`].
pub fn save(desk: &mut Desk<'_>, request: DevelopmentPerson) -> Result<Done<DevelopmentFileView>, DevelopmentError> {
    let (rules, today) = (desk.rules, desk.today());
    let person = tidy(request);
    check(&person, today)?;
    let label = if person.id.is_none() { "建立发展党员档案" } else { "修改发展党员档案" };
    desk.transact(label, |tx| {
        if let Some(id) = person.id {
            store::file(tx, id)?;
        }
        check_is_only_one(&person, &store::open_files(tx)?)?;
        let id = store::save(tx, &person)?;
        apply(tx, id, person.applied_on, today)?;
        view::file_view(tx, rules, today, id)
    })
}

/// Texts as they look and without blanks around them.
fn tidy(mut person: DevelopmentPerson) -> DevelopmentPerson {
    let DevelopmentPerson { name, ethnicity, education, unit_and_post, mobile, note, details, .. } = &mut person;
    for text in [name, ethnicity, education, unit_and_post, mobile, note].into_iter().chain(details.0.values_mut()) {
        *text = as_it_looks(text).trim().to_owned();
    }
    details.0.retain(|_, text| !text.is_empty());
    person
}

/// The day of the application is the entry of step 1; what else that entry says stays.
fn apply(
    tx: &Tx<'_>,
    id: DevelopmentFileId,
    applied_on: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<(), DevelopmentError> {
    let Some(on) = applied_on else { return Ok(()) };
    let known = store::file(tx, id)?.first(EntryKind::Application).cloned();
    let entry = Entry { on, ..known.unwrap_or_else(|| Entry::new(EntryKind::Application, on)) };
    Ok(store::save_entry(tx, id, &entry, today)?)
}

fn check(person: &DevelopmentPerson, today: NaiveDate) -> Result<(), Invalid> {
    let mut invalid = Invalid::default();
    if person.name.is_empty() {
        invalid.add("name", "请填写姓名");
    }
    if person.birth.is_some_and(|birth| birth.earliest() > today) {
        invalid.add("birth", "出生日期不能晚于今天");
    }
    if let Some(message) = person.id_number.as_ref().and_then(|number| roster::number_to_come(number, today)) {
        invalid.add("id_number", message);
    }
    if person.applied_on.is_some_and(|day| day > today) {
        invalid.add("applied_on", "申请日期不能晚于今天");
    }
    for (field, text) in &person.details.0 {
        if !EntryField::OF_PERSON.contains(field) {
            invalid.add("details", format!("个人情况里没有“{}”这一项", field.title()));
        } else if let Some(fault) = field.fault(text) {
            invalid.add("details", format!("{}：{fault}", field.title()));
        }
    }
    invalid.into_result()
}

/// Two people may share a name, but no two open files an identity number.
fn check_is_only_one(person: &DevelopmentPerson, open: &[DevelopmentFile]) -> Result<(), Invalid> {
    let mut invalid = Invalid::default();
    let taken = |file: &DevelopmentFile| Some(file.id) != person.id && file.person.id_number == person.id_number;
    if person.id_number.is_some() && open.iter().any(taken) {
        invalid.add("id_number", "这个身份证号已经有一份在办的发展党员档案");
    }
    invalid.into_result()
}
