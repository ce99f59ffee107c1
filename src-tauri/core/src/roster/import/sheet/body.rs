//! Which rows of a sheet hold people: not titles, not footers, not the header once more, not another table below.

use std::ops::RangeInclusive;

use super::header::{fields_in, is_blank, number, titles};
use crate::outside::Cell;
use crate::roster::import::cells::leaving;
use crate::roster::import::cells::membership::Watched;
use crate::roster::import::cells::text::{shown, text};
use crate::roster::import::cells::words;
use crate::roster::import::titles::{is_name_title, normal};
use crate::roster::{ImportColumn, ImportField, MemberKind};
use crate::values::half_width;

/// Words with which a row below the list begins.
const FOOTERS: &[&str] = &[
    "合计",
    "总计",
    "共计",
    "小计",
    "制表",
    "填表",
    "填报",
    "审核",
    "审批",
    "负责人",
    "说明",
    "注:",
    "备注:",
    "联系人",
];

/// Where the header stands and what each column stands for.
pub(in crate::roster::import) struct Layout {
    /// The header's row, from 1.
    pub(in crate::roster::import) header_row: u32,
    /// Its columns.
    pub(in crate::roster::import) columns: Vec<ImportColumn>,
    /// Columns that tell who is no member, whether they are imported or not.
    pub(in crate::roster::import) watched: Vec<Watched>,
    /// The title of a column that is called 转正 and is not the Party's.
    pub(in crate::roster::import) job_conversion: Option<String>,
    /// A list of staff, where a 转正 that does not fit the joining is the job's.
    pub(in crate::roster::import) is_staff_list: bool,
    /// Every column's title, also those without one.
    pub(in crate::roster::import) titles: Vec<String>,
    /// Index of the first row below the header.
    pub(in crate::roster::import) first: usize,
    /// The kind that the sheet's own name says of everybody in it.
    pub(in crate::roster::import) kind_of_sheet: Option<MemberKind>,
    /// The line, or the sheet's name, that says of everybody that they have left or are no members.
    pub(in crate::roster::import) whole_of_others: Option<String>,
    /// By how many months a probation can be extended (D24).
    pub(in crate::roster::import) extension: RangeInclusive<u32>,
}

/// A row that holds a person.
pub(in crate::roster::import) struct Person<'a> {
    /// The sheet's row, from 1.
    pub(in crate::roster::import) row: u32,
    /// Its cells.
    pub(in crate::roster::import) cells: &'a [Cell],
    /// The kind that a line above says of all below it: 二、预备党员.
    pub(in crate::roster::import) kind: Option<MemberKind>,
}

/// The rows below the header.
#[derive(Default)]
pub(in crate::roster::import) struct Body<'a> {
    /// Those that hold people.
    pub(in crate::roster::import) people: Vec<Person<'a>>,
    /// What was left out, one sentence each.
    pub(in crate::roster::import) left_out: Vec<String>,
}

/// Rows that are not read, and what stands above them.
struct Gap {
    from: u32,
    to: u32,
    title: String,
    /// Lines above it may bring the table back; another header does not.
    has_own_header: bool,
}

/// What a line across the sheet says of the rows below it.
pub(super) enum Section {
    /// Members, perhaps all of one kind.
    Members(Option<MemberKind>),
    /// People who are none.
    Others,
}

impl Layout {
    /// A column holds the name.
    pub(in crate::roster::import) fn has_name(&self) -> bool {
        self.columns.iter().any(|column| column.field == Some(ImportField::Name))
    }

    /// The column that stands for a field.
    pub(super) fn column_of(&self, field: ImportField) -> Option<usize> {
        self.columns.iter().find(|column| column.field == Some(field)).map(|column| column.index as usize)
    }

    /// The row's cell in a column; rows may end early.
    pub(in crate::roster::import) fn cell<'a>(&self, row: &'a [Cell], column: &ImportColumn) -> &'a Cell {
        row.get(column.index as usize).unwrap_or(&Cell::Empty)
    }

    /// The rows that hold people, with their numbers in the sheet: not blank in every column that is read, not a footer,
    /// not the header once more on a new page, and nothing of another table.
    pub(in crate::roster::import) fn body<'a>(&self, rows: &'a [Vec<Cell>]) -> Body<'a> {
        let mut body = Body::default();
        body.left_out.extend(self.table_above(rows));
        let mut kind = self.kind_above(rows);
        let mut gap: Option<Gap> = None;
        let mut groups: Vec<String> = Vec::new();
        // The last line across the sheet, directly above.
        let mut line: Option<(u32, String)> = None;
        for (index, row) in rows.iter().enumerate().skip(self.first) {
            let here = number(index + 1);
            let remarked = section_in_a_remark(row);
            if is_blank(row) || (is_footer(row) && remarked.is_none()) {
                continue;
            }
            if let Some((title, section)) = section(row).or_else(|| section_beside_a_number(row)).or(remarked) {
                match (section, &mut gap) {
                    (Section::Members(of), None) => kind = of,
                    (Section::Members(of), Some(open)) if !open.has_own_header => {
                        body.left_out.extend(gap.take().map(Gap::sentence));
                        kind = of;
                    }
                    (_, Some(open)) => open.to = here,
                    (Section::Others, None) => {
                        gap = Some(Gap { from: here, to: here, title: title.clone(), has_own_header: false });
                    }
                }
                line = Some((here, title));
                continue;
            }
            let above = line.take();
            if self.is_header_again(row) {
                // Under a line that says so the table goes on.
                if let Some((_, Section::Members(of))) = above.as_ref().and_then(|(_, title)| heading(title)) {
                    body.left_out.extend(gap.take().map(Gap::sentence));
                    kind = of;
                }
                continue;
            }
            if let Some(open) = &mut gap {
                open.has_own_header |= is_other_header(row, &self.titles);
                open.to = here;
                continue;
            }
            if is_other_header(row, &self.titles) {
                let (from, title) = above.unwrap_or((here, String::new()));
                gap = Some(Gap { from, to: here, title, has_own_header: true });
                continue;
            }
            if let Some(group) = group_line(row) {
                groups.push(format!("第 {here} 行“{group}”"));
                continue;
            }
            let mut read = self.columns.iter().filter(|column| column.field.is_some());
            if read.any(|column| !text(self.cell(row, column)).is_empty()) {
                body.people.push(Person { row: here, cells: row.as_slice(), kind });
            }
        }
        body.left_out.extend(gap.map(Gap::sentence));
        if !groups.is_empty() {
            let groups = groups.join("、");
            body.left_out.push(format!("{groups}不是一个人，没有读入；要按它分党小组的，请加一栏“党小组”"));
        }
        body
    }

    /// What is said of everybody, where a line above the header says that they have left or are no members: 已转出党员名册.
    pub(in crate::roster::import) fn others_above(&self, rows: &[Vec<Cell>], sheet: &str) -> Option<String> {
        let above = rows.iter().take(self.header_row.saturating_sub(1) as usize).filter_map(|row| section(row));
        let lines: Vec<(String, Section)> = above.chain(heading(sheet)).collect();
        let only_others = lines.iter().all(|(_, section)| matches!(section, Section::Others));
        lines.into_iter().next().filter(|_| only_others).map(|(title, _)| title)
    }

    /// The kind of everybody below, where the lines above the header say it: 预备党员名单.
    fn kind_above(&self, rows: &[Vec<Cell>]) -> Option<MemberKind> {
        let above = rows.iter().take(self.header_row.saturating_sub(1) as usize);
        let last = above.filter_map(|row| section(row)).next_back();
        if let Some((_, Section::Members(kind))) = last { kind.or(self.kind_of_sheet) } else { self.kind_of_sheet }
    }

    /// What another table above the header would say.
    fn table_above(&self, rows: &[Vec<Cell>]) -> Option<String> {
        let above = rows.get(..self.header_row.saturating_sub(1) as usize)?;
        let header = above.iter().position(|row| is_other_header(row, &self.titles))?;
        let line = header.checked_sub(1).filter(|line| above.get(*line).and_then(|row| section(row)).is_some());
        let title = line.and_then(|line| above.get(line)).and_then(|row| section(row)).map(|(title, _)| title);
        let from = number(line.unwrap_or(header) + 1);
        let to =
            above.iter().rposition(|row| !is_blank(row) && section(row).is_none()).map_or(from, |to| number(to + 1));
        Some(Gap { from, to, title: title.unwrap_or_default(), has_own_header: true }.sentence())
    }

    fn is_header_again(&self, row: &[Cell]) -> bool {
        let mut read = self.columns.iter().filter(|column| column.field.is_some());
        read.all(|column| [String::new(), normal(&column.header)].contains(&normal(&shown(self.cell(row, column)))))
    }
}

impl Gap {
    fn sentence(self) -> String {
        let Self { from, to, title, .. } = self;
        let rows = if from == to { format!("第 {from} 行") } else { format!("第 {from} 至 {to} 行") };
        if title.is_empty() {
            format!("{rows}是另一张表，没有读入。要导入的话，请把它放到单独的工作表里")
        } else {
            format!("{rows}是另一张表（{title}），没有读入")
        }
    }
}

/// The rows up to the next header, for looking at what the columns hold.
pub(super) fn until_next_table<'a>(rows: &'a [Vec<Cell>], first: usize, titles: &[String]) -> Vec<&'a [Cell]> {
    let below = rows.iter().skip(first).map(Vec::as_slice);
    below
        .take_while(|row| !is_other_header(row, titles))
        .filter(|row| !is_footer(row) && section(row).is_none())
        .collect()
}

/// Whether the row is a header, and not the one of the table that is read.
fn is_other_header(row: &[Cell], own: &[String]) -> bool {
    // Quickly past rows of people: no title has the digits of a date or a number.
    let is_title = |cell: &Cell| match cell {
        Cell::Empty => true,
        Cell::Text(text) => text.bytes().filter(u8::is_ascii_digit).count() < 6,
        _ => false,
    };
    if !row.iter().all(is_title) {
        return false;
    }
    let titles = titles(row);
    let known = fields_in(&titles);
    // 姓名, or in the column of names what people who are no members are called: few other titles of theirs are ours.
    let is_name = |title: &String| title.chars().count() <= 8 && normal(title).ends_with("姓名");
    let name = own.iter().position(|title| is_name_title(title));
    let is_other = |title: &String| OTHER_HEADS.contains(&normal(title).as_str());
    let has_head = titles.iter().any(is_name) || name.and_then(|name| titles.get(name)).is_some_and(is_other);
    let several = titles.iter().filter(|title| !title.is_empty()).count() > 1;
    let is_own = || {
        let own: Vec<String> = own.iter().map(|title| normal(title)).filter(|title| !title.is_empty()).collect();
        titles.iter().map(|title| normal(title)).filter(|title| !title.is_empty()).all(|title| own.contains(&title))
    };
    (known.len() >= 3 || has_head && several) && !is_own()
}

/// A line across the sheet that says whom the rows below it are about: one short text, alone in its row or in each cell of
/// a merge.
pub(super) fn section(row: &[Cell]) -> Option<(String, Section)> {
    let mut texts = row.iter().filter(|cell| !matches!(cell, Cell::Empty)).map(shown).filter(|text| !text.is_empty());
    let title = texts.next()?;
    if texts.any(|other| other != title) || !(2..=30).contains(&title.chars().count()) {
        return None;
    }
    heading(&title)
}

/// The kind that a sheet's name says of everybody in it: 预备党员.
pub(in crate::roster::import) fn kind_said(name: &str) -> Option<MemberKind> {
    if let Some((_, Section::Members(kind))) = heading(name) { kind } else { None }
}

/// A line as in [`section`] with a number before it: 二｜外单位挂靠人员.
fn section_beside_a_number(row: &[Cell]) -> Option<(String, Section)> {
    let texts: Vec<String> = row.iter().map(shown).filter(|text| !text.is_empty()).collect();
    let [number, title] = texts.as_slice() else { return None };
    let counts = number.chars().count() <= 2 && number.chars().all(|c| "一二三四五六七八九十".contains(c));
    heading(title).filter(|_| counts)
}

/// A line as in [`section`] that begins like a footer: 备注：以下为积极分子.
fn section_in_a_remark(row: &[Cell]) -> Option<(String, Section)> {
    let mut texts = row.iter().map(shown).filter(|text| !text.is_empty());
    let (line, None) = (half_width(&texts.next()?), texts.next()) else { return None };
    let words = ["备注:", "注:", "说明:"].iter().find_map(|start| line.strip_prefix(start))?.trim();
    let words = words.strip_prefix("以下").or_else(|| words.strip_prefix("下列"))?;
    let words = words.trim_start_matches(['为', '是', '系']);
    let is_others = OTHERS.iter().any(|word| words.contains(word)) || leaving::tells_of_leaving(words);
    is_others.then(|| (line.clone(), Section::Others))
}

/// A line that names a party group and nobody: 第一党小组.
fn group_line(row: &[Cell]) -> Option<String> {
    let mut texts = row.iter().map(shown).filter(|text| !text.is_empty());
    let title = texts.next()?;
    let counted = title.starts_with('第')
        || title.starts_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    let is_group = title.contains("党小组") || counted && (title.ends_with('组') || title.ends_with("支部"));
    (is_group && title.chars().count() <= 20 && texts.all(|other| other == title)).then_some(title)
}

/// As a list of people who are no members may call its column of names.
const OTHER_HEADS: &[&str] =
    &["积极分子", "入党积极分子", "发展对象", "申请人", "入党申请人", "群众", "团员", "党员姓名", "名字"];

/// People who are no members, as lines above them call them.
const OTHERS: &[&str] =
    &["积极分子", "发展对象", "申请人", "群众", "团员", "培养对象", "培养人选", "拟发展", "申请入党"];

/// Whether a line is about people whose membership is kept by another branch.
fn is_elsewhere(words: &str) -> bool {
    ["组织关系不在", "关系不在本", "非本支部", "挂靠", "外单位", "其他单位", "流入党员", "停止党籍"]
        .iter()
        .any(|word| words.contains(word))
}

/// See [`section`].
fn heading(title: &str) -> Option<(String, Section)> {
    let words: String = half_width(title).chars().filter(|c| !c.is_whitespace()).collect();
    let words = words.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十、.()".contains(c));
    let has = |word: &str| words.contains(word);
    let is_heading = ["名单", "名册", "情况", "一览", "花名", "信息", "表"].iter().any(|word| has(word))
        || words::meaning(words.trim_end_matches(|c: char| c.is_ascii_digit() || "人名:()共".contains(c))).is_some()
        || words != title
        || OTHERS.iter().any(|word| words.starts_with(word))
        || is_elsewhere(words);
    if !is_heading {
        return None;
    }
    // 党员名册（含转出）holds the others as well.
    let elsewhere = (leaving::tells_of_leaving(words) || is_elsewhere(words)) && !has("含");
    if elsewhere {
        return Some((title.to_owned(), Section::Others));
    }
    let others = OTHERS.iter().any(|word| has(word));
    let section = match (has("预备党员"), has("正式党员")) {
        (false, false) if others => Section::Others,
        (true, false) => Section::Members(Some(MemberKind::Probationary)),
        (false, true) => Section::Members(Some(MemberKind::Full)),
        _ if has("党员") => Section::Members(None),
        _ => return None,
    };
    Some((title.to_owned(), section))
}

/// Remarks below a list that say of somebody that they have left: 注：路小舟已于2025年转出.
pub(in crate::roster::import) fn remarks_below(rows: &[Vec<Cell>], first: usize) -> impl Iterator<Item = String> {
    let footers = rows.iter().skip(first).filter(|row| is_footer(row));
    footers.flat_map(|row| row.iter().map(shown)).filter(|text| leaving::tells_of_leaving(text))
}

pub(super) fn is_footer(row: &[Cell]) -> bool {
    let mut filled = row.iter().map(shown).filter(|text| !text.is_empty());
    let footer = filled.next().is_some_and(|first| {
        let first = half_width(&first).replace(char::is_whitespace, "");
        FOOTERS.iter().any(|word| first.starts_with(word))
    });
    footer && filled.count() <= 4
}
