//! What a file is and in which state it came, told from its bytes alone: before a signature is looked for, and to say
//! truly why none was found.

use super::coverage::split_after_last;
use super::fault::Fault;
use super::syntax::Scanner;

/// Where programs look for a PDF's first words.
const EDGE: usize = 1024;

/// What a file is that begins like this. A longer beginning stands before a shorter one.
const BEGINNINGS: &[(&[u8], &str)] = &[
    (b"\xFF\xD8\xFF", "，是一张图片"),
    (b"\x89PNG\r\n", "，是一张图片"),
    (b"GIF8", "，是一张图片"),
    (b"BM", "，是一张图片"),
    (b"II*\0", "，是一张图片"),
    (b"MM\0*", "，是一张图片"),
    (b"\xD0\xCF\x11\xE0", "，是 Word、Excel 之类的办公文件"),
    (b"{\\rtf", "，是 Word、Excel 之类的办公文件"),
    (b"Rar!", "，是一个压缩包"),
    (b"7z\xBC\xAF", "，是一个压缩包"),
    (b"\x1F\x8B", "，是一个压缩包"),
];

/// What a ZIP is that holds this.
const PACKED: &[(&[u8], &str)] = &[
    (b"word/document", "，是一个 Word 文档"),
    (b"xl/workbook", "，是一个 Excel 表格"),
    (b"ppt/presentation", "，是一个演示文稿"),
    (b"OFD.xml", "，是一个 OFD 文件"),
];

/// Passes what begins as a PDF does.
pub(super) fn is_pdf(file: &[u8]) -> Result<(), Fault> {
    if file.starts_with(b"%PDF-") {
        return Ok(());
    }
    if file.is_empty() {
        return Err(Fault::Empty);
    }
    if file.iter().all(|byte| *byte == 0) {
        return Err(Fault::ZeroTail);
    }
    if holds(file.get(..EDGE).unwrap_or(file), b"%PDF-") {
        return Err(Fault::Prefixed);
    }
    Err(Fault::NotAPdf(kind(file)))
}

fn kind(file: &[u8]) -> &'static str {
    if file.starts_with(b"PK") {
        let known = PACKED.iter().find(|(mark, _)| holds(file, mark));
        return known.map_or("，是一个压缩包", |(_, name)| name);
    }
    if let Some((_, name)) = BEGINNINGS.iter().find(|(mark, _)| file.starts_with(mark)) {
        return name;
    }
    let fourth = file.get(4..12).unwrap_or_default();
    let is_heic = [&b"ftyphei"[..], b"ftypmif", b"ftypavi"].iter().any(|mark| fourth.starts_with(mark));
    if is_heic || (file.starts_with(b"RIFF") && fourth.ends_with(b"WEBP")) {
        return "，是一张图片";
    }
    let head = file.get(..EDGE).unwrap_or(file).to_ascii_lowercase();
    if holds(&head, b"<html") || holds(&head, b"<!doctype html") {
        return "，是一个网页";
    }
    ""
}

/// Why there is no sound signature in a PDF whose own bytes say it: it is encrypted, or its end is missing.
pub(super) fn damage(pdf: &[u8]) -> Option<Fault> {
    if is_encrypted(pdf) {
        return Some(Fault::Encrypted);
    }
    let blanks = pdf.iter().rev().take_while(|byte| **byte == 0).count();
    let written = pdf.get(..pdf.len() - blanks).unwrap_or_default();
    if has_end(written) {
        return None;
    }
    Some(if blanks > 8 { Fault::ZeroTail } else { Fault::Truncated })
}

/// Whether a trailer says so: `/Encrypt` and, in place or by reference, how.
fn is_encrypted(pdf: &[u8]) -> bool {
    let mut rest = pdf;
    while let Some((head, tail)) = split_after_last(rest, b"/Encrypt") {
        let mut scanner = Scanner::new(tail.get(..64).unwrap_or(tail));
        scanner.skip();
        if scanner.rest().starts_with(b"<<") || scanner.unsigned().and_then(|_| scanner.unsigned()).is_ok() {
            return true;
        }
        rest = head.get(..head.len() - 1).unwrap_or_default();
    }
    false
}

/// Whether the last thing in a file is the end of a revision. What stands behind it may be anything but the beginning of
/// another revision.
fn has_end(pdf: &[u8]) -> bool {
    let Some((_, behind)) = split_after_last(pdf, b"%%EOF") else { return false };
    let mut scanner = Scanner::new(behind);
    let is_next = scanner.unsigned().is_ok();
    !is_next && !scanner.rest().starts_with(b"xref")
}

/// Whether a PDF is nothing but pictures, as a scanner makes it.
pub(super) fn is_scan(pdf: &[u8]) -> bool {
    let pictures: [&[u8]; 4] = [b"/DCTDecode", b"/CCITTFaxDecode", b"/JBIG2Decode", b"/JPXDecode"];
    !holds(pdf, b"/Font") && pictures.iter().any(|filter| holds(pdf, filter))
}

fn holds(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|window| window == mark)
}
