//! What a file is, told from its content; its name may say anything.

use encoding_rs::{Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};
use zhibu_core::outside::SheetError;

use super::cut_off;

/// Bytes of a file; a roster of 10,000 people has about one million.
const MAX_FILE: usize = 32 << 20;

/// In the first bytes of a file the encoding and the make are told.
const HEAD: usize = 4096;

/// What can be read, as far as it has been unpacked.
pub(super) enum Kind {
    /// .xlsx or .ods, or something else in a zip.
    Zip,
    /// .xls, or something else in an OLE2 container.
    Ole,
    /// A web page.
    Html(String),
    /// Excel's XML of 2003.
    Xml2003(String),
    /// Lines of text: .csv and its kin.
    Lines(String),
}

/// First bytes of what people choose by mistake, and what it is called.
const OTHERS: &[(&[u8], &str)] = &[
    (b"%PDF-", "PDF 文件"),
    (b"\x89PNG", "图片"),
    (b"\xFF\xD8\xFF", "图片"),
    (b"GIF8", "图片"),
    (b"BM", "图片"),
    (b"II*\0", "图片"),
    (b"MM\0*", "图片"),
    (b"{\\rtf", "写字板文档（RTF）"),
    (b"Rar!", "压缩包"),
    (b"7z\xBC\xAF", "压缩包"),
    (b"\x1F\x8B", "压缩包"),
    (b"PK\x05\x06", "空的压缩包"),
    (b"MZ", "程序文件"),
    (b"L\0\0\0\x01\x14\x02\0", "快捷方式"),
    (b"SQLite format 3\0", "数据库文件"),
    (b"ID;P", "SYLK 表格"),
    // Excel 2, 3 and 4 had no container around their records.
    (b"\x09\0\x04\0", "很旧的 Excel 表格（2.0）"),
    (b"\x09\x02\x06\0", "很旧的 Excel 表格（3.0）"),
    (b"\x09\x04\x06\0", "很旧的 Excel 表格（4.0）"),
];

/// Tells what `bytes` are and names what cannot be read.
pub(super) fn of(bytes: &[u8]) -> Result<Kind, SheetError> {
    if bytes.is_empty() {
        return Err(SheetError::Empty);
    }
    if bytes.len() > MAX_FILE {
        return Err(SheetError::TooLarge(format!("超过 {} MB", MAX_FILE >> 20)));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(Kind::Zip);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Ok(Kind::Ole);
    }
    if let Some((_, name)) = OTHERS.iter().find(|(start, _)| bytes.starts_with(start) && !is_text(start, bytes)) {
        return Err(SheetError::OtherKind(name));
    }
    match (bytes.get(..4), bytes.get(4..8), bytes.get(8..12)) {
        (Some(b"RIFF"), _, Some(b"WEBP")) => return Err(SheetError::OtherKind("图片（WebP）")),
        (_, Some(b"ftyp"), Some(b"heic" | b"heix" | b"mif1" | b"msf1" | b"hevc" | b"avif")) => {
            return Err(SheetError::OtherKind("手机照片（HEIC）"));
        }
        (_, Some(b"ftyp"), _) => return Err(SheetError::OtherKind("视频")),
        _ => {}
    }
    let (text, is_whole) = decode(bytes)?;
    // A slip or two of some program between the words make no list a program.
    let strange = text.chars().filter(|c| c.is_control() && !matches!(c, '\t' | '\r' | '\n')).count();
    let binary = strange > 2 && strange * 50 > text.len();
    if !is_whole {
        return Err(if binary { SheetError::NotASheet } else { cut_off() });
    }
    let start: String = text.trim_start_matches(is_blank).chars().take(HEAD).flat_map(char::to_lowercase).collect();
    if start.starts_with("mime-version:") || start.contains("content-type: multipart/related") {
        return Err(SheetError::OtherKind("单个文件的网页（MHT）"));
    }
    if start.starts_with("%pdf-") {
        return Err(SheetError::OtherKind("PDF 文件"));
    }
    if start.starts_with('<') {
        return markup(text, &start);
    }
    if binary { Err(SheetError::NotASheet) } else { Ok(Kind::Lines(text)) }
}

/// A web page or XML.
fn markup(text: String, start: &str) -> Result<Kind, SheetError> {
    let root = root(start);
    let local = root.rsplit(':').next().unwrap_or_default();
    match local {
        "workbook" if start.contains("urn:schemas-microsoft-com:office:spreadsheet") => Ok(Kind::Xml2003(text)),
        "worddocument" => Err(SheetError::OtherKind("Word 文档（XML）")),
        "document" if root.starts_with("office:") => Err(SheetError::OtherKind("OpenDocument 单文件（XML）")),
        "svg" => Err(SheetError::OtherKind("图片（SVG）")),
        _ if root.starts_with("uof:") => Err(SheetError::OtherKind("标文通文件（UOF）")),
        _ if has_table(&text) => Ok(Kind::Html(text)),
        _ if local == "html" || start.starts_with("<!doctype html") => Err(SheetError::OtherKind("网页，里面没有表格")),
        _ => Err(SheetError::OtherKind("XML 文件，里面没有表格")),
    }
}

fn has_table(text: &str) -> bool {
    let table = |at: usize| text.get(at + 1..at + 6).is_some_and(|name| name.eq_ignore_ascii_case("table"));
    text.match_indices('<').any(|(at, _)| table(at))
}

/// The first element's name, what is declared and remarked before it aside.
fn root(start: &str) -> &str {
    let mut rest = start;
    loop {
        rest = rest.trim_start_matches(is_blank);
        let end = if rest.starts_with("<!--") {
            "-->"
        } else if rest.starts_with("<!") && rest.split('>').next().is_some_and(|declared| declared.contains('[')) {
            "]>"
        } else if rest.starts_with("<?") || rest.starts_with("<!") {
            ">"
        } else {
            let name = rest.trim_start_matches('<');
            return name.split(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).next().unwrap_or_default();
        };
        match rest.split_once(end) {
            Some((_, after)) => rest = after,
            None => return "",
        }
    }
}

/// UTF-16 without its mark: every separator, line end and digit has a nought beside it, always on the same side.
fn unmarked_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let noughts = |side: usize| {
        let is_ascii = |pair: &&[u8]| pair[side] == 0 && matches!(pair[1 - side], b'\t' | b'\n' | b'\r' | b' '..=b'~');
        head.chunks_exact(2).filter(is_ascii).count()
    };
    let all = head.iter().filter(|byte| **byte == 0).count();
    // One nought in twenty pairs: a slip of some program in a list of another encoding is rarer.
    let enough = |count: usize| count > 1 && count == all && count * 40 >= head.len();
    [(1, UTF_16LE), (0, UTF_16BE)].into_iter().find(|(side, _)| enough(noughts(*side))).map(|(_, encoding)| encoding)
}

/// Words that begin like something else: a list that starts with `BM`.
fn is_text(start: &[u8], bytes: &[u8]) -> bool {
    start.iter().all(u8::is_ascii_alphanumeric)
        && bytes.iter().take(HEAD).all(|byte| *byte >= b' ' || b"\t\r\n".contains(byte))
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{FEFF}'
}

/// A character of GB18030 has no more bytes.
const LONGEST: usize = 4;

/// Unicode with a mark or with noughts as UTF-16 has them, UTF-8 that is sound (many pages declare something else), or what
/// the page declares, or else GB18030: nothing else is in use for rosters. False: the last character is cut off.
fn decode(bytes: &[u8]) -> Result<(String, bool), SheetError> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| (encoding(bytes), 0));
    let body = bytes.get(mark..).unwrap_or_default();
    let decode = |less: usize| {
        let body = body.get(..body.len().checked_sub(less)?)?;
        Some((encoding.decode_without_bom_handling_and_without_replacement(body)?.into_owned(), less == 0))
    };
    (0..LONGEST).find_map(decode).ok_or(SheetError::NotASheet)
}

fn encoding(bytes: &[u8]) -> &'static Encoding {
    match bytes {
        [b'<', 0, ..] => return UTF_16LE,
        [0, b'<', ..] => return UTF_16BE,
        _ => {}
    }
    if let Some(encoding) = unmarked_utf_16(bytes) {
        return encoding;
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => return UTF_8,
        // Sound up to a last character that is cut off.
        Err(error) if error.error_len().is_none() && error.valid_up_to() > 0 => return UTF_8,
        Err(_) => {}
    }
    let head = String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(bytes)).to_lowercase();
    let declared = ["charset=", "encoding="].iter().find_map(|word| {
        let label = head.split_once(word)?.1.trim_start_matches(['"', '\'']);
        Encoding::for_label(
            label.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').next()?.as_bytes(),
        )
    });
    match declared.filter(|_| head.trim_start().starts_with('<')) {
        // GB 18030 holds all of GBK, and people's names need all of it.
        None => GB18030,
        Some(encoding) if encoding == GBK || encoding == UTF_8 => GB18030,
        Some(encoding) => encoding,
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    const LIST: &str = "姓名,人员类别\n陈䶮,正式党员\n";

    #[rstest]
    #[case::little(LIST.encode_utf16().flat_map(u16::to_le_bytes).collect())]
    #[case::big(LIST.encode_utf16().flat_map(u16::to_be_bytes).collect())]
    #[case::with_a_nought(LIST.replace("陈䶮", "陈\0䶮").into_bytes())]
    #[case::with_a_nought_in_gb18030(GB18030.encode(&LIST.replace("陈䶮", "陈\0䶮")).0.into_owned())]
    fn a_list_is_read_in_unicode_without_a_mark_and_with_a_nought_in_it(#[case] bytes: Vec<u8>) {
        let Ok(Kind::Lines(text)) = of(&bytes) else { panic!("no list") };
        assert_eq!(text.replace('\0', ""), LIST);
    }

    #[rstest]
    #[case::utf_8(LIST.trim_end().as_bytes().to_vec())]
    #[case::gb18030(GB18030.encode(LIST.trim_end()).0.into_owned())]
    #[case::of_two_halves(GB18030.encode("姓名\n陈䶮").0.into_owned())]
    fn a_list_that_ends_within_a_character_is_cut_off(#[case] bytes: Vec<u8>) {
        assert_eq!(of(&bytes[..bytes.len() - 1]).err(), Some(cut_off()));
    }
}
