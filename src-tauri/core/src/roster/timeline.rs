//! What happened to a member, as one list.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::stays::entries::EntryEvent;
use super::{Aspect, Discipline, Fact, FactId, Member, Offices, StayEvent, StayEventRequest};
use crate::values::{PartialDate, TransferId};

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TimelineEntry {
    /// When; `None` is before the file was begun.
    pub on: Option<PartialDate>,
    /// What, in Chinese.
    pub title: String,
    /// Why, or where to.
    pub why: String,
    /// When it was entered, where that is known.
    pub recorded_on: Option<NaiveDate>,
    /// Who entered it.
    pub recorded_by: String,
    /// The fact behind it, where it can be taken out.
    pub fact: Option<FactId>,
    /// The coming or leaving behind it, where it can be corrected or taken out.
    pub stay: Option<StayEventRequest>,
    /// The transfer by which the person came or left: it is corrected there.
    pub transfer: Option<TransferId>,
}

impl Member {
    /// What happened to the member, newest first.
    pub fn timeline(&self) -> Vec<TimelineEntry> {
        let plain = |event, on: PartialDate, title: String, why: &str| {
            let recorded = self.entries.recorded(event, on);
            let because = recorded.map_or("", |writing| writing.why);
            let why: Vec<_> = [why, because].into_iter().filter(|text| !text.is_empty()).collect();
            TimelineEntry {
                on: Some(on),
                title,
                why: why.join("；"),
                recorded_on: recorded.map(|writing| writing.on),
                recorded_by: recorded.map_or_else(String::new, |writing| writing.by.to_owned()),
                fact: None,
                stay: None,
                transfer: None,
            }
        };
        let dates = [
            (EntryEvent::Joined, self.record.joined, "入党"),
            (EntryEvent::Converted, self.record.converted, "转为正式党员"),
        ];
        let mut entries: Vec<_> =
            dates.into_iter().filter_map(|(event, on, title)| Some(plain(event, on?, title.to_owned(), ""))).collect();
        for (place, stay) in (0..).zip(self.stays()) {
            for event in stay.entered().into_iter().chain(stay.leaving()) {
                let (kind, on) = (event.kind(), event.on());
                let (title, why) = match &event {
                    StayEvent::Entered { how, .. } => (format!("进入本支部（{}）", how.title()), ""),
                    StayEvent::Left { how, reason, .. } => (format!("离开本支部（{}）", how.title()), reason.as_str()),
                };
                let transfer = self.entries.transfer(kind, on);
                let entry = plain(kind, on.into(), title, why);
                let stay = transfer.is_none().then(|| StayEventRequest {
                    member: self.id,
                    stay: place,
                    event: event.clone(),
                    why: String::new(),
                });
                entries.push(TimelineEntry { stay, transfer, ..entry });
            }
        }
        entries.extend(self.facts.iter().map(TimelineEntry::from));
        // The sort is stable: of one day, what was written down last comes first.
        entries.reverse();
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.on));
        entries
    }
}

impl From<&Fact> for TimelineEntry {
    fn from(fact: &Fact) -> Self {
        let why: Vec<&str> = [fact.detail.as_str(), &fact.why].into_iter().filter(|text| !text.is_empty()).collect();
        Self {
            on: fact.since,
            title: title(fact.aspect, &fact.value),
            why: why.join("；"),
            recorded_on: fact.recorded_on,
            recorded_by: fact.recorded_by.clone(),
            fact: Some(fact.id),
            stay: None,
            transfer: None,
        }
    }
}

/// What a fact says, in a few words.
pub fn title(aspect: Aspect, value: &str) -> String {
    let ends = value.is_empty();
    match aspect {
        Aspect::Standing => if ends { "恢复党籍状态正常" } else { "停止党籍" }.to_owned(),
        Aspect::PartyGroup if ends => "不再编入党小组".to_owned(),
        Aspect::PartyGroup => format!("编入{value}"),
        Aspect::Office => match Offices::of_codes(value) {
            Some(offices) if !offices.is_empty() => format!("任{}", offices.titles()),
            _ => "不再担任党内职务".to_owned(),
        },
        Aspect::Unit if ends => "所在单位未定".to_owned(),
        Aspect::Unit => format!("所在单位为{value}"),
        Aspect::Mobile => if ends { "结束流动" } else { "成为流动党员" }.to_owned(),
        Aspect::Lost => if ends { "恢复联系" } else { "失去联系" }.to_owned(),
        Aspect::AttendanceNotRequired => {
            if ends { "照常参加组织生活" } else { "组织生活不作硬性要求" }.to_owned()
        }
        Aspect::VoteSuspended => if ends { "恢复表决权" } else { "停止表决权" }.to_owned(),
        Aspect::Discipline => {
            Discipline::of_code(value).map_or_else(|| "处分撤销".to_owned(), |what| format!("受{}处分", what.title()))
        }
    }
}
