//! What a cell says.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use super::header::Layout;
use super::text::{shown, text};
use crate::outside::Cell;
use crate::roster::{
    EntryWay, ImportField, MemberKind, MemberRequest, Office, Offices, Particular, ParticularKind, Sex, Standing, save,
};
use crate::values::{IdNumber, IdNumberError, PartialDate, half_width};

/// A row as far as it could be read.
pub(super) struct Draft {
    /// What was read; the kind counts only when `given`.
    pub(super) record: MemberRequest,
    /// The fields the row has a value for. The others change nothing.
    pub(super) given: BTreeSet<ImportField>,
    /// What could not be read.
    pub(super) faults: Vec<Fault>,
    /// What is kept in another form: the field, and the text as written.
    pub(super) normalized: Vec<(ImportField, String)>,
    /// What the file has with its middle hidden, as our own export writes it.
    pub(super) masked: BTreeMap<ImportField, String>,
}

/// A cell that could not be read.
pub(super) struct Fault {
    /// E.g. `id_check_digit`.
    pub(super) code: &'static str,
    /// One Chinese sentence.
    pub(super) message: String,
    /// Its column's field.
    pub(super) field: ImportField,
    /// The row cannot come in; else only the cell is left out.
    pub(super) rejects: bool,
}

/// Reads a row of the body.
pub(super) fn read(row: &[Cell], layout: &Layout) -> Draft {
    let mut record = MemberRequest::new("", MemberKind::Full);
    let (mut given, mut faults) = (BTreeSet::new(), Vec::new());
    let (mut written, mut masked) = (Vec::new(), BTreeMap::new());
    for column in &layout.columns {
        let Some(field) = column.field else { continue };
        let cell = layout.cell(row, column);
        let text = text(cell);
        if text.is_empty() {
            continue;
        }
        if is_masked(field, &text) {
            masked.insert(field, half_width(&text));
            continue;
        }
        match set(&mut record, field, cell) {
            Ok(()) => {
                given.insert(field);
                written.push((field, text));
            }
            Err((code, message)) => faults.push(Fault { code, message, field, rejects: code != UNREADABLE }),
        }
    }
    // A place or a day says that the person is away or lost, unless the row says that it is not so.
    for (state, details, yes) in [
        (ImportField::IsLost, [ImportField::LostContactSince, ImportField::LostReason], &mut record.is_lost),
        (ImportField::IsMobile, [ImportField::MobileSince, ImportField::MobileDestination], &mut record.is_mobile),
    ] {
        if given.contains(&state) && !*yes {
            given.retain(|field| !details.contains(field));
        } else if details.iter().any(|field| given.contains(field)) {
            *yes = true;
            given.insert(state);
        }
    }
    // A list without kinds still says who is a full member: whoever was converted.
    let kind_is_silent = !given.contains(&ImportField::Kind) && !faults.iter().any(|f| f.field == ImportField::Kind);
    if kind_is_silent && given.contains(&ImportField::Converted) {
        given.insert(ImportField::Kind);
    }
    let record = save::normal(record);
    written.retain(|(field, written)| is_another_form(*field, written, &field.text(&record)));
    Draft { record, given, faults, normalized: written, masked }
}

/// Whether the middle of a number, or all of an address, is hidden behind asterisks.
fn is_masked(field: ImportField, text: &str) -> bool {
    let stars = match field {
        ImportField::IdNumber => "****",
        ImportField::Address => "***",
        ImportField::Mobile | ImportField::Landline | ImportField::Particular(Particular::OtherPhones) => "*",
        _ => return false,
    };
    half_width(text).contains(stars)
}

/// Whether what is kept looks different enough from what was written to be shown. That 汉 is 汉族, or 1990.5 is
/// 1990-05, would only be noise.
fn is_another_form(field: ImportField, written: &str, kept: &str) -> bool {
    let letter_by_letter = [ImportField::Name, ImportField::IdNumber, ImportField::Mobile, ImportField::Landline];
    written != kept && (letter_by_letter.contains(&field) || half_width(written) != written)
}

/// Only this cell is left out.
const UNREADABLE: &str = "value_unreadable";

type Refusal = (&'static str, String);

fn set(record: &mut MemberRequest, field: ImportField, cell: &Cell) -> Result<(), Refusal> {
    if let Cell::Error(error) = cell {
        return Err((UNREADABLE, format!("单元格里是错误值 {error},这一栏没有导入")));
    }
    let text = text(cell);
    match field {
        ImportField::Name => record.name = text,
        ImportField::BranchName => record.branch_name = text,
        ImportField::IdNumber => record.id_number = Some(id_number(cell)?),
        ImportField::Sex => record.sex = Some(one_of(&text, SEXES)?),
        ImportField::Ethnicity => record.ethnicity = text,
        ImportField::Birth => record.birth = Some(date(cell, "birth_invalid", "出生日期")?),
        ImportField::Education => record.education = text,
        ImportField::Kind => record.kind = kind(&text)?,
        ImportField::Joined => record.joined = Some(date(cell, "date_invalid", "入党日期")?),
        ImportField::Converted => record.converted = Some(date(cell, "date_invalid", "转正日期")?),
        ImportField::JobPosition => record.job_position = text,
        ImportField::Mobile => record.mobile = text,
        ImportField::Landline => record.landline = text,
        ImportField::Address => record.address = text,
        ImportField::Standing => record.standing = one_of(&text, STANDINGS)?,
        ImportField::IsLost => record.is_lost = one_of(&text, ANSWERS)?,
        ImportField::LostContactSince => {
            record.lost_contact_since = Some(date(cell, "date_invalid", "失去联系日期")?);
        }
        ImportField::LostReason => record.lost_reason = text,
        ImportField::IsMobile => record.is_mobile = one_of(&text, ANSWERS)?,
        ImportField::MobileSince => record.mobile_since = Some(date(cell, UNREADABLE, "外出日期")?),
        ImportField::MobileDestination => record.mobile_destination = text,
        ImportField::PartyGroup => record.party_group = text,
        ImportField::Office => record.offices = offices(&text)?,
        ImportField::Unit => record.unit = text,
        ImportField::EnteredOn => {
            let day = date(cell, UNREADABLE, "进入支部日期")?;
            let no_day = || (UNREADABLE, format!("进入支部日期“{day}”要写到日，这一栏没有导入"));
            record.entered_on = Some(day.exact().ok_or_else(no_day)?);
        }
        ImportField::EnteredHow => record.entered_how = one_of(&text, ENTRY_WAYS)?,
        ImportField::PartyAgeCorrectionMonths => record.party_age_correction_months = months(&text)?,
        ImportField::ProbationExtendedMonths => {
            let months = u32::try_from(months(&text)?).ok().filter(|months| *months == 0 || (6..=12).contains(months));
            let refusal = || (UNREADABLE, format!("延长预备期“{text}”不是 6 至 12 个月，这一栏没有导入"));
            record.probation_extended_months = months.ok_or_else(refusal)?;
        }
        ImportField::AttendanceNotRequired => record.attendance_not_required = one_of(&text, ANSWERS)?,
        ImportField::VoteSuspended => record.vote_suspended = one_of(&text, ANSWERS)?,
        ImportField::Note => record.note = text,
        ImportField::Particular(particular) => {
            let text = match particular.kind() {
                ParticularKind::Date => date(cell, UNREADABLE, particular.title())?.to_string(),
                ParticularKind::YesNo => if one_of(&text, ANSWERS)? { "是" } else { "否" }.to_owned(),
                ParticularKind::Text | ParticularKind::Choice => text,
            };
            record.particulars.set(particular, &text);
        }
    }
    Ok(())
}

const SEXES: &[(&[&str], Sex)] = &[(&["男", "男性", "1"], Sex::Male), (&["女", "女性", "2"], Sex::Female)];

const STANDINGS: &[(&[&str], Standing)] =
    &[(&["正常", "正常党籍"], Standing::Normal), (&["停止党籍", "停止"], Standing::Suspended)];

const ANSWERS: &[(&[&str], bool)] =
    &[(&["是", "√", "✓", "1", "Y", "TRUE"], true), (&["否", "不是", "×", "0", "N", "FALSE"], false)];

const OFFICES: &[(&[&str], Option<Office>)] = &[
    (&["书记", "支部书记", "党支部书记"], Some(Office::Secretary)),
    (&["副书记", "支部副书记", "党支部副书记"], Some(Office::DeputySecretary)),
    (&["组织委员"], Some(Office::Organization)),
    (&["宣传委员"], Some(Office::Publicity)),
    (&["纪检委员", "纪律检查委员"], Some(Office::Discipline)),
    (&["委员", "支部委员", "支委"], Some(Office::Member)),
    (&["党员", "普通党员", "无职务"], None),
];

/// As seen in the national system's exports, and as this program writes them.
const ENTRY_WAYS: &[(&[&str], EntryWay)] = &[
    (&["原有"], EntryWay::Original),
    (&["发展", "新发展", "本组织发展"], EntryWay::Admitted),
    (&["转入", "组织关系转入", "整建制转入"], EntryWay::MovedIn),
    (&["恢复党籍", "停止党籍人员恢复党籍", "错误开除党籍人员恢复党籍", "其他恢复党籍"], EntryWay::Restored),
    (&["其他", "其他原因添加"], EntryWay::Other),
];

/// `副书记、组织委员`, `副书记兼组织委员`, `普通党员`.
fn offices(text: &str) -> Result<Offices, Refusal> {
    let each = text.split(['、', '，', ',', '；', ';', '/', '\n', '兼']).map(str::trim).filter(|each| !each.is_empty());
    let read: Vec<_> = each.map(|each| one_of(each, OFFICES)).collect::<Result<_, _>>()?;
    Ok(read.into_iter().flatten().collect())
}

fn one_of<T: Copy>(text: &str, table: &[(&[&str], T)]) -> Result<T, Refusal> {
    let text = half_width(text).to_uppercase();
    let found = table.iter().find(|(words, _)| words.contains(&text.as_str())).map(|(_, value)| *value);
    found.ok_or_else(|| unread(&text))
}

fn unread(text: &str) -> Refusal {
    (UNREADABLE, format!("“{text}”没有读懂，这一栏没有导入"))
}

/// `6`, `6个月`, `-12`.
fn months(text: &str) -> Result<i32, Refusal> {
    let text = half_width(text);
    let number = text.trim_end_matches("个月").trim_end_matches('月').trim();
    let months = number.parse().ok().filter(|months: &i32| months.abs() <= 1200);
    months.ok_or_else(|| unread(&text))
}

/// 正式 or 预备, however it is called.
fn kind(text: &str) -> Result<MemberKind, Refusal> {
    let word = text.strip_prefix("中共").unwrap_or(text);
    match word {
        "正式党员" | "正式" | "党员" => Ok(MemberKind::Full),
        "预备党员" | "预备" => Ok(MemberKind::Probationary),
        _ => Err(("kind_unknown", format!("人员类别“{text}”不是正式党员，也不是预备党员"))),
    }
}

fn id_number(cell: &Cell) -> Result<IdNumber, Refusal> {
    let written = text(cell);
    // A number keeps 15 digits; of 18 the last three are gone for good. As text that number shows its exponent.
    let digits_lost = match cell {
        Cell::Number(number) => *number >= 1e15,
        _ => written.to_ascii_uppercase().contains("E+"),
    };
    if digits_lost {
        let message = "身份证号在表格里存成了数字，后几位已丢失；请把这一栏设为文本后重新填写".to_owned();
        return Err(("id_digits_lost", message));
    }
    IdNumber::parse(&written).map_err(|error| {
        let code = if error == IdNumberError::CheckDigit { "id_check_digit" } else { "id_invalid" };
        (code, error.to_string())
    })
}

fn date(cell: &Cell, code: &'static str, name: &str) -> Result<PartialDate, Refusal> {
    let read = match cell {
        Cell::Date(moment) => Some(PartialDate::day(moment.date())),
        Cell::Number(number) => date_of_number(*number),
        _ => return PartialDate::read(&text(cell)).map_err(|error| (code, format!("{name}:{error}"))),
    };
    read.ok_or_else(|| (code, format!("{name}“{}”读不出是哪一天，请改成 1990-05-03 这样的文本", shown(cell))))
}

/// A date in a cell of numbers: `19900503`, `199005`, `1990`, `1990.05`, or the days that a spreadsheet counts from
/// 1899-12-30. `1990.1` may have been January or, its zero lost, October: it is not guessed.
fn date_of_number(number: f64) -> Option<PartialDate> {
    if number.fract() == 0.0 && (10_000.0..100_000.0).contains(&number) {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // the range was just checked
        let days = Days::new(number as u64);
        return NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(days).map(PartialDate::day);
    }
    let text = number.to_string();
    if text.ends_with(".1") {
        return None;
    }
    PartialDate::read(&text).ok()
}
