//! A row as far as it could be read.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Months;

use super::cells::UNREADABLE;
use super::cells::membership::{self, Said};
use super::cells::text::{text, written};
use super::sheet::body::{Layout, Person};
use crate::roster::{ImportField, MemberKind, MemberRecord, Particular, Standing, save};
use crate::values::half_width;

/// A row as far as it could be read.
pub(super) struct Draft {
    /// What was read; the kind counts only when `given`.
    pub(super) record: MemberRecord,
    /// The fields the row has a value for. The others change nothing.
    pub(super) given: BTreeSet<ImportField>,
    /// What could not be read.
    pub(super) faults: Vec<Fault>,
    /// What was read, and is odd as it is written.
    pub(super) odd: Vec<Odd>,
    /// Why the person may be no member of the branch any more, or not yet.
    pub(super) doubts: Vec<Odd>,
    /// What is kept in another form: the field, and the text as written.
    pub(super) normalized: Vec<(ImportField, String)>,
    /// What the file has with its middle hidden, as our own export writes it.
    pub(super) masked: BTreeMap<ImportField, String>,
    /// The kind's own column says more than 党员.
    pub(super) is_kind_exact: bool,
    /// A column of conversions that says 预备期 instead of a day: its title and its word.
    pub(super) kind_beside: Option<(String, String)>,
}

/// A cell that could not be read.
pub(super) struct Fault {
    /// E.g. `id_check_digit`.
    pub(super) code: &'static str,
    /// One Chinese sentence.
    pub(super) message: String,
    /// Its column's field.
    pub(super) field: ImportField,
    /// The row cannot come in; else only the cell is left out.
    pub(super) rejects: bool,
}

/// Something odd about a cell that is read all the same.
pub(super) struct Odd {
    /// E.g. `phone_odd`.
    pub(super) code: &'static str,
    /// One Chinese sentence.
    pub(super) message: String,
    /// Its column's field.
    pub(super) field: ImportField,
}

/// Reads a row of the body.
pub(super) fn read(person: &Person<'_>, layout: &Layout) -> Draft {
    let mut draft = Draft {
        record: MemberRecord::new("", MemberKind::Full),
        given: BTreeSet::new(),
        faults: Vec::new(),
        odd: Vec::new(),
        doubts: Vec::new(),
        normalized: Vec::new(),
        masked: BTreeMap::new(),
        is_kind_exact: false,
        kind_beside: None,
    };
    // 家庭电话 may hold another mobile number than the mobile's own column, wherever that stands.
    let (last, first): (Vec<_>, Vec<_>) =
        layout.columns.iter().partition(|column| column.field == Some(ImportField::Landline));
    for column in first.into_iter().chain(last) {
        let Some(field) = column.field else { continue };
        let cell = layout.cell(person.cells, column);
        let text = text(cell);
        if text.is_empty() {
            continue;
        }
        if is_masked(field, &text) {
            draft.masked.insert(field, half_width(&text));
            continue;
        }
        match draft.set(field, cell, &column.header, &layout.extension) {
            Ok(true) => {
                draft.given.insert(field);
                draft.normalized.push((field, if LETTER_BY_LETTER.contains(&field) { written(cell) } else { text }));
            }
            Ok(false) => {}
            Err((code, message)) => draft.faults.push(Fault { code, message, field, rejects: code != UNREADABLE }),
        }
    }
    if let Some(title) = &layout.whole_of_others {
        let message = format!("这张表是“{title}”，像是已经离开的人或者还不是党员，先不导入；确实要导入的，请勾选");
        draft.doubts.push(Odd { code: "may_have_left", message, field: ImportField::Name });
    }
    draft.settle_states();
    draft.drop_job_conversion(layout);
    let mut said = membership::said(&layout.watched, person.cells);
    if let Some((title, text)) = draft.kind_beside.take() {
        said.kind = Some(MemberKind::Probationary);
        said.probationary.get_or_insert((title, text));
    }
    draft.settle_kind(said, person.kind);
    let Draft { record, mut normalized, .. } = draft;
    let record = save::normal(record);
    let has_remark = draft.odd.iter().chain(&draft.doubts).any(|odd| odd.field == ImportField::Name);
    normalized.retain(|(field, written)| {
        is_another_form(*field, written, &field.text(&record)) && !(has_remark && *field == ImportField::Name)
    });
    Draft { record, normalized, ..draft }
}

impl Draft {
    /// Its texts as they would be kept.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        let record = &self.record;
        let own = [
            &record.name,
            &record.branch_name,
            &record.ethnicity,
            &record.education,
            &record.job_position,
            &record.address,
            &record.party_group,
            &record.unit,
            &record.note,
        ];
        own.into_iter().chain(record.particulars.0.values()).map(String::as_str)
    }

    /// A place or a day says that the person is away or lost, unless the row says that it is not so.
    fn settle_states(&mut self) {
        let Self { record, given, .. } = self;
        for (state, details, yes) in [
            (ImportField::IsLost, [ImportField::LostContactSince, ImportField::LostReason], &mut record.is_lost),
            (ImportField::IsMobile, [ImportField::MobileSince, ImportField::MobileDestination], &mut record.is_mobile),
        ] {
            if given.contains(&state) && !*yes {
                given.retain(|field| !details.contains(field));
            } else if details.iter().any(|field| given.contains(field)) {
                *yes = true;
                given.insert(state);
            }
        }
    }

    /// In a list of staff a 转正 before the joining, or less than a year after it, is the end of the trial at work.
    fn drop_job_conversion(&mut self, layout: &Layout) {
        let (Some(joined), Some(converted)) = (self.record.joined, self.record.converted) else { return };
        let first = joined.earliest().checked_add_months(Months::new(12));
        if layout.is_staff_list && first.is_some_and(|first| converted.latest() < first) {
            let message = format!("转正日期（{}）像是工作转正，不是党员转正，这一栏没有导入", converted.title());
            self.odd.push(Odd { code: "job_conversion", message, field: ImportField::Converted });
            self.record.converted = None;
            self.given.remove(&ImportField::Converted);
        }
    }

    /// Where the kind's own column is silent, another one may say it, a line above the rows, or a day of conversion: a list
    /// without kinds still says who is a full member.
    fn settle_kind(&mut self, said: Said, above: Option<MemberKind>) {
        let unread = self.faults.iter().any(|fault| fault.field == ImportField::Kind);
        let is_given = self.given.contains(&ImportField::Kind);
        if let Some(sentence) = said.outsider {
            if is_given {
                let message = format!("{sentence}，像是还不是党员，先不导入；确实是党员的，请勾选");
                self.doubts.push(Odd { code: "may_be_no_member", message, field: ImportField::Kind });
            } else if !unread {
                let message = format!("{sentence}，不是正式党员，也不是预备党员");
                self.faults.push(Fault { code: "kind_unknown", message, field: ImportField::Kind, rejects: true });
                return;
            }
        }
        self.doubts.extend(said.gone.map(|message| Odd { code: "may_have_left", message, field: ImportField::Note }));
        if let Some(message) = said.suspended
            && self.given.insert(ImportField::Standing)
        {
            self.record.standing = Standing::Suspended;
            self.odd.push(Odd { code: "suspended", message, field: ImportField::Standing });
        }
        if unread {
            return;
        }
        let is_converted = self.given.contains(&ImportField::Converted);
        if is_given {
            if let Some((title, text)) = said.probationary.filter(|_| !is_converted) {
                self.settle_probation(&title, &text);
            }
            return;
        }
        let by_day = is_converted.then_some(MemberKind::Full);
        if let Some(kind) = said.kind.or(by_day).or(above) {
            self.record.kind = kind;
            self.given.insert(ImportField::Kind);
        }
    }

    /// The kind's own column says full member, or no more than 党员, and another one that the probation is not over.
    fn settle_probation(&mut self, title: &str, text: &str) {
        if self.record.kind == MemberKind::Probationary {
            return;
        }
        let also = format!("“{title}”写着“{text}”");
        let field = ImportField::Kind;
        if self.is_kind_exact {
            let message = format!("人员类别写着正式党员，{also}，请核对；确实是正式党员的，请勾选");
            self.doubts.push(Odd { code: "kind_contradicted", message, field });
        } else {
            self.record.kind = MemberKind::Probationary;
            self.odd.push(Odd {
                code: "kind_from_beside", message: format!("{also}，按预备党员导入，请核对"), field
            });
        }
    }
}

/// Whether the middle of a number, or all of an address, is hidden behind asterisks.
fn is_masked(field: ImportField, text: &str) -> bool {
    let stars = match field {
        ImportField::IdNumber => "****",
        ImportField::Address => "***",
        ImportField::Mobile | ImportField::Landline | ImportField::Particular(Particular::OtherPhones) => "*",
        _ => return false,
    };
    half_width(text).contains(stars)
}

/// Whether what is kept looks different enough from what was written to be shown. That 汉 is 汉族, or 1990.5 is
/// 1990-05, would only be noise.
fn is_another_form(field: ImportField, written: &str, kept: &str) -> bool {
    written != kept && (LETTER_BY_LETTER.contains(&field) || half_width(written) != written)
}

/// Fields of which every changed letter is shown.
const LETTER_BY_LETTER: [ImportField; 4] =
    [ImportField::Name, ImportField::IdNumber, ImportField::Mobile, ImportField::Landline];
