//! Where in a statement what stands: the row with the names of the columns, wherever it is, and each column by its name.

use super::DuesImportColumns;
use super::cells::{key, text};
use crate::dues::DuesWay;
use crate::outside::Cell;
use crate::problem::Invalid;

/// The names of the columns stand in the first rows; above them statements tell whose and of which time they are.
const HEADER_WITHIN: usize = 60;

/// Names by which each column is known, the best first: where a bank has the day and the time of day in columns of their own,
/// the day is meant, and where it has what came in apart from what went out, what came in.
const TIME: &[&str] = &[
    "交易日期",
    "记账日期",
    "入账日期",
    "记账日",
    "交易日",
    "付款时间",
    "支付时间",
    "交易时间",
    "入账时间",
    "记账时间",
    "交易创建时间",
    "创建时间",
    "日期",
    "时间",
];
const AMOUNT: &[&str] = &[
    "收入金额",
    "收入",
    "贷方发生额",
    "贷方金额",
    "贷方",
    "存入金额",
    "转入金额",
    "存入",
    "交易金额",
    "金额",
    "发生额",
    "入账金额",
];
const PARTY: &[&str] = &[
    "交易对方",
    "对方户名",
    "对方名称",
    "对方账户名称",
    "对方账户名",
    "对方姓名",
    "对手信息",
    "对手户名",
    "交易对手",
    "付款人名称",
    "付款方户名",
    "付款方名称",
    "付款人",
    "付款方",
];
const DIRECTION: &[&str] =
    &["收/支", "收支", "收/付", "收支类型", "收支方向", "交易方向", "借贷标志", "借贷方向", "借/贷", "借贷"];
const STATUS: &[&str] = &["当前状态", "交易状态", "交易结果", "状态"];
const TRANSACTION: &[&str] = &[
    "交易单号",
    "交易订单号",
    "交易流水号",
    "交易号",
    "流水号",
    "账务流水号",
    "业务流水号",
    "银行流水号",
    "核心流水号",
    "订单号",
];
const NOTE: &[&str] = &["备注", "附言", "交易附言", "转账附言", "交易备注", "用途", "留言", "摘要", "交易摘要"];
const GOODS: &[&str] = &["商品", "商品说明", "商品名称", "摘要", "交易摘要", "用途", "附言", "交易附言"];
const KIND: &[&str] = &["交易类型", "交易分类", "类型", "业务类型"];

/// What was found of the columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) columns: DuesImportColumns,
    /// The names of all columns, as they stand there.
    pub(super) header: Vec<String>,
    /// What has to be there and is not.
    pub(super) missing: Vec<&'static str>,
}

impl Found {
    /// What is to be said to whoever has to choose the columns; empty when all are there.
    pub(super) fn unread(&self) -> String {
        if self.missing.is_empty() {
            return String::new();
        }
        format!("没有找到“{}”的列，没有读入任何内容；请选择各列是什么", self.missing.join("”“"))
    }
}

/// Finds the columns by their names: in the first row that has all that are needed, else in the one that has most of them, else
/// in the widest, so that somebody can choose.
pub(super) fn find(rows: &[Vec<Cell>]) -> Found {
    let mut best: Option<Found> = None;
    for row in 0..rows.len().min(HEADER_WITHIN) {
        let found = named(rows, row);
        if found.missing.is_empty() {
            return found;
        }
        let is_better = |best: &Found| found.missing.len() < best.missing.len();
        if found.missing.len() < 3 && best.as_ref().is_none_or(is_better) {
            best = Some(found);
        }
    }
    best.unwrap_or_else(|| {
        let width = |row: &usize| rows[*row].iter().filter(|cell| !text(cell).is_empty()).count();
        // The first of the widest: `max_by_key` gives the last of equals.
        let widest = (0..rows.len().min(HEADER_WITHIN)).rev().max_by_key(width);
        named(rows, widest.unwrap_or_default())
    })
}

/// The columns of a row by their names.
fn named(rows: &[Vec<Cell>], row: usize) -> Found {
    let header = header(rows, row);
    let names: Vec<String> = header.iter().map(|name| plain(name)).collect();
    let place = |known: &[&str], but: Option<u32>| {
        let places = known.iter().filter_map(|known| names.iter().position(|name| name == known));
        places.map(number).find(|place| Some(*place) != but)
    };
    let (time, party, amount) = (place(TIME, None), place(PARTY, None), place(AMOUNT, None));
    let note = place(NOTE, None);
    let needed = [("交易时间", time), ("交易对方", party), ("金额", amount)];
    let missing = needed.iter().filter(|(_, place)| place.is_none()).map(|(name, _)| *name).collect();
    let columns = DuesImportColumns {
        header: number(row),
        time: time.unwrap_or_default(),
        party: party.unwrap_or_default(),
        amount: amount.unwrap_or_default(),
        direction: place(DIRECTION, None),
        status: place(STATUS, None),
        transaction: place(TRANSACTION, None),
        note,
        goods: place(GOODS, note),
        kind: place(KIND, None),
    };
    Found { columns, header, missing }
}

/// The columns that somebody chose.
///
/// # Errors
/// [`Invalid`] at those that are not there.
pub(super) fn chosen(rows: &[Vec<Cell>], columns: DuesImportColumns) -> Result<Found, Invalid> {
    let mut invalid = Invalid::default();
    if columns.header as usize >= rows.len() {
        invalid.add("columns.header", format!("表格里没有第 {} 行", u64::from(columns.header) + 1));
    }
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let all = [
        ("time", Some(columns.time)),
        ("party", Some(columns.party)),
        ("amount", Some(columns.amount)),
        ("direction", columns.direction),
        ("status", columns.status),
        ("transaction", columns.transaction),
        ("note", columns.note),
        ("goods", columns.goods),
        ("kind", columns.kind),
    ];
    for (field, column) in all {
        if let Some(column) = column.filter(|column| *column as usize >= width) {
            invalid.add(format!("columns.{field}"), format!("表格里没有第 {} 列", u64::from(column) + 1));
        }
    }
    invalid.into_result()?;
    Ok(Found { columns, header: header(rows, columns.header as usize), missing: Vec::new() })
}

/// Whose statement it is, by the names of its columns and what stands above them.
pub(super) fn way(rows: &[Vec<Cell>], header: u32) -> DuesWay {
    let above = || rows.iter().take(header as usize + 1).flatten().map(text).map(|text| key(&text));
    let says = |words: &[&str]| above().any(|text| words.iter().any(|word| text.contains(word)));
    if says(&["商户单号", "微信支付账单"]) {
        DuesWay::Wechat
    } else if says(&["商家订单号", "支付宝"]) {
        DuesWay::Alipay
    } else if says(&["微信支付", "微信昵称"]) {
        DuesWay::Wechat
    } else {
        DuesWay::Transfer
    }
}

fn header(rows: &[Vec<Cell>], row: usize) -> Vec<String> {
    rows.get(row).into_iter().flatten().map(text).collect()
}

/// A column's name for comparing: `金额（元）` is `金额`.
fn plain(name: &str) -> String {
    let name = key(name);
    ["(元)", "(人民币)", "(人民币元)"].iter().fold(name, |name, unit| name.replace(unit, ""))
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn rows(lines: &[&str]) -> Vec<Vec<Cell>> {
        lines.iter().map(|line| line.split(',').map(|cell| Cell::Text(cell.to_owned())).collect()).collect()
    }

    /// What stands in the columns that were found, in the order of the struct.
    fn found(lines: &[&str]) -> Vec<String> {
        let rows = rows(lines);
        let Found { columns, header, missing } = find(&rows);
        assert_eq!(missing, Vec::<&str>::new());
        let name = |column: Option<u32>| column.map_or("—".to_owned(), |column| header[column as usize].clone());
        let needed = [columns.time, columns.party, columns.amount].map(|column| name(Some(column)));
        let further =
            [columns.direction, columns.status, columns.transaction, columns.note, columns.goods, columns.kind];
        needed.into_iter().chain(further.map(name)).collect()
    }

    #[rstest]
    #[case::wechat(
        "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注",
        "交易时间 交易对方 金额(元) 收/支 当前状态 交易单号 备注 商品 交易类型",
        DuesWay::Wechat
    )]
    #[case::wechat_with_an_order(
        "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,订单号,交易单号,商户单号,备注",
        "交易时间 交易对方 金额(元) 收/支 当前状态 交易单号 备注 商品 交易类型",
        DuesWay::Wechat
    )]
    #[case::alipay(
        "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,",
        "交易时间 交易对方 金额 收/支 交易状态 交易订单号 备注 商品说明 交易分类",
        DuesWay::Alipay
    )]
    #[case::alipay_in_its_newer_order(
        "交易时间,交易分类,交易对方,商品说明,金额,收/支,收/付款方式,交易状态,备注,交易订单号,订单号,商家订单号",
        "交易时间 交易对方 金额 收/支 交易状态 交易订单号 备注 商品说明 交易分类",
        DuesWay::Alipay
    )]
    #[case::old_alipay(
        "交易号 ,商家订单号 ,交易创建时间 ,付款时间 ,最近修改时间 ,交易来源地 ,类型 ,交易对方 ,商品名称 ,金额（元） ,收/支 ,交易状态 ,服务费（元） ,成功退款（元） ,备注 ,资金状态 ,",
        "付款时间 交易对方 金额（元） 收/支 交易状态 交易号 备注 商品名称 类型",
        DuesWay::Alipay
    )]
    #[case::bank(
        "记账日期,货币,交易金额,联机余额,交易摘要,对手信息",
        "记账日期 对手信息 交易金额 — — — 交易摘要 — —",
        DuesWay::Transfer
    )]
    #[case::bank_with_two_amounts(
        "交易日期,交易时间,支出金额(元),收入金额(元),余额,对方户名,对方账号,摘要,附言,交易流水号",
        "交易日期 对方户名 收入金额(元) — — 交易流水号 附言 摘要 —",
        DuesWay::Transfer
    )]
    #[case::bank_with_debit_and_credit(
        "交 易 时 间,借方发生额,贷方发生额,对方名称,备注,流水号",
        "交 易 时 间 对方名称 贷方发生额 — — 流水号 备注 — —",
        DuesWay::Transfer
    )]
    #[case::bank_with_a_mark(
        "交易日期,借贷标志,发生额,对方户名,用途",
        "交易日期 对方户名 发生额 借贷标志 — — 用途 — —",
        DuesWay::Transfer
    )]
    fn a_header_is_found_by_its_names(#[case] header: &str, #[case] columns: &str, #[case] way: DuesWay) {
        assert_eq!(found(&[header]).join(" "), columns);
        assert_eq!(super::way(&rows(&[header]), 0), way);
        let preamble = "账单明细,,\n共3笔记录\n2026-01-01,2026-03-31".split('\n');
        let lines: Vec<&str> = preamble.chain([header]).collect();
        assert_eq!(find(&rows(&lines)).columns.header, 3);
        assert_eq!(find(&rows(&lines)).header.len(), header.split(',').count());
    }

    #[rstest]
    #[case(59, true)]
    #[case(60, false)]
    fn a_header_stands_in_the_first_rows(#[case] above: usize, #[case] is_found: bool) {
        let mut lines = vec!["说明"; above];
        lines.push("交易时间,交易对方,金额");
        assert_eq!(find(&rows(&lines)).missing.is_empty(), is_found);
    }

    #[test]
    fn what_is_missing_is_said_and_what_is_there_is_a_first_guess() {
        let part = find(&rows(&["2026年流水,,", "日子,交易时间,金额", "1,2,3", "1,2,3,4,5"]));
        assert_eq!((part.columns.header, part.columns.time, part.columns.amount), (1, 1, 2));
        assert_eq!(part.unread(), "没有找到“交易对方”的列，没有读入任何内容；请选择各列是什么");
        let none = find(&rows(&["甲,乙", "某日,某人,多少,备考", "1,2,3,4"]));
        assert_eq!((none.columns.header, none.missing.len(), none.header.len()), (1, 3, 4));
        assert_eq!(find(&[]).missing.len(), 3);
    }

    #[test]
    fn columns_chosen_by_hand_are_there() {
        let sheet = rows(&["某日,某人,多少", "1,2,3"]);
        let mut columns = DuesImportColumns { amount: 2, party: 1, ..find(&sheet).columns };
        columns.header = 0;
        assert_eq!(chosen(&sheet, columns).unwrap().header, ["某日", "某人", "多少"]);
        let wrong = DuesImportColumns { header: 2, amount: 3, note: Some(9), ..columns };
        let fields: Vec<_> = chosen(&sheet, wrong).unwrap_err().0.into_iter().map(|problem| problem.field).collect();
        assert_eq!(fields, ["columns.header", "columns.amount", "columns.note"]);
    }

    #[rstest]
    #[case("微信支付账单明细", DuesWay::Wechat)]
    #[case("支付宝（中国）网络技术有限公司  电子客户回单", DuesWay::Alipay)]
    #[case("招商银行交易流水", DuesWay::Transfer)]
    fn the_preamble_says_whose_statement_it_is(#[case] preamble: &str, #[case] expected: DuesWay) {
        assert_eq!(way(&rows(&[preamble, "交易时间,交易对方,金额", "1,微信支付宝,2"]), 1), expected);
    }
}
