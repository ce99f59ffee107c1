//! Row by row: does it come in, is it new, and what is odd about it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::draft::Draft;
use crate::roster::{
    Aspect, ImportField, ImportFieldChange, ImportNormalized, ImportNote, ImportOutcome, ImportUpdate, ImportedRow,
    Member, MemberId, MemberKind, MemberRecord, Sex,
};
use crate::rules::RuleBook;
use crate::values::{IdNumber, PartialDate, date_title, plain};

/// What the rows of a file come to.
#[derive(Default)]
pub(super) struct Judgement {
    /// As the user sees it.
    pub(super) outcome: ImportOutcome,
    /// The records to be stored: new ones without an id, and stored ones with their changes.
    pub(super) incoming: Vec<MemberRecord>,
}

/// Judges the rows of one file, in order.
pub(super) struct Judge<'a> {
    stored: Vec<Arc<Member>>,
    by_number: BTreeMap<IdNumber, usize>,
    by_name: BTreeMap<String, Vec<usize>>,
    /// Numbers seen in this file, and their rows.
    numbers: BTreeMap<IdNumber, u32>,
    /// Names and birth dates that came in from this file.
    people: BTreeMap<(String, PartialDate), u32>,
    /// How many rows of this file have the same name and birth date.
    namesakes: BTreeMap<(String, Option<PartialDate>), u32>,
    /// Members this file has already spoken of: a second row about them is about someone else.
    met: Vec<bool>,
    /// Characters of this file that no font can show.
    unshowable: BTreeSet<char>,
    /// Where the log stood when the members were read.
    pub(super) head: String,
    /// Which other columns were asked for the kind, in brackets.
    pub(super) looked_at: String,
    /// What the file as a whole says, beside its rows.
    pub(super) seen: Seen,
    rules: &'a RuleBook,
    today: NaiveDate,
    pub(super) judgement: Judgement,
}

/// What is said of the file as a whole.
#[derive(Default)]
pub(super) struct Seen {
    /// Members of the roster of whom some row speaks, whether it comes in or not: their places in the roster.
    pub(super) members: BTreeSet<usize>,
    /// Names in the file under which a member of the roster may be meant.
    pub(super) names: BTreeSet<String>,
    /// Known members whom the file calls gone, though the roster has them.
    pub(super) gone: Vec<String>,
    /// Who has been on probation for longer than can be.
    pub(super) long_on_probation: Vec<String>,
    /// What was not read, one sentence each.
    pub(super) left_out: Vec<String>,
    /// The first and the last row that holds a person.
    pub(super) data: Option<(u32, u32)>,
}

impl<'a> Judge<'a> {
    /// Before the first row.
    pub(super) fn new(
        stored: Vec<Arc<Member>>,
        rows: &[&(u32, Draft)],
        unshowable: BTreeSet<char>,
        rules: &'a RuleBook,
        today: NaiveDate,
    ) -> Self {
        let mut namesakes = BTreeMap::new();
        for (_, draft) in rows {
            *namesakes.entry((draft.record.name.clone(), draft.record.birth)).or_default() += 1;
        }
        let (mut by_number, mut by_name) = (BTreeMap::new(), BTreeMap::<_, Vec<_>>::new());
        for (index, member) in stored.iter().enumerate() {
            if let Some(number) = &member.record.id_number {
                by_number.insert(number.clone(), index);
            }
            by_name.entry(member.record.name.clone()).or_default().push(index);
        }
        let met = vec![false; stored.len()];
        Self {
            stored,
            by_number,
            by_name,
            numbers: BTreeMap::new(),
            people: BTreeMap::new(),
            namesakes,
            met,
            unshowable,
            head: String::new(),
            looked_at: String::new(),
            seen: Seen::default(),
            rules,
            today,
            judgement: Judgement::default(),
        }
    }

    /// Judges one row.
    pub(super) fn row(&mut self, row: u32, draft: &Draft) {
        let same = self.same_person(draft);
        self.seen.members.extend(same);
        if same.is_none() && self.namesakes(&draft.record.name).any(|stored| may_be_the_same(stored, &draft.record)) {
            self.seen.names.insert(draft.record.name.clone());
        }
        let mut record = match same {
            Some(index) => self.stored[index].record.clone(),
            None => MemberRecord::new("", MemberKind::Full),
        };
        let before = record.clone();
        let mut fields = Vec::new();
        for field in &draft.given {
            field.copy(&draft.record, &mut record);
            if field.text(&before) != field.text(&record) {
                let (old, new) = (field.shown(&before), field.shown(&record));
                fields.push(ImportFieldChange { field: *field, old, new });
            }
        }
        let faults = self.faults(row, draft, &record, same);
        if let Some((code, _, field)) = faults.first() {
            let message = faults.iter().map(|(_, message, _)| message.as_str()).collect::<Vec<_>>().join("；");
            let note = ImportNote { row, name: record.name, code: (*code).to_owned(), message, field: Some(*field) };
            self.judgement.outcome.rejected.push(note);
            return;
        }
        if let Some(index) = same {
            self.met[index] = true;
            if self.stored[index].left.is_none() && draft.doubts.iter().any(|doubt| doubt.code == "may_have_left") {
                self.seen.gone.push(record.name.clone());
            }
            if fields.is_empty() {
                self.judgement.outcome.unchanged += 1;
                return;
            }
        }
        self.warn(row, draft, &record, same);
        let normalized = draft.normalized.iter().map(|(field, written)| ImportNormalized {
            row,
            field: *field,
            written: written.clone(),
            kept: field.text(&record),
        });
        self.judgement.outcome.normalized.extend(normalized);
        if let Some(birth) = record.birth {
            self.people.entry((record.name.clone(), birth)).or_insert(row);
        }
        if same.is_some() {
            self.judgement.outcome.updated.push(ImportUpdate { row, name: record.name.clone(), fields });
        }
        self.judgement.outcome.accepted.push(imported(row, &record));
        self.judgement.incoming.push(record);
    }

    /// The stored member whom the row is about: the same number, or the same name and birth date where one side has
    /// no number, or the same name and as much of the number as the file shows. Where two could be meant, neither is; rows and members that nothing tells apart pair up in order, so
    /// that the same file read again changes nothing.
    fn same_person(&self, draft: &Draft) -> Option<usize> {
        let number = draft.record.id_number.as_ref();
        if let Some(index) = number.and_then(|number| self.by_number.get(number)) {
            return Some(*index);
        }
        let namesakes = self.by_name.get(&draft.record.name).into_iter().flatten().copied();
        if let Some(mask) = draft.masked.get(&ImportField::IdNumber) {
            let mut shown = namesakes.filter(|index| {
                let number = self.stored[*index].record.id_number.as_ref();
                number.is_some_and(|number| fits(mask, number.as_str())) && !self.met[*index]
            });
            return shown.next().filter(|_| shown.next().is_none());
        }
        let alike = namesakes.filter(|index| {
            let stored = &self.stored[*index].record;
            let known = stored.birth.is_some() || (number.is_none() && stored.id_number.is_none());
            known && stored.birth == draft.record.birth && !self.met[*index]
        });
        let (without_number, with_number): (Vec<_>, Vec<_>) =
            alike.partition(|index| self.stored[*index].record.id_number.is_none());
        match (number, &without_number[..], &with_number[..]) {
            (None, [first, ..], _) | (None, [], [first]) | (Some(_), [first], _) => Some(*first),
            _ => None,
        }
    }

    /// Why the row cannot come in, the most telling first.
    fn faults(
        &mut self,
        row: u32,
        draft: &Draft,
        record: &MemberRecord,
        same: Option<usize>,
    ) -> Vec<(&'static str, String, ImportField)> {
        let mut faults = Vec::new();
        let unread = draft.faults.iter().filter(|fault| fault.rejects);
        faults.extend(unread.map(|fault| (fault.code, fault.message.clone(), fault.field)));
        if let Some(number) = &draft.record.id_number {
            let first = *self.numbers.entry(number.clone()).or_insert(row);
            if first != row {
                let message = format!("身份证号与第 {first} 行相同");
                faults.push(("id_duplicate_in_file", message, ImportField::IdNumber));
            }
        }
        let known = same.map(|index| self.stored[index].as_ref());
        let member = match known {
            Some(known) => Member { record: record.clone(), ..known.clone() },
            None => Member::new(MemberId(0), record.clone()),
        };
        let mut wrong = member.new_faults(known, self.rules, self.today);
        // What could not be read was said above, and a row says its own name, also where its number is known.
        wrong.retain(|fault| fault.field != ImportField::Name);
        wrong.retain(|fault| !draft.faults.iter().any(|unread| unread.field == fault.field));
        let is_read = !draft.faults.iter().any(|fault| fault.field == ImportField::Name);
        match draft.masked.get(&ImportField::Name) {
            Some(masked) if known.is_none() => {
                let message = format!("姓名“{masked}”看不全，请填写完整的姓名");
                faults.push(("name_masked", message, ImportField::Name));
            }
            None if draft.record.name.is_empty() && is_read => {
                faults.push(("name_missing", "请填写姓名".to_owned(), ImportField::Name));
            }
            _ => {}
        }
        faults.extend(wrong.into_iter().map(|fault| {
            let hint = if fault.code == "entered_after_leaving" {
                "；如已回来，请在名册里办理“恢复”"
            } else {
                ""
            };
            (fault.code, fault.message + hint, fault.field)
        }));
        // Of namesakes in one file each must say its own kind, or a row would speak for another's member.
        let alone = self.namesakes.get(&(draft.record.name.clone(), draft.record.birth)) == Some(&1);
        let kind_known = draft.given.contains(&ImportField::Kind) || (same.is_some() && alone);
        if !kind_known && !draft.faults.iter().any(|fault| fault.field == ImportField::Kind) {
            let looked_at = &self.looked_at;
            let message = format!("没有人员类别，也没有转正日期{looked_at}，不知道是正式党员还是预备党员");
            faults.push(("kind_unknown", message, ImportField::Kind));
        }
        for clash in known.into_iter().flat_map(|known| known.clashes(record, None)) {
            let field =
                if clash.aspect == Aspect::Lost { ImportField::LostContactSince } else { ImportField::MobileSince };
            faults.push(("changed_before_the_last", clash.message(), field));
        }
        faults.sort_by_key(|(code, ..)| !code.starts_with("name_"));
        faults
    }

    /// Notes what is odd about a row that comes in.
    fn warn(&mut self, row: u32, draft: &Draft, record: &MemberRecord, same: Option<usize>) {
        let mut warn = |code: &str, message: String, field| {
            let note = ImportNote { row, name: record.name.clone(), code: code.to_owned(), message, field };
            self.judgement.outcome.warned.push(note);
        };
        for fault in &draft.faults {
            warn(fault.code, fault.message.clone(), Some(fault.field));
        }
        for odd in &draft.odd {
            warn(odd.code, odd.message.clone(), Some(odd.field));
        }
        for (message, field) in unshowable(record, &self.unshowable) {
            warn("unshowable", message, Some(field));
        }
        for oddity in record.oddities(self.rules, self.today) {
            warn(oddity.code(), oddity.message(record), Some(oddity.field()));
        }
        if let Some(field) = draft.masked.keys().next() {
            let titles = draft.masked.keys().map(|field| field.title()).collect::<Vec<_>>().join("、");
            warn("masked", format!("{titles}在表格里是遮盖过的，不改动这一栏"), Some(*field));
        }
        let has_namesake = self.by_name.get(&record.name).is_some_and(|known| {
            let stored = |index: &usize| &self.stored[*index].record;
            !known.is_empty() && known.iter().map(stored).all(|stored| !may_be_the_same(stored, record))
        });
        if same.is_none() && has_namesake {
            let message = "名册里有一位同名的人，证件号码或出生日期不同，按另一个人导入，请核对".to_owned();
            warn("namesake", message, Some(ImportField::Name));
        }
        if let Some(left) = same.and_then(|index| self.stored[index].left.as_ref()) {
            let message =
                format!("此人已于{}离开本支部，只更新资料；如已回来，请在名册里办理“恢复”", date_title(left.on));
            warn("former_member", message, None);
        }
        if same.is_none() && record.is_probation_long_over(self.rules, self.today) {
            self.seen.long_on_probation.push(record.name.clone());
        }
        let mut doubts: Vec<_> =
            draft.doubts.iter().map(|doubt| (doubt.code, doubt.message.clone(), doubt.field)).collect();
        let unread = draft.faults.iter().filter(|fault| !fault.rejects).count();
        if unread > 1 {
            let message = format!("这一行有 {unread} 栏的内容不合适，像是错了位，先不导入；核对无误的，请勾选");
            doubts.push(("columns_shifted", message, ImportField::Name));
        }
        doubts.extend(self.doubt(draft, record, same).map(|(code, message)| (code, message, ImportField::Name)));
        for (code, message, field) in &doubts {
            let note = ImportNote {
                row,
                name: record.name.clone(),
                code: (*code).to_owned(),
                message: message.clone(),
                field: Some(*field),
            };
            self.judgement.outcome.warned.push(note);
        }
        if !doubts.is_empty() {
            self.judgement.outcome.doubtful.push(row);
        }
    }

    /// Records of the roster under a name.
    fn namesakes(&self, name: &str) -> impl Iterator<Item = &MemberRecord> {
        self.by_name.get(name).into_iter().flatten().map(|index| &self.stored[*index].record)
    }

    /// Members of the roster, by their places in it.
    pub(super) fn stored(&self) -> &[Arc<Member>] {
        &self.stored
    }

    /// Why the row may be about somebody else than it seems.
    fn doubt(&self, draft: &Draft, record: &MemberRecord, same: Option<usize>) -> Option<(&'static str, String)> {
        if let Some(index) = same {
            let known = &self.stored[index].record.name;
            let message = format!("名册里这个证件号码的姓名是“{known}”，请核对是改了名字，还是号码抄错了");
            let plainly = |name: &str| name.chars().map(plain).collect::<String>();
            return (plainly(known) != plainly(&record.name)).then_some(("name_differs", message));
        }
        let earlier_row = record.birth.and_then(|birth| self.people.get(&(record.name.clone(), birth)));
        let mut namesakes = self.namesakes(&record.name);
        let message = if let Some(first) = earlier_row {
            format!("与第 {first} 行同名，出生日期也相同，请核对是否同一人")
        } else if namesakes.any(|stored| may_be_the_same(stored, record)) {
            "名册里已有同名的人，请核对是否同一人；如是同一人，请补上身份证号或出生日期再导入".to_owned()
        } else if draft.masked.contains_key(&ImportField::IdNumber) {
            "证件号码看不全，名册里没有找到同名而号码相符的人，请核对是否同一人".to_owned()
        } else {
            return None;
        };
        Some(("possible_duplicate", message))
    }
}

/// What a record says with characters that no font can show, one sentence a field.
fn unshowable(record: &MemberRecord, missing: &BTreeSet<char>) -> Vec<(String, ImportField)> {
    if missing.is_empty() {
        return Vec::new();
    }
    let sentence = |field: ImportField| {
        let text = field.text(record);
        let found: BTreeSet<char> = text.chars().filter(|c| missing.contains(c)).collect();
        let named: Vec<String> = found.iter().map(|c| format!("“{c}”（U+{:04X}）", u32::from(*c))).collect();
        let what =
            format!("{}“{text}”里的{}没有字体能显示，打印时是空的，请核对是什么字", field.title(), named.join("、"));
        (!found.is_empty()).then_some((what, field))
    };
    ImportField::all().filter_map(sentence).collect()
}

/// Whether `mask` is `number` with its middle hidden.
fn fits(mask: &str, number: &str) -> bool {
    let (head, tail) = (mask.split('*').next().unwrap_or_default(), mask.rsplit('*').next().unwrap_or_default());
    number.starts_with(head) && number.ends_with(&tail.to_ascii_uppercase()) && head.len() + tail.len() < number.len()
}

/// Whether nothing says that two of one name are two people.
fn may_be_the_same(a: &MemberRecord, b: &MemberRecord) -> bool {
    match (a.birth, b.birth) {
        (Some(a), Some(b)) => a == b,
        _ => a.id_number.is_none() || b.id_number.is_none(),
    }
}

/// The row as it comes in.
fn imported(row: u32, record: &MemberRecord) -> ImportedRow {
    ImportedRow {
        row,
        name: record.name.clone(),
        id_number: record.id_number.clone(),
        sex: record.sex.map(|sex| Sex::title(sex).to_owned()),
        ethnicity: record.ethnicity.clone(),
        birth: record.birth,
        kind: record.kind.title().to_owned(),
        joined: record.joined,
        converted: record.converted,
    }
}
