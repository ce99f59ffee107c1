//! What to think of before a report is signed: afterwards it stands.

use chrono::NaiveDate;

use super::{QuarterlyReport, ReportFigure};
use crate::branch::BranchSection;
use crate::meetings::MeetingsSection;
use crate::roster::MembersSection;
use crate::study::StudySection;
use crate::values::{Period, day_title};

/// A sentence when the period is not over on `today`.
pub(super) fn still_runs(period: Period, today: NaiveDate) -> Option<String> {
    let last = period.last_day();
    let left = match (last - today).num_days() {
        ..0 => return None,
        0 => "今天才结束".to_owned(),
        days => format!("还有 {days} 天（到{}）", day_title(last)),
    };
    let this = period.this();
    Some(format!("{this}{left}。现在签名，以后的会议和学习都不在这份报告里；签名后再改，就要写明理由，另出更正版"))
}

/// What cannot be right together in a report, and with those that were signed before it: the one of the period before, and
/// those of the quarters of a longer period. Each is a Chinese sentence.
pub(super) fn contradictions(
    report: &QuarterlyReport,
    before: Option<&QuarterlyReport>,
    quarters: &[QuarterlyReport],
) -> Vec<String> {
    let mut found = Vec::new();
    if let (Some(now), Some(was)) =
        (report.section::<MembersSection>(), before.and_then(|before| before.section::<MembersSection>()))
        && now.start != was.end
    {
        let of = before.map(|before| before.period().title()).unwrap_or_default();
        found.push(format!(
            "期初党员 {} 名，上一份报告（{of}）的期末是 {} 名，对不上；多半是事后补登了转入、转出或者发展",
            now.start, was.end
        ));
    }
    if let (Some(branch), Some(members)) = (report.section::<BranchSection>(), report.section::<MembersSection>()) {
        let in_units: u32 = branch.units.iter().map(|unit| unit.count).sum();
        if !branch.units.is_empty() && in_units != members.end {
            found.push(format!(
                "各单位的党员合计 {in_units} 名，支部党员 {} 名，有人没有登记所在单位，或者登记了别的单位",
                members.end
            ));
        }
    }
    if quarters.len() > 1 && quarters.len() == report.period().quarters().len() {
        found.extend(SUMMED.iter().filter_map(|(label, count)| {
            let now = count(report)?;
            let signed = quarters.iter().map(count).sum::<Option<u32>>()?;
            (now != signed).then(|| format!("各季度报告的{label}合计 {signed}，现在是 {now}，签名以后又有改动"))
        }));
    }
    found
}

/// A number in a report; `None` where it has none.
type Count = fn(&QuarterlyReport) -> Option<u32>;

/// What of a longer report is the sum of its quarters.
const SUMMED: [(&str, Count); 5] = [
    ("发展人数", |report| Some(report.section::<MembersSection>()?.admitted)),
    ("转入人数", |report| Some(report.section::<MembersSection>()?.moved_in)),
    ("转出人数", |report| Some(report.section::<MembersSection>()?.moved_out)),
    ("会议次数", |report| {
        let meetings = report.section::<MeetingsSection>()?.meetings;
        u32::try_from(meetings.iter().filter(|meeting| meeting.held).count()).ok()
    }),
    ("学习次数", |report| Some(report.section::<StudySection>()?.sessions)),
];

/// The report in a few lines, beside what it said when it was signed last.
pub(super) fn figures(report: &QuarterlyReport, before: Option<&QuarterlyReport>) -> Vec<ReportFigure> {
    let was = before.map(QuarterlyReport::facts_of_sections).unwrap_or_default();
    let figure = |(section, fact): (&str, crate::report_section::ReportFact)| ReportFigure {
        before: was
            .iter()
            .find(|(of, was)| *of == section && was.label == fact.label)
            .map(|(_, was)| was.value.clone()),
        section: section.to_owned(),
        label: fact.label,
        value: fact.value,
    };
    report.facts_of_sections().into_iter().map(figure).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report_section::ReportCount;

    fn report(text: &str, start: u32, end: u32) -> QuarterlyReport {
        let period: Period = text.parse().unwrap();
        let mut report = QuarterlyReport {
            format: super::super::REPORT_FORMAT,
            branch: "示例支部".to_owned(),
            quarter: period.last_quarter(),
            span: period.span(),
            version: 1,
            reason: None,
            as_of: period.last_day(),
            audit_head: String::new(),
            rule_set: None,
            mark: None,
            sections: std::collections::BTreeMap::new(),
        };
        report
            .put(&MembersSection { start, end, admitted: end.saturating_sub(start), ..MembersSection::default() })
            .unwrap();
        report
    }

    #[test]
    fn members_at_the_beginning_are_those_at_the_end_of_the_period_before() {
        let before = report("2026Q2", 40, 41);
        assert_eq!(contradictions(&report("2026Q3", 41, 44), Some(&before), &[]), Vec::<String>::new());
        let found = contradictions(&report("2026Q3", 42, 44), Some(&before), &[]);
        assert!(matches!(found.as_slice(), [one] if one.contains("42") && one.contains("2026年第二季度")), "{found:?}");
    }

    #[test]
    fn a_half_of_a_year_is_the_sum_of_its_signed_quarters() {
        let quarters = [report("2026Q1", 40, 41), report("2026Q2", 41, 43)];
        assert_eq!(contradictions(&report("2026H1", 40, 43), None, &quarters), Vec::<String>::new());
        let found = contradictions(&report("2026H1", 40, 44), None, &quarters);
        assert!(matches!(found.as_slice(), [one] if one.contains("发展人数合计 3，现在是 4")), "{found:?}");
        assert_eq!(contradictions(&report("2026H1", 40, 44), None, &quarters[1..]), Vec::<String>::new());
    }

    #[test]
    fn members_of_units_are_all_members() {
        let mut report = report("2026Q3", 5, 5);
        let unit = |count| ReportCount { label: "甲协会".to_owned(), count };
        report.put(&BranchSection { units: vec![unit(2), unit(3)], ..BranchSection::default() }).unwrap();
        assert_eq!(contradictions(&report, None, &[]), Vec::<String>::new());
        report.put(&BranchSection { units: vec![unit(2), unit(2)], ..BranchSection::default() }).unwrap();
        assert_eq!(contradictions(&report, None, &[]).len(), 1);
    }

    #[test]
    fn a_figure_stands_beside_what_it_was() {
        let figures = figures(&report("2026Q3", 41, 44), Some(&report("2026Q2", 40, 41)));
        let found =
            figures.iter().map(|figure| (figure.section.as_str(), figure.value.as_str(), figure.before.as_deref()));
        let (now, was) = ("44 人（正式 0，预备 0）", "41 人（正式 0，预备 0）");
        assert_eq!(found.collect::<Vec<_>>(), [("members", now, Some(was))]);
    }
}
