//! What each column stands for: by its title, and where several could be meant by what it holds.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use chrono::Months;

use super::header::{ByHand, number};
use crate::outside::Cell;
use crate::roster::import::cells;
use crate::roster::import::cells::dates::date_in;
use crate::roster::import::cells::phones::Phones;
use crate::roster::import::cells::text::text;
use crate::roster::import::cells::words::{self, Word};
use crate::roster::import::titles::{ANY_PHONE, all_titles, in_other_words, is_any_phone, is_name_title, normal};
use crate::roster::{ImportField, Particular};

/// So many rows tell what a column holds.
const SAMPLE: usize = 500;

/// What the columns of a sheet stand for.
pub(super) struct Assigned {
    /// Each column's field.
    pub(in crate::roster::import) fields: Vec<Option<ImportField>>,
    /// A list of staff, where 转正 may be the end of a job's trial: the column that was left out for it.
    pub(in crate::roster::import) job_conversion: Option<usize>,
    /// A list of staff whose 转正 is the Party's all the same.
    pub(in crate::roster::import) is_staff_list: bool,
}

/// What each column stands for: as assigned by hand, else the surest title of each field, the leftmost of equals; kind,
/// telephones and offices by what the columns hold. No column stands for two fields.
pub(super) fn assign(titles: &[String], by_hand: &ByHand, rows: &[&[Cell]]) -> Assigned {
    let mut columns = Columns::new(titles, by_hand, &rows[..rows.len().min(SAMPLE)]);
    for (field, names) in all_titles() {
        if !BY_CONTENTS.contains(&field) {
            columns.take_first(field, &names);
        }
    }
    for column in 0..columns.titles.len() {
        if let Some(field) = in_other_words(&columns.titles[column]).filter(|_| columns.is_free(column))
            && field != ImportField::Mobile
            && !columns.has(field)
        {
            columns.fields[column] = Some(field);
        }
    }
    columns.take_kind();
    columns.take_titled(ImportField::Standing);
    columns.take_offices();
    columns.take_phones();
    let (job_conversion, is_staff_list) = columns.job_conversion();
    if let Some(column) = job_conversion {
        columns.fields[column] = None;
    }
    Assigned { fields: columns.fields, job_conversion, is_staff_list }
}

/// Fields whose titles do not say enough.
const BY_CONTENTS: [ImportField; 7] = [
    ImportField::Kind,
    ImportField::Standing,
    ImportField::Office,
    ImportField::JobPosition,
    ImportField::Mobile,
    ImportField::Landline,
    ImportField::Particular(Particular::OtherPhones),
];

struct Columns<'a> {
    titles: Vec<String>,
    fields: Vec<Option<ImportField>>,
    by_hand: &'a ByHand,
    rows: &'a [&'a [Cell]],
    /// The first column of a second list beside the first: what stands there is about other people.
    beside: usize,
}

/// How many cells of a column say what.
#[derive(Default)]
struct Counts {
    filled: usize,
    /// Say which kind of member somebody is.
    members: usize,
    /// Say something else about membership.
    others: usize,
}

impl<'a> Columns<'a> {
    fn new(titles: &[String], by_hand: &'a ByHand, rows: &'a [&'a [Cell]]) -> Self {
        let mut fields = vec![None; titles.len()];
        for (column, field) in by_hand {
            if let Some(place) = fields.get_mut(*column as usize) {
                *place = *field;
            }
        }
        let titles: Vec<String> = titles.iter().map(|title| normal(title)).collect();
        let mut names = titles.iter().enumerate().filter(|(_, title)| is_name_title(title)).map(|(column, _)| column);
        let beside = names.nth(1).unwrap_or(titles.len());
        Self { titles, fields, by_hand, rows, beside }
    }

    fn is_free(&self, column: usize) -> bool {
        self.fields[column].is_none() && column < self.beside && !self.by_hand.contains_key(&number(column))
    }

    fn has(&self, field: ImportField) -> bool {
        self.fields.contains(&Some(field))
    }

    /// The free columns of these titles, the surest title first.
    fn titled(&self, names: &[&str]) -> Vec<usize> {
        let of = |name: &&str| {
            let name = (*name).to_owned();
            (0..self.titles.len()).filter(move |column| self.titles[*column] == name && self.is_free(*column))
        };
        names.iter().flat_map(of).collect()
    }

    fn take_first(&mut self, field: ImportField, names: &[&str]) {
        if !self.has(field)
            && let Some(column) = self.titled(names).first()
        {
            self.fields[*column] = Some(field);
        }
    }

    fn take_titled(&mut self, field: ImportField) {
        self.take_first(field, &names_of(field));
    }

    /// The filled cells of a column.
    fn texts(&self, column: usize) -> impl Iterator<Item = String> {
        let cells = self.rows.iter().filter_map(move |row| row.get(column));
        cells.map(text).filter(|text| !text.is_empty())
    }

    /// The kind stands where cells say it, whatever the title: 人员类别 may hold kinds of staff, 党籍状态 kinds of members.
    fn take_kind(&mut self) {
        if self.has(ImportField::Kind) {
            return;
        }
        let names = names_of(ImportField::Kind);
        let rank = |column: &usize| names.iter().position(|name| *name == self.titles[*column]).unwrap_or(names.len());
        let mut columns: Vec<usize> = (0..self.titles.len())
            .filter(|column| self.is_free(*column) && !words::is_about_others(&self.titles[*column]))
            .collect();
        columns.sort_by_key(rank);
        let counted: Vec<(usize, Counts)> = columns.iter().map(|column| (*column, self.count(*column))).collect();
        let says_it = |(column, counts): &&(usize, Counts)| {
            let unread = counts.filled - counts.members - counts.others;
            let enough = if rank(column) < names.len() { unread * 3 <= counts.filled } else { unread == 0 };
            counts.members > 0 && enough
        };
        let standing = names_of(ImportField::Standing);
        let is_titled = |(column, counts): &&(usize, Counts)| {
            let says_something = counts.members + counts.others > 0 || counts.filled == 0;
            let about_kinds = rank(column) < names.len() && !standing.contains(&self.titles[*column].as_str());
            about_kinds && (says_something || !self.has(ImportField::Converted))
        };
        let found = counted.iter().find(says_it).or_else(|| counted.iter().find(is_titled));
        if let Some(column) = found.map(|(column, _)| *column) {
            self.fields[column] = Some(ImportField::Kind);
        }
    }

    fn count(&self, column: usize) -> Counts {
        let mut counts = Counts::default();
        for text in self.texts(column) {
            counts.filled += 1;
            match cells::word(&self.titles[column], &text) {
                Some(Word::Member(_)) => counts.members += 1,
                Some(_) => counts.others += 1,
                None => {}
            }
        }
        counts
    }

    /// 职务 is the Party's where it holds 书记 and 委员, the employer's where it holds 秘书长.
    fn take_offices(&mut self) {
        self.take_titled(ImportField::Office);
        if !self.has(ImportField::Office) {
            let of_party = self.titled(&["职务", "现任职务"]).into_iter().find(|column| {
                let (known, all) = self
                    .texts(*column)
                    .fold((0, 0), |(known, all), text| (known + usize::from(cells::names_an_office(&text)), all + 1));
                known * 2 > all
            });
            if let Some(column) = of_party {
                self.fields[column] = Some(ImportField::Office);
            }
        }
        self.take_titled(ImportField::JobPosition);
    }

    /// Mobile numbers, landlines and other numbers are told apart by what the columns hold, where the titles do not.
    fn take_phones(&mut self) {
        let other = ImportField::Particular(Particular::OtherPhones);
        let mobile = self.titled_or_like(ImportField::Mobile);
        let landline = self.titled(&names_of(ImportField::Landline));
        let mut any = self.titled(ANY_PHONE);
        let like = (0..self.titles.len()).filter(|column| self.is_free(*column) && is_any_phone(&self.titles[*column]));
        let more: Vec<usize> =
            like.filter(|column| ![&mobile, &landline, &any].iter().any(|list| list.contains(column))).collect();
        any.extend(more);
        // Whether more cells hold mobile numbers, or landlines.
        let all = mobile.iter().chain(&landline).chain(&any);
        let held: BTreeMap<usize, Ordering> =
            all.map(|column| (*column, self.mobiles_against_landlines(*column))).collect();
        let holds = |column: &usize, what: Ordering| held.get(column) == Some(&what);
        let is_mobile = |column: &&usize| holds(column, Ordering::Greater);
        let is_landline = |column: &&usize| holds(column, Ordering::Less);
        if !self.has(ImportField::Mobile) {
            let by_contents = mobile.iter().find(is_mobile).or_else(|| any.iter().find(is_mobile));
            let by_title = || mobile.iter().chain(&any).find(|column| !is_landline(column));
            let found = by_contents.or_else(by_title).or_else(|| landline.iter().find(is_mobile)).copied();
            let found = found.or_else(|| self.only_mobiles());
            if let Some(column) = found {
                self.fields[column] = Some(ImportField::Mobile);
            }
        }
        if !self.has(ImportField::Landline) {
            let titled = landline.iter().find(|column| self.is_free(**column));
            let by_contents = || any.iter().chain(&mobile).filter(|column| self.is_free(**column)).find(is_landline);
            if let Some(column) = titled.or_else(by_contents).copied() {
                self.fields[column] = Some(ImportField::Landline);
            }
        }
        self.take_titled(other);
        if !self.has(other)
            && let Some(column) =
                mobile.iter().chain(&any).chain(&landline).copied().find(|column| self.is_free(*column))
        {
            self.fields[column] = Some(other);
        }
    }

    /// A column of mobile numbers under whatever title that is not somebody else's.
    fn only_mobiles(&self) -> Option<usize> {
        let holds = |column: &usize| {
            let (mut filled, mut mobiles) = (0, 0);
            for text in self.texts(*column) {
                filled += 1;
                mobiles += usize::from(!Phones::read(&text).mobiles.is_empty());
            }
            mobiles > 0 && mobiles * 4 >= filled * 3
        };
        let own =
            |column: &usize| !words::is_about_others(&self.titles[*column]) && !self.titles[*column].contains("紧急");
        (0..self.titles.len()).filter(|column| self.is_free(*column)).filter(own).find(holds)
    }

    fn mobiles_against_landlines(&self, column: usize) -> Ordering {
        let (mobiles, landlines) = self.texts(column).fold((0, 0), |(mobiles, landlines), text| {
            let found = Phones::read(&text);
            (mobiles + usize::from(!found.mobiles.is_empty()), landlines + usize::from(!found.landlines.is_empty()))
        });
        mobiles.cmp(&landlines)
    }

    fn titled_or_like(&self, field: ImportField) -> Vec<usize> {
        let mut columns = self.titled(&names_of(field));
        let like = (0..self.titles.len()).filter(|column| in_other_words(&self.titles[*column]) == Some(field));
        let more: Vec<usize> = like.filter(|column| self.is_free(*column) && !columns.contains(column)).collect();
        columns.extend(more);
        columns
    }

    /// In a list of staff 转正 is mostly the end of the trial at work. It is the Party's where it mostly follows the
    /// joining by one to two years.
    fn job_conversion(&self) -> (Option<usize>, bool) {
        const SURE: [&str; 11] =
            ["入职", "到岗", "试用", "合同", "聘用", "离职", "入司", "到校", "到职", "参加工作", "员工转正"];
        const PERHAPS: [&str; 10] = ["工号", "部门", "岗位", "员工", "职级", "薪", "工龄", "职位", "职称", "人员编号"];
        let count = |words: &[&str]| {
            self.titles
                .iter()
                .filter(|title| words.iter().any(|word| title.contains(word) && *title != "工作岗位"))
                .count()
        };
        let is_staff_list = count(&SURE) > 0 || count(&PERHAPS) > 1;
        let converted = self.fields.iter().position(|field| *field == Some(ImportField::Converted));
        // What says 党员 or 预备 is not the job's.
        let ambiguous = |column: &usize| {
            let title = &self.titles[*column];
            title.contains("转正") && !title.contains("党") && !title.contains("预备") && self.chosen_by_us(*column)
        };
        // 预备期 instead of a day is about the Party.
        let says_kind = |column: &usize| {
            self.texts(*column).any(|text| matches!(words::meaning(&text), Some(Word::Member(_) | Word::Outsider)))
        };
        let joined = self.fields.iter().position(|field| *field == Some(ImportField::Joined));
        // Beside a column that says the kind, and without a day of joining, it tells nothing of the Party's.
        let is_staff_list = is_staff_list || (joined.is_none() && self.has(ImportField::Kind));
        let own = converted.filter(ambiguous).filter(|column| !says_kind(column));
        let Some(converted) = own.filter(|_| is_staff_list) else { return (None, false) };
        let pairs =
            self.rows.iter().filter_map(|row| Some((date_in(row.get(joined?)?)?, date_in(row.get(converted)?)?)));
        let (mut fits, mut all) = (0, 0);
        for (joined, converted) in pairs {
            let earliest = joined.earliest().checked_add_months(Months::new(11));
            let latest = joined.latest().checked_add_months(Months::new(25));
            all += 1;
            fits += usize::from(
                earliest.is_some_and(|day| day <= converted.latest())
                    && latest.is_some_and(|day| converted.earliest() <= day),
            );
        }
        if fits * 2 > all { (None, true) } else { (Some(converted), true) }
    }

    fn chosen_by_us(&self, column: usize) -> bool {
        !self.by_hand.contains_key(&number(column))
    }
}

fn names_of(field: ImportField) -> Vec<&'static str> {
    all_titles().find(|(known, _)| *known == field).map(|(_, names)| names).unwrap_or_default()
}
