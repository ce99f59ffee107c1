//! Everybody's bases and what everybody paid, read whole once and mended after a change: the home page, the page of a year and
//! the numbers in the side bar all follow from them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use serde_json::Value;

use super::DuesBase;
use super::store::{self, PaidMonths};
use crate::roster::MemberId;
use crate::values::Month;
use crate::vault::{Reader, VaultError};

/// Bases of all times, and payments for the months from a first one to a last one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Books {
    months: (Month, Month),
    bases: BTreeMap<MemberId, Arc<[DuesBase]>>,
    paid: BTreeMap<MemberId, Arc<PaidMonths>>,
}

impl Books {
    /// What is needed for these months. Those from January of last year on are kept; who looks further back reads them.
    pub(super) fn of(reader: &Reader<'_>, months: (Month, Month), today: NaiveDate) -> Result<Arc<Self>, VaultError> {
        let present = Month::of(today);
        let near = (present.earlier(present.number() + 11), present.later(24));
        if months.0 < near.0 || months.1 > near.1 {
            return Ok(Arc::new(Self::read(reader, months, None)?));
        }
        let kept = reader
            .kept_renewed(|reader| Self::read(reader, near, None), |known, changes| known.renewed(reader, changes))?;
        // Past the end of a year, until something is changed.
        if kept.months == near { Ok(kept) } else { Ok(Arc::new(Self::read(reader, near, None)?)) }
    }

    /// The same of some members, read as it stands.
    pub(super) fn of_some(
        reader: &Reader<'_>,
        months: (Month, Month),
        members: &BTreeSet<MemberId>,
    ) -> Result<Self, VaultError> {
        let mut books = Self { months, bases: BTreeMap::new(), paid: BTreeMap::new() };
        for member in members {
            books.put(reader, *member)?;
        }
        Ok(books)
    }

    /// The bases of a member, the earliest first.
    pub(super) fn bases(&self, member: MemberId) -> &[DuesBase] {
        self.bases.get(&member).map_or(&[], |bases| bases)
    }

    /// What a member paid.
    pub(super) fn paid(&self, member: MemberId) -> Option<&PaidMonths> {
        self.paid.get(&member).map(|paid| &**paid)
    }

    /// Whether nobody has a base: the branch keeps no dues here.
    pub(super) fn are_empty(&self) -> bool {
        self.bases.is_empty()
    }

    fn read(reader: &Reader<'_>, months: (Month, Month), member: Option<MemberId>) -> Result<Self, VaultError> {
        let bases = store::bases(reader, member)?.into_iter().map(|(member, bases)| (member, bases.into())).collect();
        let paid = store::paid(reader, months, member)?;
        Ok(Self { months, bases, paid: paid.into_iter().map(|(member, paid)| (member, Arc::new(paid))).collect() })
    }

    /// Reads anew what one member owes and paid.
    fn put(&mut self, reader: &Reader<'_>, member: MemberId) -> Result<(), VaultError> {
        let mut one = Self::read(reader, self.months, Some(member))?;
        self.bases.remove(&member);
        self.paid.remove(&member);
        self.bases.append(&mut one.bases);
        self.paid.append(&mut one.paid);
        Ok(())
    }

    fn renewed(&self, reader: &Reader<'_>, changes: &[Value]) -> Result<Option<Self>, VaultError> {
        let Some(changed) = changed_members(reader, changes)? else { return Ok(None) };
        let mut books = self.clone();
        for member in changed {
            books.put(reader, member)?;
        }
        Ok(Some(books))
    }
}

/// Whose bases or payments are among `changes`; `None` when it cannot be told of one of them.
fn changed_members(reader: &Reader<'_>, changes: &[Value]) -> Result<Option<BTreeSet<MemberId>>, VaultError> {
    let mut changed = BTreeSet::new();
    for change in changes {
        let value = |column: &str| ["after", "before"].iter().find_map(|side| change[*side][column].as_i64());
        // Of a row that was only altered the log names no more than its own key and what was altered.
        let owner = |sql, id| reader.first(sql, [id], |row| row.get(0));
        let id = match change["table"].as_str() {
            Some("dues_base" | "dues_payment") if value("member_id").is_some() => value("member_id"),
            Some("dues_base") => owner("SELECT member_id FROM dues_base WHERE id = ?1", value("id"))?,
            Some("dues_payment") => owner("SELECT member_id FROM dues_payment WHERE id = ?1", value("id"))?,
            Some("dues_payment_month") => {
                let payment = value("payment_id");
                match owner("SELECT member_id FROM dues_payment WHERE id = ?1", payment)? {
                    // The payment itself is gone, and says whose it was.
                    None if payment.is_some() => continue,
                    owner => owner,
                }
            }
            _ => continue,
        };
        let Some(id) = id else { return Ok(None) };
        changed.insert(MemberId(id));
    }
    Ok(Some(changed))
}

#[cfg(test)]
mod tests {
    use super::super::*;
    use super::*;
    use crate::testing::TestFile;
    use crate::values::Fen;

    const TODAY: &str = "2026-11-23";

    fn month(text: &str) -> Month {
        text.parse().unwrap()
    }

    fn base(id: Option<DuesBaseId>, member: MemberId, yuan: u32) -> DuesBase {
        let (kind, base) = (DuesKind::Salary, Some(Fen::yuan(yuan)));
        let (branch_agreed_on, superior_agreed_on) = (None, None);
        let (from, to, monthly, note) = (month("2026-01"), None, None, String::new());
        DuesBase { id, member, kind, from, to, base, monthly, branch_agreed_on, superior_agreed_on, note }
    }

    fn pay_in(file: &mut TestFile, member: MemberId, on: &str, fen: u64) {
        let entry = DuesPayEntry { member, month: month(on), amount: Fen::new(fen), note: Some("试".into()) };
        let request = DuesPayRequest { entries: vec![entry], paid_on: TODAY.parse().unwrap(), way: DuesWay::Cash };
        pay(&mut file.desk("dues_pay"), request).unwrap();
    }

    /// What is kept is what is there, after each change, when it was taken back, and when it was brought back.
    #[test]
    fn what_is_kept_is_mended_as_the_records_change() {
        let mut file = TestFile::on(TODAY);
        let (one, other) = (file.add_member("张三", |_| ()), file.add_member("李四", |_| ()));
        let today = TODAY.parse().unwrap();
        let look = |file: &TestFile| {
            let kept =
                file.vault.read(|reader| Books::of(reader, (month("2026-01"), month("2026-12")), today)).unwrap();
            let read = file.vault.read(|reader| Books::read(reader, kept.months, None)).unwrap();
            assert_eq!(*kept, read);
            read
        };
        let mut seen = vec![look(&file)];
        let mut step = |file: &mut TestFile, change: &dyn Fn(&mut TestFile)| {
            change(file);
            let now = look(file);
            assert_ne!(Some(&now), seen.last(), "a change that shows");
            file.undo();
            assert_eq!(Some(&look(file)), seen.last());
            file.redo();
            assert_eq!(look(file), now);
            seen.push(now);
        };
        let set = |file: &mut TestFile, base| {
            save_bases(&mut file.desk("dues_bases_save"), DuesBasesRequest { bases: vec![base] }).unwrap();
        };
        step(&mut file, &|file| set(file, base(None, one, 3000)));
        step(&mut file, &|file| set(file, base(None, other, 5000)));
        let known = member(&mut file.desk("dues_member"), one).unwrap().bases.remove(0).id;
        step(&mut file, &|file| set(file, base(known, one, 4000)));
        step(&mut file, &|file| pay_in(file, one, "2026-02", 1500));
        step(&mut file, &|file| pay_in(file, one, "2026-02", 900));
        step(&mut file, &|file| pay_in(file, other, "2026-03", 100));
        step(&mut file, &|file| pay_in(file, other, "2026-03", 0));
        let mut payment = member(&mut file.desk("dues_member"), one).unwrap().payments.remove(0);
        payment.months.push(DuesPart { month: month("2026-04"), amount: Fen::new(7) });
        step(&mut file, &|file| drop(save_payment(&mut file.desk("dues_payment_save"), payment.clone()).unwrap()));
        let id = payment.id.unwrap();
        step(&mut file, &|file| drop(delete_payment(&mut file.desk("dues_payment_delete"), id).unwrap()));
        step(&mut file, &|file| drop(delete_base(&mut file.desk("dues_base_delete"), known.unwrap()).unwrap()));
    }
}
