//! Where a document is found. What is short is found by characters, pinyin and initials; what is written in it by its
//! characters, for in a long text every two initials stand somewhere.

use std::ops::Range;

use super::LibraryHit;
use super::shelf::{Text, Volume};
use crate::roster::{FoundAt, found_in, place_in, search_text};

/// Characters that are shown before what was found, and behind it.
const BEFORE: usize = 16;
const AFTER: usize = 40;

/// How well something is found: in the title from its beginning, within the title, elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Title(FoundAt),
    Elsewhere,
}

/// Where a document is found; `None` where it is not.
pub(super) fn look(volume: &Volume, search: &str) -> Option<(Rank, LibraryHit)> {
    let document = &volume.document;
    if let Some(at) = found_in(&document.title, search) {
        return Some((Rank::Title(at), told("标题", &document.title, search)));
    }
    let short = [
        ("文号", document.number.as_str()),
        ("发文单位", &document.issuer),
        ("关键词", &document.keywords),
        ("类别", document.kind.title()),
    ];
    let short = short.into_iter().chain(volume.files.iter().map(|name| ("文件名", name.as_str())));
    let mut short = short.filter(|(_, text)| found_in(text, search).is_some());
    if let Some((place, text)) = short.next() {
        return Some((Rank::Elsewhere, told(place, text, search)));
    }
    let plain = search_text(search);
    let Text { place, text, .. } = volume.texts.iter().find(|text| text.plain.contains(&plain))?;
    Some((Rank::Elsewhere, told(place, text, search)))
}

fn told(place: &str, text: &str, search: &str) -> LibraryHit {
    let place = place.to_owned();
    let Some(Range { start, end }) = place_in(text, search) else {
        // By its sound: nobody can tell which of its characters were meant.
        return LibraryHit { place, found: on_one_line(text.chars().take(AFTER)), ..LibraryHit::default() };
    };
    let before: Vec<_> = text[..start].chars().rev().take(BEFORE).collect();
    LibraryHit {
        place,
        before: on_one_line(before.into_iter().rev()),
        found: on_one_line(text[start..end].chars()),
        after: on_one_line(text[end..].chars().take(AFTER)),
    }
}

fn on_one_line(text: impl Iterator<Item = char>) -> String {
    text.map(|c| if c.is_whitespace() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::library::{LibraryDocument, LibraryDocumentId, LibraryKind};

    fn volume() -> Volume {
        let text = "第一条 为了规范学习。\n第二条 每月集中学习一次，时间不少于半天。";
        Volume {
            id: LibraryDocumentId(1),
            document: LibraryDocument {
                id: Some(LibraryDocumentId(1)),
                kind: LibraryKind::Regulation,
                title: "集中学习制度".to_owned(),
                issuer: "示例街道党委".to_owned(),
                number: "示例〔2026〕8号".to_owned(),
                keywords: "考勤 补学".to_owned(),
                ..LibraryDocument::default()
            },
            files: vec!["签发稿.pdf".to_owned()],
            sessions: 0,
            texts: vec![Text {
                place: "文件“制度.docx”".to_owned(), text: text.to_owned(), plain: search_text(text)
            }],
        }
    }

    #[rstest]
    #[case::characters("学习制度", "标题", "集中", "学习制度")]
    #[case::pinyin("jizhong", "标题", "", "集中学习制度")]
    #[case::initials("jzxx", "标题", "", "集中学习制度")]
    #[case::number("8号", "文号", "示例〔2026〕", "8号")]
    #[case::issuer("jiedao", "发文单位", "", "示例街道党委")]
    #[case::keyword("补学", "关键词", "考勤 ", "补学")]
    #[case::name_of_a_file("签发", "文件名", "", "签发")]
    #[case::text("不少 于半天", "文件“制度.docx”", "条 每月集中学习一次，时间", "不少于半天")]
    fn the_place_of_what_was_found_is_told(
        #[case] search: &str,
        #[case] place: &str,
        #[case] before: &str,
        #[case] found: &str,
    ) {
        let (_, hit) = look(&volume(), search).unwrap();
        assert_eq!((hit.place.as_str(), hit.found.as_str()), (place, found));
        assert!(hit.before.ends_with(before), "{hit:?}");
    }

    #[rstest]
    #[case::nowhere("党员大会")]
    #[case::the_sound_of_the_text("bushaoyubantian")]
    fn what_stands_nowhere_is_not_found(#[case] search: &str) {
        assert_eq!(look(&volume(), search), None);
    }
}
