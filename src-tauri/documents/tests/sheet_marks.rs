//! What is not in a sheet's cells but has to be known: merged cells, what is not shown, formulas without a result, how much of a
//! date is shown, and cells far outside.

#![allow(clippy::unwrap_used)]

mod books;

use std::collections::BTreeMap;

use rstest::rstest;
use rust_xlsxwriter::{Format, Formula, Workbook};
use zhibu_core::outside::{Area, Cell, SheetError};

use books::{day, fixture, ods, read, row, sheet, sheets, text, xls, xlsx, xlsx_of};

#[test]
fn an_xlsx_tells_what_is_merged_and_what_is_hidden() {
    let book = xlsx_of(
        r#"<cols><col min="2" max="3" hidden="1"/></cols><sheetData>
           <row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>
           <row r="2" hidden="1"><c r="A2"><v>3</v></c></row>
           <row r="4" hidden="1" outlineLevel="1"><c r="A4"><v>3</v></c></row>
           <row r="5" hidden="true"/><row r="6" ht="0" customHeight="1"><c r="A6"><v>3</v></c></row><row r="900" hidden="1"/></sheetData>
           <mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="$A$1:B1"/><mergeCell ref="nonsense"/></mergeCells>"#,
        "",
        "",
    );
    let grid = read(&book).unwrap();
    assert_eq!((grid.hidden_rows, grid.hidden_columns), (vec![1, 3, 5], vec![1]));
    let area = |top, left, bottom, right| Area { top, left, bottom, right };
    assert_eq!(grid.merged, [area(1, 0, 3, 0), area(0, 0, 0, 1)]);
}

#[test]
fn an_xls_tells_what_is_merged_hidden_not_calculated_and_how_much_of_a_date_is_shown() {
    let book = fixture("cases/合并隐藏.xls");
    let names: Vec<_> = sheets(&book).unwrap().into_iter().map(|sheet| (sheet.name, sheet.hidden)).collect();
    assert_eq!(
        names,
        [("填表说明", false), ("党员名册", false), ("积极分子", false), ("旧", true)]
            .map(|(name, hidden)| (name.into(), hidden))
    );
    let grid = sheet(&book, "党员名册");
    assert_eq!((&grid.hidden_rows, &grid.hidden_columns), (&vec![4], &vec![6]));
    assert!(grid.merged.contains(&Area { top: 3, left: 0, bottom: 5, right: 0 }), "{:?}", grid.merged);
    assert!(grid.merged.contains(&Area { top: 1, left: 3, bottom: 1, right: 4 }), "{:?}", grid.merged);
    let column = |column: usize| grid.rows[3..].iter().map(|row| row[column].clone()).collect::<Vec<_>>();
    assert_eq!(column(3), [text("2008-06"), text("2001-12"), day("2026-03-20"), Cell::Number(0.0), text("2010-07")]);
    assert_eq!(column(4)[..2], [day("2009-06-18"), day("2002-12-01")]);
    assert_eq!((&grid.yearless, column(4)[4].clone()), (&BTreeMap::from([(3, 1)]), Cell::Empty));
    assert_eq!(grid.uncalculated, BTreeMap::from([(4, 1)]));
}

#[test]
fn an_ods_tells_what_is_merged_hidden_and_how_much_of_a_date_is_shown() {
    let head = r#"</table:table></office:spreadsheet></office:body><office:automatic-styles>
        <number:date-style style:name="N1"><number:year/><number:month/></number:date-style>
        <style:style style:name="ce1" style:data-style-name="N1"/></office:automatic-styles>
        <office:body><office:spreadsheet><table:table table:name="党员">"#;
    let rows = r#"<table:table-column/><table:table-column table:visibility="collapse" table:default-cell-style-name="ce1"/>
        <table:table-row><table:table-cell office:value-type="string" table:number-rows-spanned="2"><text:p>组</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2010-07-01"><text:p>2010年7月</text:p></table:table-cell></table:table-row>
        <table:table-row table:visibility="filter"><table:covered-table-cell/><table:table-cell office:value-type="float" office:value="1"/></table:table-row>
        <table:table-row><table:table-cell table:formula="of:=1+1"/></table:table-row>"#;
    let tidy = |xml: &str| xml.lines().map(str::trim).collect::<String>();
    let grid = sheet(&ods(&tidy(&(head.to_owned() + rows))), "党员");
    assert_eq!(row(&grid, 0), ["组", "2010-07"]);
    assert_eq!((grid.hidden_rows, grid.hidden_columns), (vec![1], vec![1]));
    assert_eq!(grid.merged, [Area { top: 0, left: 0, bottom: 1, right: 0 }]);
    assert_eq!(grid.uncalculated, BTreeMap::from([(0, 1)]));
}

/// As programs write them that do not calculate: nothing, an empty result, or 0.
#[rstest]
#[case::none("<c r=\"B2\"><f>A2*2</f></c><c r=\"B3\"><f>A3*2</f></c>")]
#[case::empty("<c r=\"B2\"><f>A2*2</f><v></v></c><c r=\"B3\"><f>A3*2</f><v/></c>")]
#[case::shared(
    "<c r=\"B2\"><f t=\"shared\" ref=\"B2:B3\" si=\"0\">A2*2</f></c><c r=\"B3\"><f t=\"shared\" si=\"0\"/></c>"
)]
#[case::text("<c r=\"B2\" t=\"str\"><f>A2</f></c><c r=\"B3\" t=\"str\"><f>A3</f></c>")]
#[case::nought("<c r=\"B2\"><f>A2*2</f><v>0</v></c><c r=\"B3\"><f>A3*2</f><v>0</v></c>")]
fn formulas_that_were_never_calculated_are_counted(#[case] cells: &str) {
    let grid = read(&xlsx(&format!(r#"<row r="1"><c r="A1"><v>7</v></c></row><row r="2">{cells}</row>"#))).unwrap();
    assert_eq!(grid.uncalculated, BTreeMap::from([(1, 2)]));
    assert!(grid.rows.iter().all(|row| row.get(1).is_none_or(|cell| *cell == Cell::Empty)));
}

#[test]
fn a_calculated_nought_and_an_empty_text_are_results_and_every_error_is_one() {
    let cells = r##"<row r="1"><c r="A1"><f>1-1</f><v>0</v></c><c r="B1" t="e"><f>X()</f><v>#SPILL!</v></c><c r="C1" t="e"><v>#REF!</v></c></row>
        <row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2"><v>5</v></c><c r="C2" t="str"><f>IF(A2="","","")</f><v></v></c></row>"##;
    let grid = read(&xlsx(cells)).unwrap();
    assert_eq!(grid.rows[0], [Cell::Number(0.0), Cell::Error("#SPILL!".into()), Cell::Error("#REF!".into())]);
    assert_eq!((&grid.rows[1][1], grid.uncalculated.len()), (&Cell::Number(5.0), 0));
}

#[test]
fn a_workbook_of_the_library_we_write_with_is_known_to_lack_its_results() {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.write_string(0, 0, "性别").unwrap();
    page.write_formula(1, 0, Formula::new("=IF(1,\"男\",\"女\")")).unwrap();
    let grid = read(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(grid.uncalculated, BTreeMap::from([(0, 1)]));
}

#[rstest]
#[case(r#"yyyy"年"m"月""#, "2010-07")]
#[case(r#"[$-804]yyyy"年"m"月";@"#, "2010-07")]
#[case("yyyy-mm", "2010-07")]
#[case("yyyy.mm", "2010-07")]
#[case("mmm-yy", "2010-07")]
#[case("yyyy", "2010")]
#[case("yyyy-mm-dd", "2010-07-16 00:00:00")]
#[case(r#"m"月"d"日""#, "2010-07-16 00:00:00")]
#[case("h:mm", "2010-07-16 00:00:00")]
fn a_date_is_read_as_far_as_it_is_shown(#[case] format: &str, #[case] shown: &str) {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.write_number_with_format(0, 0, 40_375, &Format::new().set_num_format(format)).unwrap();
    let grid = read(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(row(&grid, 0), [shown]);
    assert_eq!(grid.yearless.len(), usize::from(format.starts_with("m\"")));
}

/// Numbers by which programs know their own formats; those of Chinese Excel and WPS too.
#[rstest]
#[case(14, "2010-07-16 00:00:00")]
#[case(17, "2010-07")]
#[case(27, "2010-07")]
#[case(31, "2010-07-16 00:00:00")]
#[case(57, "2010-07")]
#[case(58, "2010-07-16 00:00:00")]
fn a_date_in_a_format_known_by_number_is_read_as_far_as_it_is_shown(#[case] format: u8, #[case] shown: &str) {
    let cell = r#"<sheetData><row r="1"><c r="A1" s="1"><v>40375</v></c></row></sheetData>"#;
    let grid = read(&xlsx_of(cell, "", &format!(r#"<xf numFmtId="{format}"/>"#))).unwrap();
    assert_eq!(row(&grid, 0), [shown]);
}

#[rstest]
#[case(0.0)]
#[case(60.0)]
#[case(-1.0)]
#[case(1.0)]
#[case(0.5)]
fn a_number_that_counts_no_day_is_no_date(#[case] number: f64) {
    let cell = format!(r#"<sheetData><row r="1"><c r="A1" s="1"><v>{number}</v></c></row></sheetData>"#);
    assert_eq!(read(&xlsx_of(&cell, "", r#"<xf numFmtId="14"/>"#)).unwrap().rows[0], [Cell::Number(number)]);
}

#[rstest]
#[case::xlsx_column(xlsx(r#"<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>9</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>"#), &["XFD1"])]
#[case::xlsx_corner(xlsx(r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>"#), &["XFD1048576"])]
#[case::xls_corner(fixture("cases/末格.xls"), &["IV65536"])]
fn a_cell_at_the_end_of_the_sheet_is_left_out_and_named(#[case] book: Vec<u8>, #[case] strays: &[&str]) {
    let grid = read(&book).unwrap();
    assert_eq!(grid.strays, strays);
    assert!(grid.rows.len() <= 3 && grid.rows[0].len() <= 4, "{} rows", grid.rows.len());
    assert!(grid.rows[1][0] != Cell::Empty);
}

/// Within the bounds, but with a field of two million empty cells before it.
#[test]
fn a_cell_in_the_middle_of_nowhere_costs_no_memory() {
    let book = xlsx(r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="90000"><c r="CV90000"><v>9</v></c></row>"#);
    let grid = read(&book).unwrap();
    assert_eq!((grid.rows.len(), grid.rows[89_999].len(), grid.rows[500].len()), (90_000, 100, 0));
}

#[test]
fn an_xls_that_promises_more_than_it_holds_is_read_as_it_is() {
    let declared = (0x0200, &[0, 0, 0, 0, 255, 255, 255, 255, 0, 0, 255, 255, 0, 0][..]);
    let number = [&[1, 0, 1, 0, 0, 0][..], &1.5f64.to_le_bytes()].concat();
    assert_eq!(read(&xls(&[], &[declared])), Err(SheetError::Empty));
    assert_eq!(read(&xls(&[], &[declared, (0x0203, &number)])).unwrap().rows[1], [Cell::Empty, Cell::Number(1.5)]);
    assert_eq!(read(&xls(&[], &[(0x0203, &[255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])])), Err(SheetError::Empty));
}

#[test]
fn areas_that_lie_over_one_another_without_end_are_refused() {
    let areas = r#"<mergeCell ref="A1:XFD1048576"/>"#.repeat(100_000);
    let rows: String = (1..=100).map(|n| format!(r#"<row r="{n}"><c r="J{n}"><v>1</v></c></row>"#)).collect();
    let book = xlsx_of(&format!("<sheetData>{rows}</sheetData><mergeCells>{areas}</mergeCells>"), "", "");
    assert!(matches!(read(&book), Err(SheetError::TooLarge(_))));
}

#[test]
fn a_sheet_that_cannot_be_read_keeps_no_other_from_being_read() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("名册").unwrap().write_string(0, 0, "姓名").unwrap();
    let large = book.add_worksheet().set_name("流水").unwrap();
    for row in 0..70 {
        large.write_string(200_000 + row, 0, "x").unwrap();
    }
    let sheets = sheets(&book.save_to_buffer().unwrap()).unwrap();
    assert!(sheets[0].grid.is_ok());
    assert!(matches!(sheets[1].grid, Err(SheetError::TooLarge(_))));
}
