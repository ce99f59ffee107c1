//! Files whose name says .xls and whose content says otherwise: web pages and XML are read, everything else is called what it is.

#![allow(clippy::unwrap_used, clippy::panic)]

mod books;

use std::collections::BTreeMap;

use encoding_rs::GB18030;
use rstest::rstest;
use zhibu_core::outside::{Area, Cell, SheetError};

use books::{day, fixture, ole, read, row, sheet, sheets, text, zipped};

#[rstest]
#[case("cases/系统导出.xls")]
#[case("cases/党员信息导出.xls")]
fn what_a_system_exports_as_xls_is_read(#[case] name: &str) {
    let grid = read(&fixture(name)).unwrap();
    assert_eq!(row(&grid, 0)[..4], ["姓名", "性别", "民族", "公民身份证号"]);
    assert_eq!(row(&grid, 1)[..4], ["方晓岚", "女", "汉族", "440300198503120229"]);
    assert_eq!(row(&grid, 3)[0], "余思琪");
}

const PAGE: &str = r#"<html><head><meta http-equiv="Content-Type" content="text/html; charset=CHARSET"><style>td { content: "<td>" }</style>
<script>document.write("<table><tr><td>无</td></tr></table>")</script></head><body><table><thead><tr><th>姓名<th>手机号</tr></thead>
<tbody><tr><td style="mso-number-format:'\@'">方晓岚</td><td x:num="13800010001">13800010001</td></tr></tbody></table></body></html>"#;

#[rstest]
#[case::utf_8(PAGE.replace("CHARSET", "utf-8").into_bytes())]
#[case::gb2312(GB18030.encode(&PAGE.replace("CHARSET", "gb2312")).0.into_owned())]
#[case::gbk(GB18030.encode(&PAGE.replace("CHARSET", "GBK")).0.into_owned())]
#[case::gb18030(GB18030.encode(&PAGE.replace("CHARSET", "GB18030")).0.into_owned())]
#[case::undeclared(GB18030.encode(&PAGE.replace("; charset=CHARSET", "")).0.into_owned())]
#[case::wrongly_declared(PAGE.replace("CHARSET", "gb2312").into_bytes())]
#[case::big5(encoding_rs::BIG5.encode(&PAGE.replace("CHARSET", "big5").replace(['晓', '岚', '号', '机'], "")).0.into_owned())]
#[case::marked(("\u{feff}\r\n".to_owned() + PAGE).into_bytes())]
#[case::utf_16(b"\xFF\xFE".iter().copied().chain(PAGE.encode_utf16().flat_map(u16::to_le_bytes)).collect())]
#[case::utf_16_unmarked(PAGE.encode_utf16().flat_map(u16::to_le_bytes).collect())]
#[case::of_xml((r#"<?xml version="1.0"?><!-- <Workbook> --><!DOCTYPE html>"#.to_owned() + PAGE).into_bytes())]
fn a_page_is_read_in_every_usual_encoding(#[case] bytes: Vec<u8>) {
    let sheets = sheets(&bytes).unwrap();
    assert_eq!(sheets.len(), 1);
    let grid = sheets[0].grid.as_ref().unwrap();
    assert_eq!((row(grid, 0)[0].as_str(), row(grid, 1)[1].as_str()), ("姓名", "13800010001"));
    assert!(["方晓岚", "方"].contains(&row(grid, 1)[0].as_str()), "{grid:?}");
}

#[test]
fn a_pages_cells_are_where_a_browser_shows_them() {
    let page =
        "<TABLE><tr><th rowspan=2>党小组<th rowspan=2>姓名<th colspan=2>联系方式</tr><tr><th>手机号<th>固定电话</tr>
        <tr><td rowspan=2>第一党小组</td><td>方&nbsp;晓岚<td>138<br>0001<td></tr>
        <tr style='DISPLAY: none'><td> 卓文斌\n <b>（组长）</b><td>&#49;39&lt;</tr></TABLE>";
    let grid = read(page.as_bytes()).unwrap();
    assert_eq!(row(&grid, 0), ["党小组", "姓名", "联系方式", ""]);
    assert_eq!(row(&grid, 1), ["", "", "手机号", "固定电话"]);
    assert_eq!(row(&grid, 2), ["第一党小组", "方\u{a0}晓岚", "138\n0001", ""]);
    assert_eq!(row(&grid, 3), ["", "卓文斌 （组长）", "139<", ""]);
    assert_eq!(grid.hidden_rows, [3]);
    assert!(grid.merged.contains(&Area { top: 2, left: 0, bottom: 3, right: 0 }));
}

#[test]
fn every_table_of_a_page_is_a_sheet() {
    let page = "<table><tr><td>外<table><tr><td>姓名</td></tr><tr><td>甲</table></td></tr></table>
        <p>党员</p><table></table><table><tr><td>姓名<tr><td>乙</table>";
    let found: Vec<_> = sheets(page.as_bytes())
        .unwrap()
        .into_iter()
        .map(|sheet| (sheet.name, sheet.grid.unwrap().rows.concat()))
        .collect();
    let expected = [("第 1 个表格", vec![text("外")]), ("第 2 个表格", vec![text("姓名"), text("甲")])];
    assert_eq!(found[..2], expected.map(|(name, cells)| (name.to_owned(), cells)));
    assert_eq!(found[2].1, [text("姓名"), text("乙")]);
    let named =
        "<!--[if gte mso 9]><xml><x:ExcelWorksheet><x:Name>党员信息</x:Name></x:ExcelWorksheet></xml><![endif]-->";
    assert_eq!(sheets(format!("<html>{named}<table><tr><td>1</table>").as_bytes()).unwrap()[0].name, "党员信息");
}

#[rstest]
#[case::deep("<table><tr><td>".repeat(100_000))]
#[case::many("<table><tr><td>1</table>".repeat(300))]
#[case::wide(format!("<table><tr>{}</table>", "<td colspan=1000>1".repeat(100)))]
#[case::spanned(format!("<table>{}</table>", "<tr><td rowspan=65534 colspan=1000>1".repeat(3000)))]
#[case::long(format!("<table>{}</table>", "<tr><td>1".repeat(101_000)))]
fn a_page_that_no_roster_can_be_is_refused(#[case] page: String) {
    assert!(matches!(read(page.as_bytes()), Err(SheetError::TooLarge(_))), "{:?}", read(page.as_bytes()).map(|_| ()));
}

const BOOK: &str = r##"<?xml version="1.0" encoding="ENCODING"?>
<?mso-application progid="Excel.Sheet"?>
<ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:html="http://www.w3.org/TR/REC-html40">
 <ss:Styles><ss:Style ss:ID="month"><ss:NumberFormat ss:Format="yyyy&quot;年&quot;m&quot;月&quot;"/></ss:Style><ss:Style ss:ID="day"><ss:NumberFormat ss:Format="Short Date"/></ss:Style><ss:Style ss:ID="own" ss:Parent="month"/></ss:Styles>
 <ss:Worksheet ss:Name="党员 &amp; 名册"><ss:Table>
  <ss:Column/><ss:Column ss:Index="3" ss:StyleID="own"/><ss:Column ss:Hidden="1"/>
  <ss:Row><ss:Cell ss:MergeAcross="3"><ss:Data ss:Type="String">名册</ss:Data></ss:Cell><ss:Cell><ss:Data ss:Type="String">后</ss:Data></ss:Cell></ss:Row>
  <ss:Row ss:Index="3"><ss:Cell ss:MergeDown="1"><ss:Data ss:Type="String">一组</ss:Data></ss:Cell><ss:Cell><ss:Data ss:Type="String">方<html:B>晓</html:B>岚&#x20;&lt;</ss:Data><ss:Comment><ss:Data>批注</ss:Data></ss:Comment></ss:Cell><ss:Cell><ss:Data ss:Type="DateTime">2010-07-01T00:00:00.000</ss:Data></ss:Cell><ss:Cell ss:StyleID="day"><ss:Data ss:Type="DateTime">2010-07-01T00:00:00.000</ss:Data></ss:Cell><ss:Cell ss:Formula="=1+1"/></ss:Row>
  <ss:Row ss:Hidden="1"><ss:Cell ss:Index="2"><ss:Data ss:Type="String">卓文斌</ss:Data></ss:Cell><ss:Cell ss:StyleID="month"><ss:Data ss:Type="Number">40360</ss:Data></ss:Cell><ss:Cell><ss:Data ss:Type="Number">12.5</ss:Data></ss:Cell><ss:Cell><ss:Data ss:Type="Error">#N/A</ss:Data></ss:Cell><ss:Cell><ss:Data ss:Type="Boolean">1</ss:Data></ss:Cell></ss:Row>
 </ss:Table></ss:Worksheet>
 <ss:Worksheet ss:Name="旧"><ss:Table><ss:Row><ss:Cell><ss:Data ss:Type="String">x</ss:Data></ss:Cell></ss:Row></ss:Table><x:WorksheetOptions><x:Visible>SheetVeryHidden</x:Visible></x:WorksheetOptions></ss:Worksheet>
</ss:Workbook>"##;

#[rstest]
#[case::utf_8(BOOK.replace("ENCODING", "UTF-8").into_bytes())]
#[case::gb2312(GB18030.encode(&BOOK.replace("ENCODING", "GB2312")).0.into_owned())]
#[case::utf_16(b"\xFF\xFE".iter().copied().chain(BOOK.replace("ENCODING", "UTF-16").encode_utf16().flat_map(u16::to_le_bytes)).collect())]
fn a_workbook_of_2003_is_read_with_its_gaps_merges_dates_and_hidden_rows(#[case] bytes: Vec<u8>) {
    let found = sheets(&bytes).unwrap();
    let names: Vec<_> = found.iter().map(|sheet| (sheet.name.as_str(), sheet.hidden)).collect();
    assert_eq!(names, [("党员 & 名册", false), ("旧", true)]);
    let grid = sheet(&bytes, "党员 & 名册");
    assert_eq!(row(&grid, 0)[4], "后");
    assert_eq!(row(&grid, 1).concat(), "");
    assert_eq!(grid.rows[2][..4], [text("一组"), text("方晓岚 <"), text("2010-07"), day("2010-07-01")]);
    let rest = [text("卓文斌"), text("2010-07"), Cell::Number(12.5), Cell::Error("#N/A".into()), Cell::Bool(true)];
    assert_eq!(grid.rows[3][1..], rest);
    assert_eq!((&grid.hidden_rows, &grid.hidden_columns), (&vec![3], &vec![3]));
    let area = |top, left, bottom, right| Area { top, left, bottom, right };
    assert_eq!(grid.merged, [area(0, 0, 0, 3), area(2, 0, 3, 0)]);
    assert_eq!(grid.uncalculated, BTreeMap::from([(4, 1)]));
}

#[test]
fn a_workbook_of_2003_cannot_multiply_what_it_says() {
    let laughs = "<!DOCTYPE x [<!ENTITY a \"哈哈哈哈\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
    let book = BOOK.replace("ENCODING", "UTF-8").replace("<?mso-application progid=\"Excel.Sheet\"?>", laughs);
    let book = book.replace("批注", "&b;").replace("一组", "&b;");
    assert_eq!(row(&sheet(book.as_bytes(), "党员 & 名册"), 2)[0], "");
    let far = BOOK.replace("ENCODING", "UTF-8").replace("ss:Index=\"3\"><ss:Cell", "ss:Index=\"4294967295\"><ss:Cell");
    assert_eq!(sheet(far.as_bytes(), "党员 & 名册").rows.len(), 1);
}

#[rstest]
#[case::a_pdf(b"%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj\n".to_vec(), "PDF")]
#[case::a_picture(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), "图片")]
#[case::a_photo(b"\xFF\xD8\xFF\xE0\0\x10JFIF".to_vec(), "图片")]
#[case::a_phone_photo(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), "HEIC")]
#[case::a_web_picture(b"RIFF\x24\0\0\0WEBPVP8 ".to_vec(), "WebP")]
#[case::a_letter(zipped(&[("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w:document/>")]), "Word")]
#[case::an_old_letter(ole("/WordDocument", &[1; 5000]), "Word")]
#[case::a_letter_in_xml(b"<?xml version=\"1.0\"?><w:wordDocument xmlns:w=\"x\"/>".to_vec(), "Word")]
#[case::rich_text(b"{\\rtf1\\ansi ...}".to_vec(), "RTF")]
#[case::slides(zipped(&[("ppt/presentation.xml", "<p/>")]), "演示")]
#[case::old_slides(ole("/PowerPoint Document", &[1; 5000]), "演示")]
#[case::numbers(zipped(&[("Index/Document.iwa", "x"), ("Metadata/Properties.plist", "x")]), "Numbers")]
#[case::ofd(zipped(&[("OFD.xml", "<ofd:OFD/>"), ("Doc_0/Document.xml", "x")]), "OFD")]
#[case::a_writer_file(zipped(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "x")]), "OpenDocument")]
#[case::binary_xlsx(zipped(&[("xl/workbook.bin", "x")]), "xlsb")]
#[case::packed(zipped(&[("名册.xlsx", "x")]), "压缩包")]
#[case::rar(b"Rar!\x1a\x07\x01\0".to_vec(), "压缩包")]
#[case::seven_zip(b"7z\xBC\xAF\x27\x1C".to_vec(), "压缩包")]
#[case::empty_zip([&b"PK\x05\x06"[..], &[0; 18]].concat(), "压缩包")]
#[case::a_page_without_tables(b"<!DOCTYPE html><html><body>Please sign in</body></html>".to_vec(), "网页")]
#[case::other_xml(b"<?xml version=\"1.0\"?><data><person/></data>".to_vec(), "XML")]
#[case::an_archived_page(b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x".to_vec(), "MHT")]
#[case::flat_ods(b"<?xml version=\"1.0\"?><office:document xmlns:office=\"o\"/>".to_vec(), "OpenDocument")]
#[case::uof(b"<?xml version=\"1.0\"?><uof:UOF xmlns:uof=\"u\"/>".to_vec(), "UOF")]
#[case::before_excel_5(b"\x09\x04\x06\0\0\0\x10\0\0\0".to_vec(), "Excel")]
#[case::a_shortcut(b"L\0\0\0\x01\x14\x02\0\0\0\0\0\xC0".to_vec(), "快捷方式")]
fn what_is_something_else_is_called_by_its_name(#[case] bytes: Vec<u8>, #[case] name: &str) {
    let Err(SheetError::OtherKind(kind)) = sheets(&bytes) else { panic!("{:?}", sheets(&bytes)) };
    assert!(kind.contains(name), "{kind}");
}

/// A list that only begins like a picture or a program, and one whose name says .xlsx.
#[rstest]
#[case("BM,姓名\n1,甲\n")]
#[case("MZ\t姓名\n1\t甲\n")]
fn a_list_that_begins_like_something_else_is_read(#[case] list: &str) {
    assert_eq!(row(&read(list.as_bytes()).unwrap(), 1), ["1", "甲"]);
}
