//! 通讯录: how to reach the members, by party group. Telephone numbers stand in full, since that is what it is for.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::scope;
use crate::desk::Letterhead;
use crate::outside::document;
use crate::roster::list::whole_list;
use crate::roster::{Member, Particular, RosterQuery, names};
use crate::vault::{Reader, VaultError};

/// 通讯录
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContactList {
    pub branch: String,
    /// The branch's own telephone; may be empty.
    pub phone: String,
    /// The day it shows.
    pub on: NaiveDate,
    /// To what it is limited; empty when to nothing.
    pub scope: String,
    /// The members by party group, those without one last.
    pub groups: Vec<ContactGroup>,
}

document!(ContactList, "contact_list");

/// The members of one party group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContactGroup {
    /// Its name; empty for those without one.
    pub name: String,
    /// One line each.
    pub rows: Vec<ContactRow>,
}

/// One line; what is not known is empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContactRow {
    /// 姓名
    pub name: String,
    /// 职务
    pub office: String,
    /// 手机
    pub mobile: String,
    /// 固定电话 and other telephones
    pub other_phones: Vec<String>,
    /// 工作单位
    pub workplace: String,
}

/// How to reach whom a query asks for, in its order within each party group.
///
/// # Errors
/// [`VaultError`].
pub(super) fn contact_list_of(
    reader: &Reader<'_>,
    query: &RosterQuery,
    head: Letterhead,
    today: NaiveDate,
) -> Result<ContactList, VaultError> {
    let on = query.on.unwrap_or(today);
    let members = whole_list(reader, query, on)?;
    let mut groups = BTreeMap::<_, Vec<ContactRow>>::new();
    for member in &members {
        groups.entry(names::group_order(&member.record.party_group)).or_default().push(row(member));
    }
    Ok(ContactList {
        branch: head.branch,
        phone: head.phone,
        on,
        scope: scope(query),
        groups: groups.into_iter().map(|((.., name), rows)| ContactGroup { name: name.to_owned(), rows }).collect(),
    })
}

fn row(member: &Member) -> ContactRow {
    let record = &member.record;
    let others = [record.landline.as_str(), record.particulars.get(Particular::OtherPhones)];
    let workplaces = [record.particulars.get(Particular::Workplace), &record.unit];
    ContactRow {
        name: record.name.clone(),
        office: record.offices.titles(),
        mobile: record.mobile.clone(),
        other_phones: others.into_iter().filter(|phone| !phone.is_empty()).map(str::to_owned).collect(),
        workplace: workplaces.into_iter().find(|text| !text.is_empty()).unwrap_or_default().to_owned(),
    }
}
