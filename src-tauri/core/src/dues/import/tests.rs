//! Statements against the records: previewed, taken over, previewed again.

use std::fs;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use tempfile::TempDir;

use super::*;
use crate::dues::{self, DuesBase, DuesBasesRequest, DuesError, DuesKind, DuesPayment, DuesWay};
use crate::files::FileError;
use crate::outside::{Cell, FileToken, Grid, Made, Office, Sheet, SheetError, Table, WordError, Writing};
use crate::roster::MemberId;
use crate::testing::{Paths, TestFile};
use crate::values::Fen;

/// Reads lines of cells between bars; lines of equals signs part the sheets.
struct Bars;

impl Office for Bars {
    fn read(&self, bytes: &[u8]) -> Result<Vec<Sheet>, SheetError> {
        let text = String::from_utf8(bytes.to_vec()).map_err(|_| SheetError::TooLarge("很多".to_owned()))?;
        let line = |line: &str| line.split('|').map(|cell| Cell::Text(cell.to_owned())).collect();
        let sheet = |(number, sheet): (usize, &str)| {
            let rows = sheet.lines().map(line).collect();
            Sheet { name: format!("表{number}"), hidden: false, grid: Ok(Grid { rows, ..Grid::default() }) }
        };
        Ok((1..).zip(text.split("===\n")).map(sheet).collect())
    }
    fn write(&self, _: &Table) -> Result<Vec<u8>, SheetError> {
        Err(SheetError::NotASheet)
    }
    fn archive(&self, _: fs::File) -> Box<dyn crate::outside::Archive> {
        unreachable!("nothing is packed here")
    }
    fn text(&self, _: &[u8]) -> Option<String> {
        None
    }

    fn word(&self, _: &Writing, _: DateTime<FixedOffset>) -> Result<Made<Vec<u8>>, WordError> {
        Err(WordError::Failed(String::new()))
    }

    fn blank(&self, _: &[u8]) -> Result<Vec<crate::outside::BlankSheet>, crate::outside::BlankError> {
        Err(crate::outside::BlankError::OtherFormat)
    }

    fn fill(&self, _: &[u8], _: &[crate::outside::SheetFilling]) -> Result<Vec<u8>, crate::outside::BlankError> {
        Err(crate::outside::BlankError::OtherFormat)
    }
}

struct Statements {
    file: TestFile,
    folder: TempDir,
}

impl Statements {
    fn new() -> Self {
        let mut file = TestFile::on("2026-03-31");
        file.outside.office = Arc::new(Bars);
        file.outside.desktop = Arc::new(Paths);
        Self { file, folder: TempDir::new().unwrap() }
    }

    /// A member of the branch who earns 4000 yuan, and so owes 40 a month in 2026.
    fn member(&mut self, name: &str) -> MemberId {
        let member = self.file.add_member(name, |record| record.joined = "2010-07-01".parse().ok());
        let base = DuesBase {
            id: None,
            member,
            kind: DuesKind::Salary,
            from: "2026-01".parse().unwrap(),
            to: None,
            base: Some(Fen::yuan(4000)),
            monthly: None,
            branch_agreed_on: None,
            superior_agreed_on: None,
            note: String::new(),
        };
        dues::save_bases(&mut self.file.desk("dues_bases_save"), DuesBasesRequest { bases: vec![base] }).unwrap();
        member
    }

    fn request(&self, bytes: &[u8]) -> DuesImportPreviewRequest {
        let path = self.folder.path().join("账单.csv");
        fs::write(&path, bytes).unwrap();
        let file = FileToken(path.to_string_lossy().into_owned());
        DuesImportPreviewRequest { file, sheet: None, columns: None }
    }

    fn try_preview(&mut self, request: DuesImportPreviewRequest) -> Result<DuesImportPreview, DuesError> {
        import_preview(&self.file.door("dues_import_preview"), request)
    }

    fn preview(&mut self, text: &str) -> DuesImportPreview {
        let request = self.request(text.as_bytes());
        self.try_preview(request).unwrap()
    }

    fn take(&mut self, preview: &DuesImportPreview) {
        let payment = |row: &DuesImportRow| DuesPayment {
            id: None,
            member: row.member.unwrap(),
            paid_on: row.paid_on,
            way: preview.way,
            payer: String::new(),
            received_by: String::new(),
            receipt: String::new(),
            transaction: row.transaction.clone(),
            note: row.note.clone(),
            months: row.months.clone(),
        };
        let payments = preview.matched.iter().map(payment).collect();
        import(&mut self.file.desk("dues_import"), DuesImportRequest { payments, aliases: Vec::new() }).unwrap();
    }
}

const WECHAT: &str = "微信支付账单明细|\n----\n\
    交易时间|交易类型|交易对方|商品|收/支|金额(元)|支付方式|当前状态|交易单号|商户单号|备注\n\
    2026-03-05 08:00:00|转账|方晓岚|转账备注:党费|收入|¥40.00|/|已存入零钱|1003\t|/|/\n\
    2026-02-05 08:00:00|转账|方晓岚|转账备注:党费|收入|¥40.00|/|已存入零钱|1002\t|/|/\n\
    2026-01-05 08:00:00|转账|方晓岚|转账备注:党费|收入|¥40.00|/|已存入零钱|1001\t|/|/\n\
    2026-01-04 08:00:00|商户消费|某店|茶|支出|¥9.90|零钱|支付成功|1000\t|/|/\n";

#[test]
fn a_statement_is_taken_over_once() {
    let mut statements = Statements::new();
    let member = statements.member("方晓岚");
    let first = statements.preview(WECHAT);
    assert_eq!((first.way, first.sheet.as_str(), first.columns.header), (DuesWay::Wechat, "表1", 2));
    assert_eq!((first.matched.len(), first.doubtful.len(), first.ignored, first.known), (3, 0, 1, 0), "{first:?}");
    assert_eq!(first.matched[2].months[0].month.to_string(), "2026-01");
    assert!(first.matched.iter().all(|row| row.member == Some(member)));
    statements.take(&first);
    let again = statements.preview(WECHAT);
    assert_eq!((again.matched.len(), again.doubtful.len(), again.ignored, again.known), (0, 0, 1, 3));
}

#[test]
fn who_left_is_nobodys_namesake_unless_something_lacks() {
    let mut statements = Statements::new();
    let (left, there) = (statements.member("方晓岚"), statements.member("方晓岚"));
    let leave = serde_json::json!({ "id": left, "how": "moved_out", "on": "2025-12-20", "reason": "" });
    crate::roster::leave(&mut statements.file.desk("member_leave"), serde_json::from_value(leave).unwrap()).unwrap();
    assert_eq!(statements.preview(WECHAT).matched[0].member, Some(there));
}

#[test]
fn a_sheet_without_names_is_read_as_somebody_says() {
    let mut statements = Statements::new();
    statements.member("方晓岚");
    let text = "三月\n某日|谁|多少\n2026-01-05|方晓岚|40\n";
    let unread = statements.preview(text);
    assert_eq!(unread.unread, "没有找到“交易时间”“交易对方”“金额”的列，没有读入任何内容；请选择各列是什么");
    assert_eq!((unread.header.len(), unread.columns.header, unread.ignored), (3, 1, 0));
    let mut request = statements.request(text.as_bytes());
    request.columns = Some(DuesImportColumns { time: 0, party: 1, amount: 2, ..unread.columns });
    assert_eq!(statements.try_preview(request.clone()).unwrap().matched.len(), 1);
    request.columns = Some(DuesImportColumns { time: 3, ..unread.columns });
    let Err(DuesError::Invalid(invalid)) = statements.try_preview(request) else {
        panic!("a column that is not there")
    };
    assert_eq!(invalid.0[0].field, "columns.time");
}

#[test]
fn the_first_sheet_that_is_a_statement_is_read_unless_another_is_chosen() {
    let mut statements = Statements::new();
    let text = format!("说明|怎么用\n===\n{WECHAT}");
    let preview = statements.preview(&text);
    assert_eq!((preview.sheet.as_str(), preview.sheets.len()), ("表2", 2));
    let mut request = statements.request(text.as_bytes());
    request.sheet = Some("表1".to_owned());
    assert_ne!(statements.try_preview(request.clone()).unwrap().unread, "");
    request.sheet = Some("表3".to_owned());
    let error = statements.try_preview(request).unwrap_err();
    assert!(matches!(error, DuesError::Sheet(SheetError::NoSuchSheet(_))));
}

#[test]
fn what_is_too_large_is_not_called_a_roster() {
    let mut statements = Statements::new();
    let request = statements.request(b"\xFF");
    let error = statements.try_preview(request).unwrap_err();
    assert!(matches!(&error, DuesError::File(FileError::TooLarge(name)) if name == "账单.csv"), "{error:?}");
    assert!(!error.to_string().contains("名册"));
}
