//! What dues need on paper: the register by month, quarter and year, the yearly publication (F13), the statement to the
//! superior, a receipt.

use chrono::Datelike;

use super::accounts::Accounts;
use super::ledger::{ledger_of, total};
use super::year::{Rows, months_of};
use super::{
    DuesCell, DuesEntryRow, DuesError, DuesLedger, DuesPayment, DuesPaymentId, DuesRow, DuesState, DuesSum, DuesUse,
    rate, store,
};
use crate::desk::{Door, Letterhead};
use crate::outside::{Block, Column, Fact, Page, Place, Writing};
use crate::paper::{Drawn, papers};
use crate::roster;
use crate::values::numerals::capitals;
use crate::values::{Fen, Month, Room, date_title};
use crate::vault::Reader;

papers! {
    /// The papers of dues.
    DuesPaper, DuesError;
    /// 党费收缴登记表 of a month, a quarter or a year
    DuesRegister { from: Month, to: Month } = register;
    /// 党费收缴、使用情况公布
    DuesPublicationSheet { year: i32 } = publication;
    /// 党费收缴、上缴和使用情况表, to the superior
    DuesStatement { year: i32 } = statement;
    /// 党费收据
    DuesReceipt { payment: DuesPaymentId } = receipt;
}

const ROOMS: &[Room] = &[Room::Dues, Room::Roster, Room::Branch, Room::Settings];

/// Months that have columns of their own; of more than these quarters have.
const MONTHS_ABREAST: usize = 3;

fn writing(title: String, head: &Letterhead, blocks: Vec<Block>) -> Writing {
    let mut all = vec![Block::Title { lines: vec![head.branch.clone(), title.clone()] }];
    all.extend(blocks);
    Writing { title, branch: head.branch.clone(), page: Page::Form, blocks: all }
}

fn register(door: &Door<'_>, from: Month, to: Month) -> Result<Drawn, DuesError> {
    let to = to.min(from.later(11));
    let months: Vec<_> = from.through(to).collect();
    let today = door.today();
    let (head, rows, table) = door.read(|reader| {
        let accounts = Accounts::of(reader, door.rules, (from, to), today)?;
        let rows = Rows::of(&accounts, &months);
        let rate = |(row, _): &(DuesRow, _)| {
            let base = accounts.base(row.member, to).or(row.base.as_ref());
            base.map(|base| rate::title(base, door.rules, to)).unwrap_or_default()
        };
        let rates: Vec<_> = rows.0.iter().map(rate).collect();
        let table = match months.as_slice() {
            [month] => of_month(&rows, &rates, &paid_on(reader, &rows, *month)?),
            _ => of_months(&rows, &rates, &months),
        };
        Ok::<_, DuesError>(((door.letterhead)(reader, today)?, rows, table))
    })?;
    if rows.0.is_empty() {
        return Err(DuesError::NobodyOwes(span_title(from, to)));
    }
    let title = format!("党费收缴登记表（{}）", span_title(from, to));
    let blocks = vec![table, Block::hands(["党支部书记", "收款人"], None)];
    Ok(Drawn::writing(writing(title, &head, blocks), ROOMS).listing(rows.0.len()))
}

/// When, in which way and to whom each paid for a month; of several payments the last.
fn paid_on(reader: &Reader<'_>, rows: &Rows, month: Month) -> Result<Vec<[String; 3]>, DuesError> {
    let payment = |(row, _): &(DuesRow, _)| {
        let last = store::payments_for(reader, row.member, month)?.pop();
        let payment = match last {
            Some(id) => store::payment(reader, id)?,
            None => None,
        };
        let told = |payment: DuesPayment| {
            let day = format!("{}.{}", payment.paid_on.month(), payment.paid_on.day());
            [day, payment.way.title().to_owned(), payment.received_by]
        };
        Ok(payment.map(told).unwrap_or_default())
    };
    rows.0.iter().map(payment).collect()
}

fn of_month(rows: &Rows, rates: &[String], paid: &[[String; 3]]) -> Block {
    let columns = vec![
        Column::mm(10.0, "序号"),
        Column::mm(20.0, "姓名"),
        Column::mm(20.0, "基数"),
        Column::mm(13.0, "比例"),
        Column::mm(18.0, "应交"),
        Column::mm(18.0, "实交"),
        Column::mm(14.0, "日期"),
        Column::mm(19.0, "方式"),
        Column::mm(18.0, "收款人"),
        Column::share(1.0, "签字"),
    ];
    let mut lines = Vec::new();
    for (((row, _), rate), [day, way, by]) in rows.0.iter().zip(rates).zip(paid) {
        lines.push(vec![
            (lines.len() + 1).to_string(),
            row.name.clone(),
            row.base.as_ref().and_then(|base| base.base).map(yuan).unwrap_or_default(),
            rate.clone(),
            owed(&row.cells[0]),
            amount(row.cells[0].paid),
            day.clone(),
            way.clone(),
            by.clone(),
            String::new(),
        ]);
    }
    Block::Table { columns, rows: lines, foot: foot(rows, 1), roomy: false }
}

fn of_months(rows: &Rows, rates: &[String], months: &[Month]) -> Block {
    let parts = parts(months);
    let mut columns = vec![Column::mm(9.0, "序号"), Column::mm(18.0, "姓名"), Column::mm(12.0, "比例")];
    columns.extend(parts.iter().map(|(title, _)| Column::share(1.0, title).centred()));
    columns.extend(["应交", "实交", "欠交"].map(|title| Column::mm(17.0, title)));
    columns.push(Column::mm(16.0, "签字"));
    let mut lines = Vec::new();
    for ((row, _), rate) in rows.0.iter().zip(rates) {
        let mut line = vec![(lines.len() + 1).to_string(), row.name.clone(), rate.clone()];
        line.extend(parts.iter().map(|(_, part)| amount(row.cells[part.clone()].iter().map(|cell| cell.paid).sum())));
        line.extend([amount(row.owed), amount(row.paid), amount(row.lacking), String::new()]);
        lines.push(line);
    }
    Block::Table { columns, rows: lines, foot: foot(rows, months.len()), roomy: false }
}

/// The columns of a stretch of months: each month, or of a long one each quarter.
fn parts(months: &[Month]) -> Vec<(String, std::ops::Range<usize>)> {
    if months.len() <= MONTHS_ABREAST {
        return months.iter().enumerate().map(|(at, month)| (format!("{}月", month.number()), at..at + 1)).collect();
    }
    let mut parts: Vec<(String, std::ops::Range<usize>)> = Vec::new();
    for (at, month) in months.iter().enumerate() {
        let title = format!("{}季度", ["一", "二", "三", "四"][month.quarter().number() as usize - 1]);
        match parts.last_mut() {
            Some((known, range)) if *known == title => range.end = at + 1,
            _ => parts.push((title, at..at + 1)),
        }
    }
    parts
}

fn foot(rows: &Rows, months: usize) -> String {
    let sum = rows.sum(0..months);
    let lacking: Fen = rows.0.iter().map(|(row, _)| row.lacking).sum();
    format!("合计：应交 {} 人、{} 元，实交 {} 元，欠交 {lacking} 元", sum.owing, sum.owed, sum.paid)
}

fn span_title(from: Month, to: Month) -> String {
    match (from.number(), to.later(1).number()) {
        _ if from == to => from.title(),
        (1, 1) if from.year() == to.year() => format!("{}年", from.year()),
        _ if from.quarter() == to.quarter() && from.later(2) == to => from.quarter().title(),
        _ => format!("{}至{}", from.title(), to.title()),
    }
}

/// F13: what the members are told once a year. Whose salary is how large is told to nobody.
fn publication(door: &Door<'_>, year: i32) -> Result<Drawn, DuesError> {
    let (head, rows, ledger) = read_year(door, year)?;
    let sum = rows.sum_due(0..12);
    let rate = (sum.settled * 1000).checked_div(sum.owing).unwrap_or_default();
    let facts = vec![
        Fact::new("应交党费的党员", format!("{} 名", sum.owing)),
        Fact::new("已交齐的党员", format!("{} 名", sum.settled)),
        Fact::new("到期应交党费", format!("{} 元", sum.owed)),
        Fact::new("实交党费", format!("{} 元", sum.paid)),
        Fact::new("交齐的比例", format!("{}.{}%", rate / 10, rate % 10)),
        Fact::new("上缴上级", format!("{} 元", ledger.handed_up)),
        Fact::new("上级返还、拨付", format!("{} 元", ledger.returned)),
        Fact::new("使用", format!("{} 元", ledger.spent)),
    ];
    let people = rows.0.iter().filter(|(row, _)| !row.owed.is_zero() || !row.paid.is_zero());
    let people = people.enumerate().map(|(place, (row, _))| {
        let quarters = (0..4).map(|at| amount(row.cells[at * 3..at * 3 + 3].iter().map(|cell| cell.paid).sum()));
        let mut line = vec![(place + 1).to_string(), row.name.clone()];
        line.extend(quarters);
        line.push(amount(row.paid));
        line
    });
    let mut columns = vec![Column::mm(12.0, "序号"), Column::mm(28.0, "姓名")];
    columns.extend(["一季度", "二季度", "三季度", "四季度", "全年"].map(|title| Column::share(1.0, title).centred()));
    let blocks = vec![
        Block::Facts { facts },
        Block::head("党员交纳党费情况（元）"),
        Block::table(columns, people.collect()),
        Block::head("党费使用情况"),
        spending(&ledger),
        Block::Signed { by: head.branch.clone(), role: None, on: door.today() },
    ];
    let title = format!("{year}年党费收缴、使用情况公布");
    let people = rows.0.len();
    Ok(Drawn::writing(writing(title, &head, blocks), ROOMS).listing(people))
}

fn statement(door: &Door<'_>, year: i32) -> Result<Drawn, DuesError> {
    let (head, rows, ledger) = read_year(door, year)?;
    let line = |title: &str, sum: DuesSum| {
        let lacking = sum.owed.less(sum.paid);
        let [owing, settled] = [sum.owing, sum.settled].map(|people| people.to_string());
        vec![title.to_owned(), owing, amount(sum.owed), settled, amount(sum.paid), amount(lacking)]
    };
    let quarters = ["一季度", "二季度", "三季度", "四季度"];
    let mut lines: Vec<_> =
        quarters.iter().enumerate().map(|(at, title)| line(title, rows.sum_due(at * 3..at * 3 + 3))).collect();
    lines.push(line("合计", rows.sum_due(0..12)));
    let columns = ["时间", "应交人数", "到期应交（元）", "交齐人数", "实交（元）", "少交（元）"];
    let columns = columns.map(|title| Column::share(1.0, title).centred()).into();
    let facts = vec![
        Fact::new("年初结余", format!("{} 元", signed_yuan(ledger.before))),
        Fact::new("本年收缴", format!("{} 元", ledger.paid_in)),
        Fact::new("上级返还、拨付", format!("{} 元", ledger.returned)),
        Fact::new("其他收入", format!("{} 元", ledger.other_income)),
        Fact::new("上缴上级", format!("{} 元", ledger.handed_up)),
        Fact::new("使用", format!("{} 元", ledger.spent)),
        Fact::wide("年末结余", format!("{} 元", signed_yuan(ledger.balance))),
    ];
    let blocks = vec![
        Block::Entries { entries: vec![Fact::new("报送", head.superior.clone())] },
        Block::head("收缴"),
        Block::table(columns, lines),
        Block::head("收支"),
        Block::Facts { facts },
        Block::head("使用"),
        spending(&ledger),
        Block::hands(["党支部书记", "组织委员", "经办人"], None),
    ];
    Ok(Drawn::writing(writing(format!("{year}年党费收缴、上缴和使用情况表"), &head, blocks), ROOMS))
}

fn spending(ledger: &DuesLedger) -> Block {
    let columns = vec![
        Column::mm(26.0, "日期"),
        Column::share(1.0, "用途"),
        Column::share(1.4, "内容"),
        Column::mm(24.0, "金额（元）"),
        Column::share(1.2, "集体研究决定"),
    ];
    let spent = ledger.entries.iter().rev().filter_map(|row| Some((row.entry.spent_for?, row)));
    let line = |(spent_for, row): (DuesUse, &DuesEntryRow)| {
        vec![
            row.entry.on.to_string(),
            spent_for.title().to_owned(),
            row.entry.note.clone(),
            row.entry.amount.to_string(),
            row.meeting_title.clone(),
        ]
    };
    let rows: Vec<_> = spent.map(line).collect();
    if rows.is_empty() { Block::text("本年度没有使用党费。") } else { Block::table(columns, rows) }
}

fn read_year(door: &Door<'_>, year: i32) -> Result<(Letterhead, Rows, DuesLedger), DuesError> {
    let (today, months) = (door.today(), months_of(year));
    let (head, rows, ledger) = door.read(|reader| {
        let accounts = Accounts::of(reader, door.rules, (months[0], months[11]), today)?;
        let head = (door.letterhead)(reader, today)?;
        Ok::<_, DuesError>((head, Rows::of(&accounts, &months), ledger_of(reader, year)?))
    })?;
    if rows.0.is_empty() {
        return Err(DuesError::NobodyOwes(format!("{year}年")));
    }
    Ok((head, rows, ledger))
}

fn receipt(door: &Door<'_>, payment: DuesPaymentId) -> Result<Drawn, DuesError> {
    let (head, payment, member) = door.read(|reader| {
        let payment = store::payment(reader, payment)?.ok_or(DuesError::NotFound)?;
        let member = roster::member(reader, payment.member)?.ok_or(DuesError::NoSuchMember)?;
        Ok::<_, DuesError>(((door.letterhead)(reader, payment.paid_on)?, payment, member))
    })?;
    let all = total(&payment);
    let first = payment.months.first().map(|part| part.month);
    let months = first.zip(payment.months.last().map(|part| part.month));
    let months = months.map(|(from, to)| span_title(from, to)).unwrap_or_default();
    let mut facts = vec![
        Fact::new("编号", payment.receipt.clone()),
        Fact::new("交款日期", date_title(payment.paid_on)),
        Fact::new("交款人", member.record.name.clone()),
        Fact::new("交款方式", payment.way.title()),
        Fact::wide("交款事由", format!("交纳{months}党费")),
        Fact::wide("金额（大写）", format!("人民币{}", in_capitals(all))),
        Fact::wide("金额（小写）", format!("¥{all}")),
    ];
    if !payment.payer.is_empty() {
        facts.push(Fact::wide("代交人", format!("{}（{}）", payment.payer, payment.note)));
    }
    let by = Place::Hand(if payment.received_by.is_empty() {
        "收款人（签字）".to_owned()
    } else {
        format!("收款人 {}（签字）", payment.received_by)
    });
    let hands = Block::Hands { rows: vec![vec![Place::Hand("收款单位（盖章）".to_owned()), by]] };
    let title = format!("党费收据 {} {}", member.record.name, payment.paid_on);
    let mut writing = writing("党费收据".to_owned(), &head, vec![Block::Facts { facts }, hands]);
    writing.title = title;
    Ok(Drawn::writing(writing, ROOMS))
}

/// `壹佰贰拾叁元肆角伍分`: so that nobody can alter it.
fn in_capitals(amount: Fen) -> String {
    let parts = [(amount.fen() / 100, "元"), (amount.fen() / 10 % 10, "角"), (amount.fen() % 10, "分")];
    let written = |(number, unit): &(u64, &str)| {
        let number = u32::try_from(*number).unwrap_or(u32::MAX);
        if number == 0 { String::new() } else { format!("{}{unit}", capitals(number)) }
    };
    let [yuan, jiao, fen] = parts.each_ref().map(written);
    match (yuan.is_empty(), jiao.is_empty(), fen.is_empty()) {
        (true, true, true) => "零元整".to_owned(),
        (_, _, true) => format!("{yuan}{jiao}整"),
        (false, true, false) => format!("{yuan}零{fen}"),
        _ => format!("{yuan}{jiao}{fen}"),
    }
}

/// An amount in a table or a sheet: nothing is an empty place.
pub(super) fn amount(amount: Fen) -> String {
    if amount.is_zero() { String::new() } else { amount.to_string() }
}

/// What a cell says is owed: in words where no amount can be said.
fn owed(cell: &DuesCell) -> String {
    match cell.state {
        DuesState::Waived => "免交".to_owned(),
        DuesState::Unset => "未核定".to_owned(),
        _ => amount(cell.owed),
    }
}

/// A base without its fen where it has none, so that it stays narrow.
fn yuan(base: Fen) -> String {
    base.to_string().trim_end_matches(".00").to_owned()
}

fn signed_yuan(fen: i64) -> String {
    let amount = Fen::new(fen.unsigned_abs());
    if fen < 0 { format!("-{amount}") } else { amount.to_string() }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(0, "零元整")]
    #[case(20, "贰角整")]
    #[case(5, "伍分")]
    #[case(1_000, "壹拾元整")]
    #[case(2_350, "贰拾叁元伍角整")]
    #[case(12_345, "壹佰贰拾叁元肆角伍分")]
    #[case(10_005, "壹佰元零伍分")]
    #[case(133_333, "壹仟叁佰叁拾叁元叁角叁分")]
    fn an_amount_is_written_so_that_nobody_can_alter_it(#[case] fen: u64, #[case] text: &str) {
        assert_eq!(in_capitals(Fen::new(fen)), text);
    }

    #[rstest]
    #[case("2026-03", "2026-03", "2026年3月")]
    #[case("2026-01", "2026-03", "2026年第一季度")]
    #[case("2026-01", "2026-12", "2026年")]
    #[case("2026-02", "2026-04", "2026年2月至2026年4月")]
    fn a_stretch_of_months_has_a_name(#[case] from: &str, #[case] to: &str, #[case] title: &str) {
        assert_eq!(span_title(from.parse().unwrap(), to.parse().unwrap()), title);
    }
}
