//! The roster as a table, and who holds which office.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::outside::Table;
use crate::roster::view::masked_phone;
use crate::roster::{ImportField, Member, MemberRecord, Office, Particular, members_on};
use crate::values::IdNumber;
use crate::vault::{Reader, VaultError};

/// The 19 columns of the national export.
pub(super) const NATIONAL: [ImportField; 19] = [
    ImportField::Name,
    ImportField::BranchName,
    ImportField::IdNumber,
    ImportField::Sex,
    ImportField::Ethnicity,
    ImportField::Birth,
    ImportField::Education,
    ImportField::Kind,
    ImportField::Joined,
    ImportField::Converted,
    ImportField::JobPosition,
    ImportField::Mobile,
    ImportField::Landline,
    ImportField::Address,
    ImportField::Standing,
    ImportField::IsLost,
    ImportField::LostContactSince,
    ImportField::IsMobile,
    ImportField::MobileDestination,
];

/// Everyone who was a member on `day`, in the national layout, masked: the table travels inside reports.
///
/// # Errors
/// [`VaultError`].
pub fn table_on(reader: &Reader<'_>, day: NaiveDate) -> Result<Table, VaultError> {
    Ok(table(&members_on(reader, day)?, &NATIONAL, day, false))
}

/// `members`, whose records are as of `day`, with these columns. Unless `reveal`, identity and telephone numbers are
/// masked and home addresses left out (trap 12).
pub(in crate::roster) fn table(
    members: &[Arc<Member>],
    columns: &[ImportField],
    day: NaiveDate,
    reveal: bool,
) -> Table {
    let row = |member: &Arc<Member>| {
        let record = as_known_on(day, member);
        columns.iter().map(|field| if reveal { field.text(&record) } else { masked(*field, &record) }).collect()
    };
    Table {
        sheet: "党员名册".to_owned(),
        header: columns.iter().map(|field| field.title().to_owned()).collect(),
        rows: members.iter().map(row).collect(),
    }
}

/// Whether a field is shown in full only on demand.
pub(crate) fn is_sensitive(field: ImportField) -> bool {
    use ImportField::{Address, IdNumber, Landline, Mobile};
    [IdNumber, Mobile, Landline, Address].contains(&field)
        || [Particular::OtherPhones, Particular::Household].map(ImportField::Particular).contains(&field)
}

/// A field of `member`, whose record is as of `day`, as a sheet has it.
pub(crate) fn sheet_text(member: &Member, field: ImportField, day: NaiveDate, reveal: bool) -> String {
    let record = as_known_on(day, member);
    if reveal { field.text(&record) } else { masked(field, &record) }
}

fn masked(field: ImportField, record: &MemberRecord) -> String {
    match field {
        ImportField::IdNumber => record.id_number.as_ref().map(IdNumber::masked).unwrap_or_default(),
        ImportField::Address | ImportField::Particular(Particular::Household) => String::new(),
        _ if is_sensitive(field) => masked_phone(&field.text(record)),
        _ => field.text(record),
    }
}

/// The record as it could be known on `day`: who was on probation then had no day of conversion.
fn as_known_on(day: NaiveDate, member: &Member) -> MemberRecord {
    let mut record = member.record.clone();
    record.kind = member.kind_on(day);
    record.converted = record.converted.filter(|converted| converted.earliest() <= day);
    record
}

/// The 书记's name on `day`.
///
/// # Errors
/// [`VaultError`].
pub fn secretary_on(reader: &Reader<'_>, day: NaiveDate) -> Result<Option<String>, VaultError> {
    let members = members_on(reader, day)?;
    let secretary = members.iter().find(|member| member.record.offices.has(Office::Secretary));
    Ok(secretary.map(|member| member.record.name.clone()))
}
