//! Opens a file or corrects its person.

use chrono::NaiveDate;

use super::{DevelopmentError, DevelopmentFile, DevelopmentFileView, DevelopmentPerson, store, view};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::roster;
use crate::values::as_it_looks;
use crate::vault::Done;

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
        view::file_view(tx, rules, today, id)
    })
}

/// Texts as they look and without blanks around them, and no empty names.
fn tidy(mut person: DevelopmentPerson) -> DevelopmentPerson {
    let DevelopmentPerson { name, ethnicity, education, unit_and_post, mobile, note, mentors, sponsors, .. } =
        &mut person;
    let texts = [name, ethnicity, education, unit_and_post, mobile, note];
    for text in texts.into_iter().chain(mentors.iter_mut()).chain(sponsors.iter_mut()) {
        *text = as_it_looks(text).trim().to_owned();
    }
    mentors.retain(|name| !name.is_empty());
    sponsors.retain(|name| !name.is_empty());
    person
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
