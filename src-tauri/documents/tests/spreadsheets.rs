//! Rosters come in as they are, hostile files stay out, and what goes out comes back.

#![allow(clippy::unwrap_used)]

mod books;

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use proptest::prelude::*;
use rstest::rstest;
use zhibu_core::outside::{Cell, Office, SheetError, Table};
use zhibu_documents::office::OfficeFiles;

use books::{fixture, ods, ole, read, sheets, text, xls, xlsx, zipped};

/// One line a row, cells apart by bars, dates marked `@`, numbers `#`: what a person would compare with the sheet.
fn show(bytes: &[u8]) -> String {
    let shown = sheets(bytes).unwrap().into_iter().filter(|sheet| !sheet.hidden).collect::<Vec<_>>();
    let names = shown.iter().map(|sheet| sheet.name.clone()).collect::<Vec<_>>();
    let (name, grid) = shown.into_iter().find_map(|sheet| Some((sheet.name, sheet.grid.ok()?))).unwrap();
    let mut out = format!("{name:?} of {names:?}\n");
    for (row, cells) in (1..).zip(&grid.rows) {
        write!(out, "{row:>3}").unwrap();
        for cell in cells {
            match cell {
                Cell::Empty => write!(out, "|"),
                Cell::Text(text) => write!(out, "|{}", text.escape_debug()),
                Cell::Number(number) => write!(out, "|#{number}"),
                Cell::Date(date) => write!(out, "|@{date}"),
                Cell::Bool(truth) => write!(out, "|{truth}"),
                Cell::Error(error) => write!(out, "|!{error}"),
            }
            .unwrap();
        }
        out.push('\n');
    }
    out
}

#[rstest]
#[case("branch-list.xlsx")]
#[case("faulty.xlsx")]
#[case("gb18030.csv")]
#[case("national-export.xlsx")]
#[case("old.xls")]
fn a_roster_is_read_as_it_stands(#[case] name: &str) {
    insta::assert_snapshot!(name, show(&fixture(&format!("rosters/{name}"))));
}

#[test]
fn a_hidden_sheet_is_marked_as_such() {
    let sheets = sheets(&fixture("rosters/branch-list.xlsx")).unwrap();
    let named: Vec<_> = sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.hidden)).collect();
    assert_eq!(named, [("名册", false), ("字典", true)]);
}

#[test]
fn rows_count_from_the_sheets_own_first_row_and_formulas_give_their_result() {
    let book = xlsx(
        r#"<row r="3"><c r="B3" t="inlineStr"><is><t>姓名</t></is></c><c r="D3"><f>1+1</f><v>2</v></c></row>
           <row r="4"><c r="C4" t="e"><v>#N/A</v></c><c r="D4" t="b"><v>1</v></c></row>"#,
    );
    let grid = read(&book).unwrap();
    let empty = || vec![Cell::Empty; 4];
    assert_eq!(
        grid.rows,
        [
            empty(),
            empty(),
            vec![Cell::Empty, text("姓名"), Cell::Empty, Cell::Number(2.0)],
            vec![Cell::Empty, Cell::Empty, Cell::Error("#N/A".into()), Cell::Bool(true)],
        ]
    );
    let empty = &sheets(&book).unwrap()[0];
    assert_eq!((empty.name.as_str(), &empty.grid), ("空", &Err(SheetError::Empty)));
}

#[test]
fn an_ods_is_read_with_its_repeated_and_empty_cells() {
    let grid = read(&ods(
        r#"<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
           <table:table-row><table:table-cell/><table:table-cell office:value-type="string" table:number-columns-repeated="2"><text:p>汉族</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="1990-05-03"><text:p>90-5-3</text:p></table:table-cell></table:table-row>
           <table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#.replace("\n           ", "").as_str(),
    ))
    .unwrap();
    let day = chrono::NaiveDate::from_ymd_opt(1990, 5, 3).unwrap().into();
    assert_eq!(grid.rows.len(), 3);
    assert_eq!(grid.rows[2], [Cell::Empty, text("汉族"), text("汉族"), Cell::Date(day)]);
}

#[rstest]
#[case::commas("姓名,民族\n𬭎,汉族\n".as_bytes())]
#[case::marked("\u{feff}姓名,民族\r\n𬭎,汉族\r\n".as_bytes())]
#[case::tabs("姓名\t民族\r𬭎\t汉族".as_bytes())]
#[case::semicolons("姓名;民族\n\"𬭎\";汉族".as_bytes())]
#[case::gb18030(&encoding_rs::GB18030.encode("姓名,民族\n𬭎,汉族").0)]
#[case::utf_16(&[b"\xFF\xFE".as_slice(), &"姓名\t民族\n𬭎\t汉族".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>()].concat())]
fn a_text_file_is_read_in_any_usual_encoding_and_with_any_usual_separator(#[case] bytes: &[u8]) {
    assert_eq!(read(bytes).unwrap().rows, [[text("姓名"), text("民族")], [text("𬭎"), text("汉族")]]);
}

#[test]
fn blank_lines_in_a_text_file_are_rows() {
    let grid = read("标题\n\n\n姓名,\"地\n址\"\n\n甲,乙".as_bytes()).unwrap();
    let filled: Vec<usize> = (1..).zip(&grid.rows).filter(|(_, row)| row[0] != Cell::Empty).map(|(n, _)| n).collect();
    assert_eq!(filled, [1, 4, 6]);
    assert_eq!(grid.rows[3][1], text("地\n址"));
}

#[test]
fn an_old_workbook_made_by_hand_is_read() {
    let number = [&[2, 0, 1, 0, 0, 0][..], &1.5f64.to_le_bytes()].concat();
    let grid = read(&xls(&[], &[(0x0203, &number)])).unwrap();
    assert_eq!(grid.rows[2], [Cell::Empty, Cell::Number(1.5)]);
}

#[test]
fn an_encrypted_workbook_is_named_as_such() {
    assert_eq!(read(&ole("/EncryptedPackage", &[7; 5000])), Err(SheetError::Encrypted));
    assert_eq!(read(&xls(&[(0x002F, &[1, 0, 1, 0, 1, 0])], &[])), Err(SheetError::Encrypted));
    assert_eq!(read(&xls(&[(0x002F, &[0, 0, 9, 9, 8, 8])], &[])), Err(SheetError::Encrypted));
    let ods = zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"),
        ("content.xml", "\u{1}\u{2}"),
    ]);
    assert_eq!(read(&ods), Err(SheetError::Encrypted));
}

#[rstest]
#[case::noise((0..4096_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect())]
#[case::nothing_known_in_a_container(ole("/Something", &[1; 5000]))]
#[case::noughts(vec![0; 5000])]
fn what_is_nothing_known_is_no_spreadsheet(#[case] bytes: Vec<u8>) {
    assert_eq!(read(&bytes), Err(SheetError::NotASheet));
}

#[test]
fn a_file_without_content_is_empty() {
    assert_eq!(read(b""), Err(SheetError::Empty));
    assert_eq!(read(b"\n\n,,\n"), Err(SheetError::Empty));
    assert_eq!(read(&xlsx("")), Err(SheetError::Empty));
}

#[rstest]
#[case::long(xlsx(&(0..66).map(|n| format!(r#"<row r="{}"><c r="A{}"><v>1</v></c></row>"#, 200_000 + n, 200_000 + n)).collect::<String>()))]
#[case::wide(xlsx(&format!(r#"<row r="1">{}</row>"#, "<c><v>1</v></c>".repeat(400))))]
#[case::large(xlsx(&(1..9000).map(|n| format!(r#"<row r="{n}"><c r="IV{n}"><v>1</v></c></row>"#)).collect::<String>()))]
#[case::zip_bomb(xlsx(&" ".repeat(65 << 20)))]
#[case::promised_strings(zipped(&[("xl/workbook.xml", "<workbook/>"), ("xl/sharedStrings.xml", r#"<sst uniqueCount="99999999999"/>"#)]))]
#[case::many_entries(zipped(&(0..2001).map(|n| n.to_string()).collect::<Vec<_>>().iter().map(|n| (n.as_str(), "")).collect::<Vec<_>>()))]
#[case::ods_columns(ods(
    r#"<table:table-row><table:table-cell office:value="1" table:number-columns-repeated="16384"/></table:table-row>"#
))]
#[case::ods_rows(ods(
    r#"<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value="1"/></table:table-row>"#
))]
#[case::ods_text(ods(&format!(r#"<table:table-row table:number-rows-repeated="9000"><table:table-cell table:number-columns-repeated="100"><text:p>{}</text:p></table:table-cell></table:table-row>"#, "长".repeat(100))))]
#[case::ods_sheets(ods(&format!("{}</table:table>", "</table:table><table:table table:name='x'><table:table-row table:number-rows-repeated='9999'><table:table-cell office:value='1' table:number-columns-repeated='99'/></table:table-row>".repeat(3))))]
#[case::ods_references(ods(&format!(r#"<table:table-row table:number-rows-repeated="9000"><table:table-cell table:number-columns-repeated="100"><text:p>{}</text:p></table:table-cell></table:table-row>"#, "&amp;".repeat(100))))]
#[case::csv_columns("x,".repeat(400).into_bytes())]
#[case::csv_rows("x\n".repeat(100_101).into_bytes())]
#[case::file("x".repeat((32 << 20) + 1).into_bytes())]
fn a_file_no_roster_can_be_is_refused_as_too_large(#[case] bytes: Vec<u8>) {
    assert!(matches!(read(&bytes), Err(SheetError::TooLarge(_))), "{:?}", read(&bytes));
}

#[test]
fn a_shared_text_shown_by_very_many_cells_is_refused() {
    let mut cells = String::new();
    for row in 1..=4000 {
        write!(cells, r#"<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>"#).unwrap();
    }
    let mut parts = zip::ZipWriter::new_append(Cursor::new(xlsx(&cells))).unwrap();
    parts.start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default()).unwrap();
    write!(parts, "<sst uniqueCount=\"1\"><si><t>{}</t></si></sst>", "长".repeat(30_000)).unwrap();
    let book = parts.finish().unwrap().into_inner();
    assert!(matches!(read(&book), Err(SheetError::TooLarge(_))));
}

#[rstest]
#[case("branch-list.xlsx")]
#[case("old.xls")]
fn half_a_file_is_damaged(#[case] name: &str) {
    let whole = fixture(&format!("rosters/{name}"));
    assert!(matches!(read(&whole[..whole.len() / 2]), Err(SheetError::Failed(_))));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_mangled_file_never_makes_the_program_fail(
        name in prop::sample::select(vec!["branch-list.xlsx", "old.xls", "gb18030.csv"]),
        flips in prop::collection::vec((any::<prop::sample::Index>(), 1_u8..), 1..16),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut bytes = fixture(&format!("rosters/{name}"));
        for (at, flip) in flips {
            let at = at.index(bytes.len());
            bytes[at] ^= flip;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let _ = read(&bytes);
    }
}

#[test]
fn what_is_written_comes_back_letter_by_letter() {
    let header = ["姓名", "备注"];
    let values = [
        "=1+1",
        "+86 139",
        "-1",
        "@SUM(A1)",
        "\t=cmd|'/c calc'!A1",
        "𬭎𣲘·阿卜杜拉",
        "00012",
        "440300199003105609",
        " 空格 ",
        "",
        "<b>&\"'",
        "两\n行",
    ];
    let table = Table {
        sheet: "名册".into(),
        header: header.map(str::to_owned).into(),
        rows: values.iter().map(|value| vec!["甲".into(), (*value).to_owned()]).collect(),
    };
    let bytes = OfficeFiles.write(&table).unwrap();
    assert_eq!(bytes, OfficeFiles.write(&table).unwrap());

    let grid = books::sheet(&bytes, "名册");
    assert_eq!(grid.rows[0], header.map(text));
    for (row, value) in grid.rows[1..].iter().zip(values) {
        assert_eq!(row[1], if value.is_empty() { Cell::Empty } else { text(value) });
    }

    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let sheet = std::io::read_to_string(zip.by_name("xl/worksheets/sheet1.xml").unwrap()).unwrap();
    assert!(!sheet.contains("<f>"), "no value became a formula");
}

#[test]
fn a_part_that_hides_behind_another_of_its_name_is_refused() {
    let twice = zipped(&[
        ("xl/workbook.xml", "<workbook/>"),
        ("xl/sharedStrings.xml", "<sst/>"),
        ("XL\\SharedStrings.xml", "<sst/>"),
    ]);
    assert!(matches!(read(&twice), Err(SheetError::Failed(_))));
}

#[test]
fn a_name_no_sheet_can_have_is_an_error() {
    let table = Table { sheet: "a/b".into(), header: vec!["x".into()], rows: vec![] };
    assert!(matches!(OfficeFiles.write(&table), Err(SheetError::Failed(_))));
}
