//! Texts that read like others: the same review twice, or the same words in two people's files. Compared by the runs of
//! five characters that they share.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::NaiveDate;

use crate::development::entries::EntryKind;
use crate::development::{DevelopmentFile, DevelopmentFileId};

/// Two texts are alike from this share of common runs on, in percent.
const ALIKE: usize = 90;
/// Shorter ones say too little: 同意 stands everywhere.
const SHORTEST: usize = 30;
/// So many characters make a run.
const RUN: usize = 5;

/// A text that reads like another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Alike {
    pub(super) kind: EntryKind,
    pub(super) on: NaiveDate,
    /// The day of the other, and whose it is when it is another person's.
    pub(super) other_on: NaiveDate,
    pub(super) other: Option<String>,
}

struct Text<'a> {
    file: &'a DevelopmentFile,
    kind: EntryKind,
    on: NaiveDate,
    runs: BTreeSet<u64>,
}

/// Finds the texts of files that read like others. Only pairs that share a run are compared, and the rarest runs are looked
/// at first, so that five hundred files take no longer than their texts.
pub(super) fn compare(files: &[DevelopmentFile]) -> BTreeMap<DevelopmentFileId, Vec<Alike>> {
    let texts: Vec<Text<'_>> = files.iter().flat_map(texts_of).collect();
    let mut holders: HashMap<u64, Vec<usize>> = HashMap::new();
    for (place, text) in texts.iter().enumerate() {
        // Alike texts share nearly all of their smallest hashes.
        for run in text.runs.iter().take(3) {
            holders.entry(*run).or_default().push(place);
        }
    }
    let mut pairs = BTreeSet::new();
    for places in holders.values() {
        // Whatever a hundred people wrote is a form's own sentence; each is held against the one before it.
        for pair in places.windows(2) {
            pairs.insert((pair[0], pair[1]));
        }
    }
    let mut found = BTreeMap::<_, Vec<_>>::new();
    for (one, other) in pairs {
        let (one, other) = (&texts[one], &texts[other]);
        let shared = one.runs.intersection(&other.runs).count();
        let all = one.runs.len() + other.runs.len() - shared;
        if shared * 100 < all * ALIKE {
            continue;
        }
        let is_same_person = one.file.id == other.file.id;
        let name = |text: &Text<'_>| (!is_same_person).then(|| text.file.person.name.clone());
        let alike = Alike { kind: other.kind, on: other.on, other_on: one.on, other: name(one) };
        found.entry(other.file.id).or_default().push(alike);
        if !is_same_person {
            let alike = Alike { kind: one.kind, on: one.on, other_on: other.on, other: name(other) };
            found.entry(one.file.id).or_default().push(alike);
        }
    }
    found
}

/// The long texts of a file; of one entry all of them together.
fn texts_of(file: &DevelopmentFile) -> impl Iterator<Item = Text<'_>> {
    let kinds = [EntryKind::Review, EntryKind::ProbationReview, EntryKind::PoliticalReview, EntryKind::Talk];
    file.entries.iter().filter(move |entry| kinds.contains(&entry.kind)).filter_map(move |entry| {
        let words = entry.values.0.iter().filter(|(field, _)| field.kind() == crate::development::FieldKind::Words);
        let text: Vec<char> = words.flat_map(|(_, text)| text.chars().filter(|c| c.is_alphanumeric())).collect();
        // A name makes no difference.
        let name: Vec<char> = file.person.name.chars().collect();
        let text = without(&text, &name);
        (text.len() >= SHORTEST).then(|| Text { file, kind: entry.kind, on: entry.on, runs: runs(&text) })
    })
}

fn without(text: &[char], name: &[char]) -> Vec<char> {
    let (mut rest, mut at) = (Vec::with_capacity(text.len()), 0);
    while at < text.len() {
        if !name.is_empty() && text[at..].starts_with(name) {
            at += name.len();
        } else {
            rest.push(text[at]);
            at += 1;
        }
    }
    rest
}

fn runs(text: &[char]) -> BTreeSet<u64> {
    let hash = |run: &[char]| {
        let mut hasher = DefaultHasher::new();
        run.hash(&mut hasher);
        hasher.finish()
    };
    text.windows(RUN).map(hash).collect()
}
