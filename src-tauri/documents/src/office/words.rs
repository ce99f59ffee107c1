//! What is written in a file, for the search: Word documents and plain text.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::kind::{self, Kind};

/// Bytes of a document's text with its markup; a book has a tenth of it.
const MAX_XML: u64 = 32 << 20;
/// Characters that are kept: whatever stands behind them is not searched.
const MOST: usize = 300_000;

/// The text of a .docx or a text file; `None` for anything else, and for what cannot be read.
pub(super) fn read(bytes: &[u8]) -> Option<String> {
    let text = match kind::of(bytes).ok()? {
        Kind::Zip => docx(bytes)?,
        Kind::Lines(text) => text,
        Kind::Ole | Kind::Html(_) | Kind::Xml2003(_) => return None,
    };
    let text: String = text.replace('\r', "").trim().chars().filter(|c| *c != '\0').take(MOST).collect();
    (!text.is_empty()).then_some(text)
}

fn docx(bytes: &[u8]) -> Option<String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut xml = Vec::new();
    // The size that a zip's directory declares is the sender's word only.
    archive.by_name("word/document.xml").ok()?.take(MAX_XML + 1).read_to_end(&mut xml).ok()?;
    if xml.len() as u64 > MAX_XML {
        return None;
    }
    paragraphs(&xml)
}

/// The running text, a line for each paragraph. What was deleted and what a field is made from have elements of other names.
fn paragraphs(xml: &[u8]) -> Option<String> {
    let mut reader = Reader::from_reader(xml);
    let (mut text, mut in_text, mut doubled) = (String::new(), false, 0_u32);
    loop {
        match reader.read_event().ok()? {
            // What older programs see instead stands there a second time.
            Event::Start(tag) if tag.local_name().as_ref() == "Fallback" => doubled += 1,
            Event::End(tag) if tag.local_name().as_ref() == "Fallback" => doubled = doubled.saturating_sub(1),
            Event::Start(tag) if tag.local_name().as_ref() == "t" => in_text = true,
            Event::End(tag) if tag.local_name().as_ref() == "t" => in_text = false,
            Event::End(tag) if tag.local_name().as_ref() == "p" => text.push('\n'),
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "tab" => text.push('\t'),
            Event::Empty(tag) if matches!(tag.local_name().as_ref(), "br" | "cr") => text.push('\n'),
            Event::Text(words) if in_text && doubled == 0 => text.push_str(&words),
            Event::GeneralRef(name) if in_text && doubled == 0 => text.extend(super::sign(&name).ok()?),
            Event::Eof => return Some(text),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use encoding_rs::GB18030;
    use rstest::rstest;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn packed(name: &str, xml: &str) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(xml.as_bytes()).unwrap();
        writer.finish().unwrap().into_inner()
    }

    const DOCX: &str = r#"<w:document xmlns:w="w" xmlns:mc="mc"><w:body>
        <w:p><w:r><w:t>学习</w:t></w:r><w:r><w:t xml:space="preserve">制度 &amp; 办法</w:t></w:r></w:p>
        <w:p><w:del><w:r><w:delText>删去的</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r>
        <mc:AlternateContent><mc:Choice><w:t>框里的字</w:t></mc:Choice><mc:Fallback><w:t>框里的字</w:t></mc:Fallback>
        </mc:AlternateContent></w:p></w:body></w:document>"#;

    #[test]
    fn a_word_document_gives_its_running_text() {
        assert_eq!(read(&packed("word/document.xml", DOCX)).unwrap(), "学习制度 & 办法\n框里的字");
    }

    #[rstest]
    #[case::utf_8("第一条\r\n第二条".as_bytes().to_vec())]
    #[case::gb18030(GB18030.encode("第一条\n第二条").0.into_owned())]
    fn plain_text_is_read_in_its_encoding(#[case] bytes: Vec<u8>) {
        assert_eq!(read(&bytes).unwrap(), "第一条\n第二条");
    }

    #[rstest]
    #[case::pdf(b"%PDF-1.7 words".to_vec())]
    #[case::another_zip(packed("xl/workbook.xml", "<x/>"))]
    #[case::broken_xml(packed("word/document.xml", "<w:p><w:t>a</w:x>"))]
    #[case::cut_off(packed("word/document.xml", DOCX)[..200].to_vec())]
    #[case::nothing_in_it(b" \n".to_vec())]
    fn what_cannot_be_read_is_left(#[case] bytes: Vec<u8>) {
        assert_eq!(read(&bytes), None);
    }
}
