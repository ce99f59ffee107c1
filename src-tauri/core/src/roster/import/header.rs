//! Where the header stands, and what each column stands for.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::{shown, text};
use crate::outside::Cell;
use crate::roster::{ImportColumn, ImportField, Particular};
use crate::values::half_width;

/// Titles in use for each field, the surest first: where two columns could stand for a field (手机号码 and 联系电话),
/// the surer one does.
const TITLES: &[(ImportField, &[&str])] = &[
    (ImportField::Name, &["姓名", "党员姓名", "名字"]),
    (
        ImportField::BranchName,
        &["所在党支部", "组织关系所在党支部", "所在党组织", "所在支部", "所属党支部", "党支部名称", "党支部"],
    ),
    (
        ImportField::IdNumber,
        &[
            "公民身份号码",
            "公民身份证号",
            "公民身份证号码",
            "身份证号码",
            "身份证号",
            "居民身份证号码",
            "居民身份证号",
            "证件号码",
            "身份证",
        ],
    ),
    (ImportField::Sex, &["性别"]),
    (ImportField::Ethnicity, &["民族"]),
    (ImportField::Birth, &["出生日期", "出生年月日", "出生年月", "出生时间", "生日", "出生"]),
    (ImportField::Education, &["学历", "最高学历", "文化程度"]),
    (ImportField::Kind, &["人员类别", "党员类别", "党员类型", "党员身份", "类别"]),
    (
        ImportField::Joined,
        &["加入党组织日期", "入党日期", "入党时间", "加入党组织时间", "加入中共组织日期", "入党年月"],
    ),
    (ImportField::Converted, &["转为正式党员日期", "转正日期", "转正时间", "转为正式党员时间", "转正年月"]),
    (ImportField::JobPosition, &["工作岗位", "岗位", "工作单位及职务", "单位及职务"]),
    (
        ImportField::Mobile,
        &["手机号码", "手机号", "手机", "移动电话", "联系手机", "联系电话", "联系方式", "电话号码", "电话"],
    ),
    (ImportField::Landline, &["固定电话", "座机", "固话", "办公电话"]),
    (ImportField::Address, &["家庭住址", "现居住地", "家庭地址", "居住地址", "住址", "地址"]),
    (ImportField::Standing, &["党籍状态"]),
    (ImportField::IsLost, &["是否为失联党员", "是否失联党员", "是否失联", "失联党员"]),
    (ImportField::LostContactSince, &["失去联系日期", "失去联系时间", "失联日期", "失联时间"]),
    (ImportField::LostReason, &["失去联系情形", "失联情形", "失联原因"]),
    (ImportField::IsMobile, &["是否为流动党员", "是否流动党员", "是否流动", "流动党员"]),
    (ImportField::MobileSince, &["外出日期", "外出时间", "流动日期"]),
    (ImportField::MobileDestination, &["外出流向", "流动去向", "外出地点", "流向"]),
    (ImportField::PartyGroup, &["党小组", "所在党小组", "所属党小组"]),
    (ImportField::Office, &["党内职务", "支部职务", "党支部职务", "党内职务名称"]),
    (ImportField::Unit, &["联合支部单位名称", "联合支部所在单位", "所在单位", "所属单位"]),
    (ImportField::EnteredOn, &["组织关系转入时间", "进入支部日期", "转入支部日期", "转入时间"]),
    (ImportField::EnteredHow, &["进入方式", "来源", "进入本系统类型"]),
    (ImportField::PartyAgeCorrectionMonths, &["党龄校正值", "党龄校正值（月）"]),
    (ImportField::ProbationExtendedMonths, &["延长预备期时间", "延长预备期"]),
    (ImportField::Note, &["备注", "备注1"]),
];

/// The titles of every field: of those that rules read, then of the particulars.
fn all_titles() -> impl Iterator<Item = (ImportField, Vec<&'static str>)> {
    let particulars = Particular::ALL.iter().map(|particular| {
        let titles = std::iter::once(particular.title()).chain(particular.other_titles().iter().copied());
        (ImportField::Particular(*particular), titles.collect())
    });
    TITLES.iter().map(|(field, titles)| (*field, titles.to_vec())).chain(particulars)
}

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

/// A title stands in the first rows of a sheet.
const HEADER_WITHIN: usize = 50;

/// Where the header stands and what each column stands for.
pub(super) struct Layout {
    /// The header's row, from 1.
    pub(super) header_row: u32,
    /// Its columns.
    pub(super) columns: Vec<ImportColumn>,
    /// Index of the first row below the header.
    first: usize,
}

/// Finds the header: the row that names the person and most other fields. `by_hand` goes before what the titles say.
/// `None` when no column holds the name.
pub(super) fn find(rows: &[Vec<Cell>], by_hand: &BTreeMap<u32, Option<ImportField>>) -> Option<Layout> {
    let name_by_hand = by_hand.values().any(|field| *field == Some(ImportField::Name));
    let mut best: Option<(usize, usize)> = None;
    for (index, row) in rows.iter().take(HEADER_WITHIN).enumerate() {
        let known = fields_in(&titles(row));
        let counts =
            known.contains(&ImportField::Name) || (name_by_hand && !row.iter().all(|cell| text(cell).is_empty()));
        if counts && best.is_none_or(|(_, most)| known.len() > most) {
            best = Some((index, known.len()));
        }
    }
    let (header, _) = best?;
    let mut titles = titles(&rows[header]);
    let mut first = header + 1;
    if let Some(second) = rows.get(first).and_then(|row| second_header(&titles, row)) {
        titles = second;
        first += 1;
    }
    let fields = assign(&titles, by_hand);
    if !fields.contains(&Some(ImportField::Name)) {
        return None;
    }
    let columns = titles.iter().zip(fields).enumerate().map(|(index, (title, field))| ImportColumn {
        index: u32::try_from(index).unwrap_or(u32::MAX),
        header: title.clone(),
        field,
        example: rows[first..]
            .iter()
            .filter_map(|row| row.get(index))
            .map(shown)
            .find(|text| !text.is_empty())
            .unwrap_or_default(),
    });
    let columns = columns.filter(|column| !column.header.is_empty() || column.field.is_some()).collect();
    Some(Layout { header_row: u32::try_from(header + 1).unwrap_or(u32::MAX), columns, first })
}

impl Layout {
    /// The rows that hold people, with their numbers in the sheet: not blank in every column that is read, not a
    /// footer, not the header once more on a new page.
    pub(super) fn body<'a>(&self, rows: &'a [Vec<Cell>]) -> Vec<(u32, &'a [Cell])> {
        let body = rows.iter().enumerate().skip(self.first).filter(|(_, row)| {
            let read = self.columns.iter().filter(|column| column.field.is_some());
            let filled = read.filter(|column| !text(self.cell(row, column)).is_empty()).count();
            filled > 0 && !is_footer(row) && !self.is_header_again(row)
        });
        body.filter_map(|(index, row)| Some((u32::try_from(index + 1).ok()?, row.as_slice()))).collect()
    }

    /// The row's cell in a column; rows may end early.
    pub(super) fn cell<'a>(&self, row: &'a [Cell], column: &ImportColumn) -> &'a Cell {
        row.get(column.index as usize).unwrap_or(&Cell::Empty)
    }

    fn is_header_again(&self, row: &[Cell]) -> bool {
        let mut read = self.columns.iter().filter(|column| column.field.is_some());
        read.all(|column| [String::new(), normal(&column.header)].contains(&normal(&shown(self.cell(row, column)))))
    }
}

fn is_footer(row: &[Cell]) -> bool {
    let mut filled = row.iter().map(shown).filter(|text| !text.is_empty());
    let footer = filled.next().is_some_and(|first| {
        let first = normal_spaces(&first);
        FOOTERS.iter().any(|word| first.starts_with(word))
    });
    footer && filled.count() <= 4
}

/// The titles once more when the header has a second row: it leaves the name's cell empty and names known fields
/// under a common title (联系方式: 手机号 | 固定电话).
fn second_header(titles: &[String], row: &[Cell]) -> Option<Vec<String>> {
    let below = self::titles(row);
    let is_name = |title: &String| field_of(title) == Some(ImportField::Name);
    let name = titles.iter().position(is_name)?;
    let empty_under_name = below.get(name).is_none_or(String::is_empty);
    if !empty_under_name || fields_in(&below).is_empty() {
        return None;
    }
    let length = titles.len().max(below.len());
    let lower_or_upper = |column| {
        [&below[..], titles].iter().filter_map(|row| row.get(column)).find(|title: &&String| !title.is_empty())
    };
    Some((0..length).map(|column| lower_or_upper(column).cloned().unwrap_or_default()).collect())
}

/// What each column stands for: as assigned by hand, else the surest title of each field, the leftmost of equals.
fn assign(titles: &[String], by_hand: &BTreeMap<u32, Option<ImportField>>) -> Vec<Option<ImportField>> {
    let titles: Vec<String> = titles.iter().map(|title| normal(title)).collect();
    let mut columns = vec![None; titles.len()];
    for (column, field) in by_hand {
        if let Some(place) = columns.get_mut(*column as usize) {
            *place = *field;
        }
    }
    let free = |column: usize| !by_hand.contains_key(&u32::try_from(column).unwrap_or(u32::MAX));
    for (field, names) in all_titles() {
        if columns.contains(&Some(field)) {
            continue;
        }
        let mut places = names
            .into_iter()
            .filter_map(|name| titles.iter().enumerate().position(|(column, title)| title == name && free(column)));
        if let Some(column) = places.next() {
            columns[column] = Some(field);
        }
    }
    columns
}

/// The cells as titles.
fn titles(row: &[Cell]) -> Vec<String> {
    row.iter().map(|cell| shown(cell).trim().to_owned()).collect()
}

/// The fields that at least one title stands for.
fn fields_in(titles: &[String]) -> BTreeSet<ImportField> {
    titles.iter().filter_map(|title| field_of(title)).collect()
}

fn field_of(title: &str) -> Option<ImportField> {
    let title = normal(title);
    all_titles().find(|(_, names)| names.contains(&title.as_str())).map(|(field, _)| field)
}

/// A title without blanks, line breaks, asterisks, colons, and what stands in brackets: `*入党日期 (必填)`.
fn normal(title: &str) -> String {
    let title = half_width(title);
    let title = title.split('(').next().unwrap_or_default();
    title.chars().filter(|c| !c.is_whitespace() && !"*:".contains(*c)).collect()
}

/// Ordinary signs and no blanks.
fn normal_spaces(text: &str) -> String {
    half_width(text).replace(char::is_whitespace, "")
}
