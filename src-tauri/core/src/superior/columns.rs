//! What of a report is summed: whole numbers, each read from one place of `report.json`.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{SuperiorColumn, SuperiorRow};
use crate::reports::{QuarterlyReport, WrittenSection};

/// Whole numbers by the key of their column.
pub type Figures = BTreeMap<String, i64>;

/// A column: where its number stands in a section of the report.
pub(crate) struct Column {
    pub(crate) key: &'static str,
    pub(crate) title: &'static str,
    pub(crate) is_money: bool,
    section: &'static str,
    take: Take,
}

enum Take {
    /// The number in a field.
    Field(&'static str),
    /// How many lines a list has.
    Lines(&'static str),
    /// How many lines of a list say yes in a field.
    Yes(&'static str, &'static str),
    /// A field, over the lines of a list.
    Sum(&'static str, &'static str),
}

use Take::{Field, Lines, Sum, Yes};

/// Every column, in the order of the tables.
pub(crate) const COLUMNS: &[Column] = &[
    count("members", "党员人数", "members", Field("end")),
    count("full", "正式党员", "members", Field("full")),
    count("probationary", "预备党员", "members", Field("probationary")),
    count("admitted", "本期发展", "members", Field("admitted")),
    count("moved_in", "转入", "members", Field("moved_in")),
    count("moved_out", "转出", "members", Field("moved_out")),
    count("meetings_held", "召开会议次数", "meetings", Yes("meetings", "held")),
    count("meetings_lacking", "应开未开次数", "meetings", Sum("kinds", "lacking")),
    count("attendance_expected", "应到人次", "meetings", Sum("meetings", "expected")),
    count("attendance_present", "实到人次", "meetings", Sum("meetings", "present")),
    count("developing", "在办发展档案", "development", Lines("files")),
    count("study_sessions", "学习次数", "study", Field("sessions")),
    count("study_reached", "学时达标人数", "study", Field("reached")),
    count("study_not_reached", "学时未达标人数", "study", Field("not_reached")),
    money("dues_owed", "应交党费", "dues", Field("owed")),
    money("dues_paid", "实交党费", "dues", Field("paid")),
    count("dues_in_arrears", "欠交人数", "dues", Field("in_arrears")),
    money("dues_lacking", "欠交金额", "dues", Field("lacking")),
    count("findings", "待办和逾期事项", "findings", Lines("findings")),
];

const fn count(key: &'static str, title: &'static str, section: &'static str, take: Take) -> Column {
    Column { key, title, is_money: false, section, take }
}

const fn money(key: &'static str, title: &'static str, section: &'static str, take: Take) -> Column {
    Column { key, title, is_money: true, section, take }
}

impl Column {
    /// The number in a report; `None` where the report has none.
    fn of(&self, report: &QuarterlyReport) -> Option<i64> {
        let section = report.sections.get(self.section)?;
        match self.take {
            Field(field) => section.fields.get(field)?.as_i64(),
            Lines(list) => lines(section, list).map(|lines| count_of(lines.len())),
            Yes(list, field) => {
                let says_yes = |line: &&Value| line.get(field) == Some(&Value::Bool(true));
                lines(section, list).map(|lines| count_of(lines.iter().filter(says_yes).count()))
            }
            Sum(list, field) => {
                let number = |line: &Value| line.get(field).and_then(Value::as_i64);
                lines(section, list)?.iter().map(number).try_fold(0_i64, |sum, number| sum.checked_add(number?))
            }
        }
    }

    /// Its heading in a sheet, with the unit of an amount.
    pub(super) fn heading(&self) -> String {
        if self.is_money { format!("{}（元）", self.title) } else { self.title.to_owned() }
    }

    /// The number as it is written down: an amount in yuan.
    pub(crate) fn written(&self, number: i64) -> String {
        if !self.is_money {
            return number.to_string();
        }
        let (sign, fen) = (if number < 0 { "-" } else { "" }, number.unsigned_abs());
        format!("{sign}{}.{:02}", fen / 100, fen % 100)
    }
}

fn lines<'a>(section: &'a WrittenSection, list: &str) -> Option<&'a Vec<Value>> {
    section.fields.get(list)?.as_array()
}

fn count_of(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// The figures of a report.
pub(crate) fn figures(report: &QuarterlyReport) -> Figures {
    COLUMNS.iter().filter_map(|column| Some((column.key.to_owned(), column.of(report)?))).collect()
}

/// Every column with its sum over these branches. A sum that is too large stays at the largest number there is: nobody's
/// report can make it small again.
pub(super) fn summed(rows: &[SuperiorRow]) -> Vec<SuperiorColumn> {
    let of = |column: &Column| {
        let numbers = rows.iter().filter_map(|row| row.report.as_ref()?.figures.get(column.key));
        let (sum, count) =
            numbers.fold((0_i64, 0_u32), |(sum, count), number| (sum.saturating_add(*number), count + 1));
        SuperiorColumn {
            key: column.key.to_owned(),
            title: column.title.to_owned(),
            is_money: column.is_money,
            sum,
            count,
        }
    };
    COLUMNS.iter().map(of).collect()
}

/// What can be summed, in the order of the tables, with sums of nothing.
pub fn columns() -> Vec<SuperiorColumn> {
    summed(&[])
}
