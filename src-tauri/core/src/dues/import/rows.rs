//! The rows of a statement: what came in, and what has nothing to do with it.

use chrono::NaiveDate;

use super::DuesImportColumns;
use super::cells::{self, Transaction, key, text};
use crate::outside::Cell;
use crate::values::Fen;

/// Words for money that came in, in a column that says which way it went.
const CAME_IN: &[&str] = &["收入", "收", "收款", "贷", "贷方", "贷记", "入账", "转入", "存入", "入", "+"];

/// Money that went back, or never came.
const CAME_NOT: &[&str] = &["退款", "退还", "退回", "关闭", "等待", "待", "失败", "撤销", "取消", "冲正"];

/// Money that is there.
const CAME: &[&str] = &["已存入", "成功", "已收钱", "已收款", "已到账", "已入账", "完成"];

/// Money that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Income {
    /// The row of the sheet, from 1.
    pub(super) row: u32,
    pub(super) paid_on: NaiveDate,
    pub(super) party: String,
    pub(super) note: String,
    pub(super) amount: Fen,
    /// Empty where it is not known.
    pub(super) transaction: String,
    /// What has to be looked at, whoever paid it.
    pub(super) doubts: Vec<String>,
}

/// What a statement holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Statement {
    pub(super) incomes: Vec<Income>,
    /// Rows that hold something else.
    pub(super) others: u32,
}

/// Reads what stands below the names of the columns.
pub(super) fn read(rows: &[Vec<Cell>], columns: &DuesImportColumns) -> Statement {
    let mut statement = Statement::default();
    for (number, row) in (1..).zip(rows).skip(columns.header as usize + 1) {
        match income(number, row, columns) {
            Some(income) => statement.incomes.push(income),
            None if row.iter().all(|cell| text(cell).is_empty()) => {}
            None => statement.others += 1,
        }
    }
    statement
}

fn income(number: u32, row: &[Cell], columns: &DuesImportColumns) -> Option<Income> {
    let said = |column| text(cells::at(row, column));
    let paid_on = cells::day(cells::at(row, Some(columns.time)))?;
    let amount = cells::amount(cells::at(row, Some(columns.amount)))?;
    if columns.direction.is_some() && !CAME_IN.contains(&key(&said(columns.direction)).as_str()) {
        return None;
    }
    let (status, kind) = (said(columns.status), said(columns.kind));
    let holds = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    if holds(&status, CAME_NOT) || kind.contains("退款") {
        return None;
    }
    let mut doubts = Vec::new();
    if !status.is_empty() && !holds(&status, CAME) {
        doubts.push(format!("状态是“{status}”，请核对钱是否已经到账"));
    }
    // What Alipay calls 转账红包 is a transfer like any other.
    if kind.contains("红包") && !kind.contains("转账") {
        doubts.push("这是红包，不一定是党费".to_owned());
    }
    let transaction = match cells::transaction(cells::at(row, columns.transaction)) {
        Transaction::Number(number) => number,
        Transaction::Lost => {
            doubts.push("交易单号在表格里变成了数字，末几位已经丢失，没有读入单号".to_owned());
            String::new()
        }
    };
    let note = note(&said(columns.goods), &said(columns.note));
    Some(Income { row: number, paid_on, party: said(Some(columns.party)), note, amount, transaction, doubts })
}

/// What was written for the payment, wherever the statement has it.
fn note(goods: &str, note: &str) -> String {
    match (goods.is_empty(), note.is_empty() || note == goods) {
        (false, false) => format!("{goods} {note}"),
        (true, _) => note.to_owned(),
        (false, true) => goods.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::super::columns;
    use super::*;

    const HEADER: &str = "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注";

    fn sheet(lines: &[&str]) -> Vec<Vec<Cell>> {
        let line = |line: &&str| line.split(',').map(|cell| Cell::Text(cell.to_owned())).collect();
        lines.iter().map(line).collect()
    }

    fn statement(lines: &[&str]) -> Statement {
        let rows = sheet(&[&[HEADER], lines].concat());
        read(&rows, &columns::find(&rows).columns)
    }

    #[test]
    fn a_row_that_came_in_is_read_whole() {
        let line =
            "2026-03-05 12:33:11,转账,方晓岚,转账备注:3月党费,收入,¥23.50,/,已存入零钱,\"1000049801\t\",\"/\t\",/";
        let read = statement(&["", line]);
        let expected = Income {
            row: 3,
            paid_on: "2026-03-05".parse().unwrap(),
            party: "方晓岚".to_owned(),
            note: "转账备注:3月党费".to_owned(),
            amount: Fen::new(2350),
            transaction: "1000049801".to_owned(),
            doubts: Vec::new(),
        };
        assert_eq!(read, Statement { incomes: vec![expected], others: 0 });
    }

    #[rstest]
    #[case("转账", "收入", "20", "已存入零钱", true)]
    #[case("转账", "收入", "20", "已收钱", true)]
    #[case("转账", "收入", "20", "朋友已收钱", true)]
    #[case("二维码收款", "收入", "20", "支付成功", true)]
    #[case("转账", " 收入 ", "20", "交易成功", true)]
    #[case("转账", "收入", "20", "", true)]
    #[case("转账红包", "收入", "20", "交易成功", true)]
    #[case("转账", "支出", "20", "支付成功", false)]
    #[case("零钱提现", "/", "20", "提现已到账", false)]
    #[case("转账", "不计收支", "20", "交易成功", false)]
    #[case("转账", "", "20", "交易成功", false)]
    #[case("转账", "收入", "20", "已全额退款", false)]
    #[case("转账", "收入", "20", "已退款(￥5.00)", false)]
    #[case("转账", "收入", "20", "退款成功", false)]
    #[case("转账", "收入", "20", "交易关闭", false)]
    #[case("转账", "收入", "20", "等待付款", false)]
    #[case("微信红包-退款", "收入", "20", "已存入零钱", false)]
    #[case("转账", "收入", "0.00", "已存入零钱", false)]
    #[case("转账", "收入", "-20", "已存入零钱", false)]
    #[case("转账", "收入", "", "已存入零钱", false)]
    fn only_what_came_in_and_stayed_counts(
        #[case] kind: &str,
        #[case] direction: &str,
        #[case] amount: &str,
        #[case] status: &str,
        #[case] counts: bool,
    ) {
        let line = format!("2026-03-05 12:33:11,{kind},某人,/,{direction},{amount},/,{status},1,/,/");
        let read = statement(&[&line]);
        assert_eq!((read.incomes.len(), read.others), if counts { (1, 0) } else { (0, 1) });
        assert!(read.incomes.iter().all(|income| income.doubts.is_empty()));
    }

    #[rstest]
    #[case("微信红包", "已存入零钱", "1", "这是红包")]
    #[case("转账", "处理中", "1", "状态是“处理中”")]
    #[case("转账", "已存入零钱", "1.00005E+27", "末几位已经丢失")]
    fn what_has_to_be_looked_at_is_said(
        #[case] kind: &str,
        #[case] status: &str,
        #[case] number: &str,
        #[case] said: &str,
    ) {
        let read = statement(&[&format!("2026-03-05,{kind},某人,/,收入,20,/,{status},{number},/,/")]);
        assert!(read.incomes[0].doubts[0].contains(said), "{read:?}");
    }

    #[test]
    fn titles_and_sums_below_the_table_are_no_money() {
        let read = statement(&[HEADER, "合计,,,,,100.00", "2026-03,转账,某人,/,收入,20,/,已收钱,1,/,/"]);
        assert_eq!(read, Statement { incomes: Vec::new(), others: 3 });
    }

    #[rstest]
    #[case("记账日期,交易金额,交易摘要,对手信息", "2026-03-05,-20.00,转账,某人", 0)]
    #[case("记账日期,交易金额,交易摘要,对手信息", "2026-03-05,20.00,转账,某人", 1)]
    #[case("交易日期,支出,收入,对方户名", "2026-03-05,20.00,,某人", 0)]
    #[case("交易日期,支出,收入,对方户名", "2026-03-05,,20.00,某人", 1)]
    #[case("交易日期,借贷标志,发生额,对方户名", "2026-03-05,借,20.00,某人", 0)]
    #[case("交易日期,借贷标志,发生额,对方户名", "2026-03-05,贷,20.00,某人", 1)]
    fn a_bank_says_what_came_in_in_its_own_way(#[case] header: &str, #[case] line: &str, #[case] incomes: usize) {
        let rows = sheet(&[header, line]);
        assert_eq!(read(&rows, &columns::find(&rows).columns).incomes.len(), incomes);
    }

    #[rstest]
    #[case("", "3月党费", "3月党费")]
    #[case("转账", "", "转账")]
    #[case("转账", "转账", "转账")]
    #[case("转账", "3月党费", "转账 3月党费")]
    #[case("", "", "")]
    fn what_was_written_is_kept_wherever_it_stands(#[case] goods: &str, #[case] also: &str, #[case] expected: &str) {
        assert_eq!(note(goods, also), expected);
    }
}
