//! Reads what a year's study still lacks.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{Days, NaiveDate};

use super::{MemberLack, StudyLacks, TopicLack, rules};
use crate::desk::Desk;
use crate::roster::{self, Member, MemberId};
use crate::rules::RuleBook;
use crate::study::year::check_year;
use crate::study::{
    StudyError, StudySessionRow, StudyTopic, StudyTopicId, StudyYearRequest, plan, required_hours, store,
};
use crate::values::Hours;
use crate::vault::{Reader, VaultError};

/// What a year's study still lacks, as of today in the running year.
///
/// # Errors
/// [`StudyError::Invalid`] for a year that no calendar has.
pub fn lacks(desk: &mut Desk<'_>, request: StudyYearRequest) -> Result<StudyLacks, StudyError> {
    check_year(request.year)?;
    let (rules, today) = (desk.rules, desk.today());
    desk.read(|reader| Ok(lacks_of(reader, rules, request.year, today)?))
}

/// What a year's study still lacks as of a day.
pub(in crate::study) fn lacks_of(
    reader: &Reader<'_>,
    rules: &RuleBook,
    year: i32,
    today: NaiveDate,
) -> Result<StudyLacks, VaultError> {
    let known = Known::read(reader, year, today)?;
    let members: Vec<_> = known.asked(reader)?.iter().map(|(member, left)| known.line(member, *left, rules)).collect();
    let lack = |topic: &StudyTopic| TopicLack {
        had: known.had_by(topic).map_or(0, |had| u32::try_from(had.len()).unwrap_or(u32::MAX)),
        members: members
            .iter()
            .filter(|line| topic.id.is_some_and(|id| line.topics.contains(&id)))
            .map(|line| line.member)
            .collect(),
        topic: topic.clone(),
    };
    let topics = known.topics.iter().map(lack).collect();
    Ok(StudyLacks { year, members, topics })
}

/// Of whom a year is told, as of the last day here, and the day of leaving.
type Asked = (Arc<Member>, Option<NaiveDate>);

/// The records of a year.
struct Known {
    year: i32,
    /// The last day that counts: of the year, or today.
    last: NaiveDate,
    today: NaiveDate,
    end: NaiveDate,
    topics: Vec<StudyTopic>,
    /// Who had which topic.
    had: BTreeMap<StudyTopicId, BTreeSet<MemberId>>,
    hours: BTreeMap<MemberId, Hours>,
    made_up: BTreeMap<MemberId, Hours>,
    /// Courses of this year and of the year before: a new secretary may have begun in it.
    courses: Vec<StudySessionRow>,
}

impl Known {
    fn read(reader: &Reader<'_>, year: i32, today: NaiveDate) -> Result<Self, VaultError> {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MIN);
        let end = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(NaiveDate::MAX);
        let last = end.min(today);
        let begun = NaiveDate::from_ymd_opt(year - 1, 1, 1).unwrap_or(NaiveDate::MIN);
        let mut sessions = store::sessions_in(reader, begun, today)?;
        let made_up = hours_made_up(&sessions, first, last);
        sessions.retain(|row| row.session.intensive);
        Ok(Self {
            year,
            last,
            today,
            end,
            topics: plan::topics_of_year(reader, year)?,
            had: store::topics_had(reader, year)?,
            hours: store::hours_by_member(reader, first, last, today)?,
            made_up,
            courses: sessions,
        })
    }

    /// The members on the last day, and who left in the year, each as of then and with the day of leaving.
    fn asked(&self, reader: &Reader<'_>) -> Result<Vec<Asked>, VaultError> {
        let mut asked = Vec::new();
        for member in roster::everyone(reader)? {
            let left = rules::left_in(&member, self.year, self.last);
            if left.is_some() || member.is_member_on(self.last) {
                asked.push((member.on(left.map_or(self.last, |on| on - Days::new(1))), left));
            }
        }
        Ok(asked)
    }

    fn line(&self, member: &Member, left: Option<NaiveDate>, book: &RuleBook) -> MemberLack {
        let hours = self.hours.get(&member.id).copied().unwrap_or_default();
        let required = required_hours(member, self.year, book);
        MemberLack {
            member: member.id,
            name: member.record.name.clone(),
            hours,
            made_up: self.made_up.get(&member.id).copied().unwrap_or_default(),
            required,
            lacking: rules::lacking(hours, required),
            due: left.unwrap_or(self.end),
            left: left.is_some(),
            topics: if required.is_some() { self.topics_lacking(member) } else { Vec::new() },
            course: required.and_then(|_| rules::course(member, &self.courses, book, self.year)),
        }
    }

    fn topics_lacking(&self, member: &Member) -> Vec<StudyTopicId> {
        let nobody = BTreeSet::new();
        let lacks =
            |topic: &&StudyTopic| rules::lacks_topic(member, topic, self.had_by(topic).unwrap_or(&nobody), self.today);
        self.topics.iter().filter(lacks).filter_map(|topic| topic.id).collect()
    }

    fn had_by(&self, topic: &StudyTopic) -> Option<&BTreeSet<MemberId>> {
        self.had.get(&topic.id?)
    }
}

/// Of the hours of a period, those that were made up.
fn hours_made_up(sessions: &[StudySessionRow], first: NaiveDate, last: NaiveDate) -> BTreeMap<MemberId, Hours> {
    let mut made_up = BTreeMap::<_, Hours>::new();
    let counts = |row: &&StudySessionRow| !row.session.uncounted && (first..=last).contains(&row.session.held_on);
    for row in sessions.iter().filter(counts) {
        for makeup in &row.made_up {
            let hours = made_up.entry(makeup.member).or_default();
            *hours = *hours + row.session.hours;
        }
    }
    made_up
}
