//! What is said of a file as a whole, one sentence each, above its rows.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Reading;
use super::draft::Draft;
use super::judge::Judge;
use crate::outside::Outside;
use crate::roster::{ImportField, Member};
use crate::values::is_private;

/// So many names stand in one sentence.
const NAMED: usize = 20;

impl Reading {
    /// The sentences: first what of the file was not read, then what its rows come to.
    pub(super) fn said(&self, judge: &Judge<'_>) -> Vec<String> {
        let mut notes = self.notes.clone();
        notes.extend(judge.seen.left_out.iter().cloned());
        if let Some(title) = &self.layout.job_conversion {
            notes.push(format!(
                "“{title}”在员工名单里一般是工作转正，没有当作党员转正日期；确实是党员转正的，请点“改栏目和表头”改过来"
            ));
        }
        if judge.seen.data.is_none() && notes.is_empty() {
            notes.push(format!("第 {} 行的表头下面没有人，没有读入任何内容", self.layout.header_row));
        }
        notes.extend(self.without_kind(judge));
        notes.extend(sentence(&judge.seen.gone, |who| {
            format!("名册里还在册、这份表里像是已经离开的：{who}。名册没有改动，确实离开的请在名册里办理")
        }));
        let (missing, met) = judge.missing();
        // A list of new people alone says nothing about the others.
        if met > 0 {
            notes.extend(sentence(&missing, |who| {
                format!("名册里有、这份表里没有的：{who}。名册没有改动，已经离开的请在名册里办理")
            }));
        }
        notes.extend(sentence(&judge.seen.long_on_probation, |who| {
            format!("预备期早已过去、还没有转正日期的：{who}。请核对人员类别和转正日期")
        }));
        notes
    }

    /// The columns that were asked for the kind beside its own, in brackets.
    pub(super) fn looked_at(&self) -> String {
        let titled = self.layout.watched.iter().filter(|column| !column.title.is_empty());
        let titles: Vec<String> = titled.map(|column| format!("“{}”", column.title)).collect();
        if titles.is_empty() { String::new() } else { format!("（看过{}）", titles.join("、")) }
    }

    /// Where no column says who is a full member: which were looked at.
    fn without_kind(&self, judge: &Judge<'_>) -> Option<String> {
        let is_read = |wanted| self.layout.columns.iter().any(|column| column.field == Some(wanted));
        let is_lacking = judge.judgement.outcome.rejected.iter().any(|note| note.code == "kind_unknown");
        if is_read(ImportField::Kind) || is_read(ImportField::Converted) || !is_lacking {
            return None;
        }
        Some(format!(
            "没有一栏写明谁是正式党员、谁是预备党员{}。写明的那一栏，请点“改栏目和表头”对应到“人员类别”",
            judge.looked_at
        ))
    }
}

impl Judge<'_> {
    /// Members of the branch of whom the file says nothing, and how many others it speaks of.
    fn missing(&self) -> (Vec<String>, usize) {
        let here: Vec<(usize, &Arc<Member>)> =
            self.stored().iter().enumerate().filter(|(_, member)| member.left.is_none()).collect();
        let is_missing = |(place, member): &(usize, &Arc<Member>)| {
            !self.seen.members.contains(place) && !self.seen.names.contains(&member.record.name)
        };
        let missing: Vec<String> =
            here.iter().filter(|one| is_missing(one)).map(|(_, member)| member.record.name.clone()).collect();
        let met = here.len() - missing.len();
        (missing, met)
    }
}

/// A sentence about people, if there are any.
fn sentence(names: &[String], of: impl FnOnce(String) -> String) -> Option<String> {
    let first = names.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join("、");
    match names.len() {
        0 => None,
        count if count > NAMED => Some(of(format!("{first}等 {count} 人"))),
        _ => Some(of(first)),
    }
}

/// Characters of the rows that no font of this machine can show, and those for private use, which mean something else on
/// every machine.
pub(super) fn unshowable(outside: &Outside, rows: &[(u32, Draft)]) -> BTreeSet<char> {
    let rare = |c: &char| !matches!(c, ' '..='~' | '\n' | '·' | '\u{3000}'..='\u{303F}' | '\u{4E00}'..='\u{9FA5}' | '\u{FF01}'..='\u{FF5E}');
    let texts = rows.iter().flat_map(|(_, draft)| draft.texts());
    let rare: BTreeSet<char> = texts.flat_map(|text| text.chars().filter(rare).collect::<Vec<_>>()).collect();
    if rare.is_empty() {
        return rare;
    }
    let missing = outside.typeset.unprintable(&rare.iter().collect::<String>());
    rare.into_iter().filter(|c| is_private(*c) || *c == '\u{FFFD}' || missing.contains(c)).collect()
}
