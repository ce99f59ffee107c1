//! Working days in China: the yearly notices of the State Council, make-up days included (trap 10).

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// The days that the notices name. The figures shipped are those of NateScarlet/holiday-cn (MIT).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Workdays {
    named: BTreeMap<NaiveDate, NamedDay>,
    /// A notice also names days at the end of the year before, which does not make that year known: the one that names
    /// October's holiday is the year's own.
    years: BTreeSet<i32>,
}

/// A day that a notice names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedDay {
    /// A day off; else a make-up day of work.
    pub off: bool,
    /// The holiday that it belongs to: 春节.
    pub holiday: String,
}

impl Workdays {
    /// Reads `date,off,name` under a line of titles: 1 is a day off, 0 a make-up day of work.
    ///
    /// # Errors
    /// The number of the line that cannot be so, or names a day again.
    pub fn read(text: &str) -> Result<Self, usize> {
        let mut named = BTreeMap::new();
        for (number, line) in (1..).zip(text.lines()).skip(1).filter(|(_, line)| !line.trim().is_empty()) {
            let (day, read) = Self::line(line).ok_or(number)?;
            if named.insert(day, read).is_some() {
                return Err(number);
            }
        }
        let own = named.iter().filter(|(day, named)| named.off && day.month() == 10);
        let years = own.map(|(day, _)| day.year()).collect();
        Ok(Self { named, years })
    }

    fn line(line: &str) -> Option<(NaiveDate, NamedDay)> {
        let mut cells = line.trim().split(',');
        let (day, off, holiday) = (cells.next()?, cells.next()?, cells.next()?);
        let off = match off {
            "1" => true,
            "0" => false,
            _ => return None,
        };
        let is_whole = cells.next().is_none() && !holiday.is_empty();
        is_whole.then_some((day.parse().ok()?, NamedDay { off, holiday: holiday.to_owned() }))
    }

    /// The years whose notice is known.
    pub fn years(&self) -> &BTreeSet<i32> {
        &self.years
    }

    /// The days of a year that are named.
    pub fn of_year(&self, year: i32) -> Vec<(NaiveDate, &NamedDay)> {
        let days = self.named.iter().filter(|(day, _)| day.year() == year);
        days.map(|(day, named)| (*day, named)).collect()
    }

    /// Whether the notice of a year is known; where it is not, Monday to Friday counts as work, which should be said.
    pub fn knows(&self, year: i32) -> bool {
        self.years.contains(&year)
    }

    /// What a notice says of a day; `None` of an ordinary one.
    pub fn named(&self, day: NaiveDate) -> Option<&NamedDay> {
        self.named.get(&day)
    }

    /// Whether people work on `day`.
    pub fn is_workday(&self, day: NaiveDate) -> bool {
        match self.named.get(&day) {
            Some(named) => !named.off,
            None => !matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
        }
    }

    /// `day`, or the first working day after it.
    pub fn from(&self, day: NaiveDate) -> NaiveDate {
        day.iter_days().find(|day| self.is_workday(*day)).unwrap_or(day)
    }

    /// The day on which `days` working days after `day` have passed; `day` itself does not count.
    pub fn after(&self, day: NaiveDate, days: usize) -> NaiveDate {
        let following = (day + Days::new(1)).iter_days().filter(|day| self.is_workday(*day));
        if days == 0 { day } else { following.take(days).last().unwrap_or(day) }
    }

    /// What is to be said of the days from `from` to `to`: that the notice of a year between them is not known (trap 10).
    /// Empty where all are.
    pub fn caveat(&self, from: NaiveDate, to: NaiveDate) -> String {
        let unknown = (from.year()..=to.year()).find(|year| !self.knows(*year));
        let said = |year| format!("（程序里没有{year}年的放假安排，按周一至周五推算，请自行核对，或者采用更新的规程）");
        unknown.map(said).unwrap_or_default()
    }

    /// How a day came about that was counted out from `from` to `to`: which holidays were stepped over, or what is not
    /// known.
    pub fn counted(&self, from: NaiveDate, to: NaiveDate) -> String {
        let caveat = self.caveat(from, to);
        let mut over: Vec<&str> = Vec::new();
        for named in self.named.range(from..=to.max(from)).map(|(_, named)| named).filter(|named| named.off) {
            if !over.contains(&named.holiday.as_str()) {
                over.push(&named.holiday);
            }
        }
        if over.is_empty() || !caveat.is_empty() {
            caveat
        } else {
            format!("（已扣除{}放假）", over.join("、"))
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn shipped() -> Workdays {
        Workdays::read(include_str!("../../data/holidays.csv")).unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[rstest]
    #[case::holiday("2026-01-02", false)]
    #[case::make_up_sunday("2026-01-04", true)]
    #[case::saturday("2026-11-28", false)]
    #[case::friday("2026-11-27", true)]
    #[case::unknown_year("2031-10-01", true)]
    fn make_up_days_count_and_days_off_do_not(#[case] on: &str, #[case] works: bool) {
        assert_eq!(shipped().is_workday(day(on)), works);
    }

    #[test]
    fn five_working_days_of_public_notice_step_over_a_holiday() {
        let workdays = shipped();
        assert_eq!(workdays.after(day("2026-09-29"), 5).to_string(), "2026-10-12");
        assert_eq!(workdays.after(day("2026-11-23"), 5).to_string(), "2026-11-30");
        assert_eq!(workdays.from(day("2026-11-28")).to_string(), "2026-11-30");
    }

    #[test]
    fn every_day_has_the_name_of_its_holiday() {
        let workdays = shipped();
        assert_eq!(workdays.named(day("2026-02-17")).unwrap().holiday, "春节");
        assert_eq!(workdays.named(day("2026-10-01")).unwrap().holiday, "国庆节");
        assert!(!workdays.named(day("2026-10-10")).unwrap().off);
        assert_eq!(workdays.named(day("2026-11-23")), None);
    }

    #[test]
    fn a_year_without_a_notice_is_known_to_be_one() {
        let workdays = shipped();
        assert!(workdays.knows(2026) && workdays.knows(2007));
        // The notice of 2007 names days of work at the end of 2006, and nothing else of that year is known.
        assert!(!workdays.knows(2006) && !workdays.knows(2031));
    }

    #[rstest]
    #[case("2026-11-23", "2026-11-26", "")]
    #[case("2026-09-29", "2026-10-12", "（已扣除国庆节放假）")]
    #[case("2031-03-03", "2031-03-06", "2031年")]
    #[case("2030-12-30", "2031-01-02", "2030年")]
    fn a_day_counted_out_says_what_was_stepped_over_and_what_is_not_known(
        #[case] from: &str,
        #[case] to: &str,
        #[case] said: &str,
    ) {
        let counted = shipped().counted(day(from), day(to));
        assert_eq!(counted.is_empty(), said.is_empty());
        assert!(counted.contains(said), "{counted}");
    }

    #[rstest]
    #[case::no_name("date,off,name\n2027-01-01,1\n", 2)]
    #[case::no_day("date,off,name\n2027-01-01,1,元旦\n2027-02-30,1,春节\n", 3)]
    #[case::neither_off_nor_on("date,off,name\n2027-01-01,2,元旦\n", 2)]
    #[case::twice("date,off,name\n2027-01-01,1,元旦\n2027-01-01,0,元旦\n", 3)]
    fn a_table_that_cannot_be_is_refused_at_its_line(#[case] text: &str, #[case] line: usize) {
        assert_eq!(Workdays::read(text), Err(line));
    }
}
