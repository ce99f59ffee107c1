//! What a paper is drawn from: the file, the branch on the paper's day, the meetings that the file names.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Form;
use crate::desk::{Door, Letterhead};
use crate::development::catalogue::{self, Material};
use crate::development::committee::Committee;
use crate::development::entries::{Entry, EntryField as F, EntryId, EntryKind};
use crate::development::{DevelopmentError, DevelopmentFile, DevelopmentFileId, store};
use crate::meetings::{self, MeetingError, MeetingId, MeetingView, VoteView};
use crate::outside::{Block, Writing};
use crate::rules::RuleBook;
use crate::settings;
use crate::values::date_title;
use crate::vault::{Reader, VaultError};

/// A file with what its papers draw on besides, read once for all of them.
pub(super) struct Source<'a> {
    pub(super) file: DevelopmentFile,
    pub(super) committee: Committee,
    pub(super) rules: &'a RuleBook,
    pub(super) today: NaiveDate,
    /// The national list, and what the superior committee asks for besides.
    pub(super) materials: Vec<Material>,
    meetings: BTreeMap<MeetingId, MeetingView>,
    letterhead: fn(&Reader<'_>, NaiveDate) -> Result<Letterhead, VaultError>,
}

impl<'a> Source<'a> {
    /// Reads a file with what its papers draw on.
    pub(super) fn of(door: &'a Door<'_>, reader: &Reader<'_>, id: DevelopmentFileId) -> Result<Self, DevelopmentError> {
        let file = store::file(reader, id)?;
        let mut found = BTreeMap::new();
        for id in file.entries.iter().filter_map(|entry| entry.meeting) {
            match meetings::stored(reader, id) {
                Ok(meeting) => drop(found.insert(id, meeting)),
                Err(MeetingError::Vault(error)) => return Err(error.into()),
                Err(_) => {}
            }
        }
        let materials = catalogue::materials_with(&settings::stored(reader)?.development.materials);
        let committee = Committee::of(reader)?;
        let (rules, today, letterhead) = (door.rules, door.today(), door.letterhead);
        Ok(Self { file, committee, rules, today, materials, meetings: found, letterhead })
    }

    /// What a paper of a step is drawn from: the branch as it was on the step's day.
    pub(super) fn draft(
        &self,
        reader: &Reader<'_>,
        step: u32,
        entry: Option<EntryId>,
    ) -> Result<Draft<'_>, VaultError> {
        let named = entry.and_then(|id| self.file.entries.iter().find(|entry| entry.id == Some(id)));
        let day = named.map(|entry| entry.on).or(self.file.done_on(step)).unwrap_or(self.today);
        let letter = (self.letterhead)(reader, day)?;
        Ok(Draft { file: &self.file, entry, day, has_committee: self.committee.on(day), letter, source: self })
    }

    /// A form with its title.
    pub(super) fn form(&self, reader: &Reader<'_>, form: &Form, entry: Option<EntryId>) -> Result<Writing, VaultError> {
        let draft = self.draft(reader, form.step(), entry)?;
        let title = catalogue::in_this_branch(&form.title(&draft), draft.has_committee);
        let name = &self.file.person.name;
        let branch = Some(draft.letter.branch.clone()).filter(|branch| !branch.is_empty() && !form.of_others);
        let lines = branch.into_iter().chain([title.clone()]).collect();
        let blocks = std::iter::once(Block::Title { lines }).chain((form.draw)(&draft)).collect();
        let title = if title.contains(name) { title } else { format!("{title} {name}") };
        Ok(Writing { title, branch: draft.letter.branch, page: form.page, blocks })
    }
}

/// What one paper is drawn from.
pub(super) struct Draft<'a> {
    pub(super) file: &'a DevelopmentFile,
    /// Which of several entries of a kind it is about.
    entry: Option<EntryId>,
    /// The day that its step was done, else today.
    pub(super) day: NaiveDate,
    /// On that day (B06).
    pub(super) has_committee: bool,
    pub(super) letter: Letterhead,
    pub(super) source: &'a Source<'a>,
}

impl<'a> Draft<'a> {
    /// The entry of a kind that the paper is about: the one asked for, else the one that holds, else the last.
    pub(super) fn one(&self, kind: EntryKind) -> Option<&'a Entry> {
        let asked = self.file.all(kind).find(|entry| self.entry.is_some() && entry.id == self.entry);
        let holds = || match kind {
            EntryKind::Admission => self.file.admission(),
            EntryKind::Approval => self.file.approval(),
            EntryKind::Conversion => self.file.conversion(),
            EntryKind::ConversionApproval => self.file.conversion_approval(),
            _ => None,
        };
        asked.or_else(holds).or_else(|| self.file.all(kind).next_back())
    }

    /// A value of that entry as people read it.
    pub(super) fn text(&self, kind: EntryKind, field: F) -> String {
        self.one(kind).map(|entry| entry.values.spoken(field)).unwrap_or_default()
    }

    /// A day of that entry.
    pub(super) fn day_of(&self, kind: EntryKind, field: F) -> Option<NaiveDate> {
        self.one(kind)?.values.day(field)
    }

    /// The day of that entry; empty where there is none.
    pub(super) fn on(&self, kind: EntryKind) -> String {
        self.one(kind).map(|entry| date_title(entry.on)).unwrap_or_default()
    }

    /// The meeting at which it was decided.
    pub(super) fn meeting(&self, entry: &Entry) -> Option<&'a MeetingView> {
        self.source.meetings.get(&entry.meeting?)
    }

    /// The vote that decided it.
    pub(super) fn vote(&self, entry: &Entry) -> Option<&'a VoteView> {
        let vote = entry.vote?;
        self.meeting(entry)?.votes.iter().find(|view| view.vote.id == Some(vote))
    }

    /// Who decides between the general meetings: without a committee they do it themselves (B06).
    pub(super) fn organ(&self) -> &'static str {
        if self.has_committee { "支部委员会" } else { "支部大会" }
    }

    /// 姓名
    pub(super) fn name(&self) -> &'a str {
        &self.file.person.name
    }
}
