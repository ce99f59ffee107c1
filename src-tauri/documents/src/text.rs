//! What a text becomes before it goes to paper: lines end where people ended them, what has no shape is left out, and what
//! no font can show leaves an empty box for a hand, so that one odd character never keeps a branch from its papers.

use std::collections::BTreeSet;

use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{GraphemeClusterSegmenter, GraphemeClusterSegmenterBorrowed, LineSegmenter, LineSegmenterBorrowed};
use typst::text::is_default_ignorable;
use zhibu_core::outside::Gap;
use zhibu_core::values::{is_private, meant};

/// The box: as wide as a Chinese character, in every Chinese font, and with room to write in.
pub(crate) const GAP: char = '□';

/// Where a long run may break. It has no shape, and `templates/paper.typ` keeps it out of what can be copied from a page.
pub(crate) const BREAK: char = '\u{200B}';

/// Half-width characters of a word that no line breaks; a longer one might be wider than its column.
const LONGEST_WORD: usize = 20;
/// Of a run of signs: `______`.
const LONGEST_RUN: usize = 8;
/// Marks above and below one character; more would be drawn over the lines beside it.
const MOST_MARKS: usize = 6;
/// Characters of a text that a [`Gap`] tells; of a longer one the part around its first box.
const TOLD: usize = 20;

const CLUSTERS: GraphemeClusterSegmenterBorrowed<'_> = GraphemeClusterSegmenter::new();
/// The typesetter breaks lines by the same rules.
const LINES: LineSegmenterBorrowed<'_> = LineSegmenter::new_for_non_complex_scripts(LINE_OPTIONS);
const LINE_OPTIONS: LineBreakOptions<'_> = LineBreakOptions::default();

/// Reads the texts of one paper.
pub(crate) struct Proof<'a> {
    /// Whether some font can show a character.
    has_face: &'a dyn Fn(char) -> bool,
    /// What no font could show all the same.
    lost: &'a BTreeSet<String>,
    /// What was left out so far, each text once.
    pub(crate) gaps: Vec<Gap>,
}

impl<'a> Proof<'a> {
    pub(crate) fn new(has_face: &'a dyn Fn(char) -> bool, lost: &'a BTreeSet<String>) -> Self {
        Self { has_face, lost, gaps: Vec::new() }
    }

    /// The text as paper can show it.
    pub(crate) fn read(&mut self, text: &str) -> String {
        let shown = |c| is_plain(c) && (self.has_face)(c);
        if self.lost.is_empty() && text.chars().all(shown) {
            return text.to_owned();
        }
        let text = lines(text);
        let (mut read, mut missing, mut first) = (String::with_capacity(text.len()), Vec::new(), None);
        for cluster in clusters(&text) {
            let absent = self.absent(cluster);
            match absent.first() {
                None => read.extend(cluster.chars().take(1 + MOST_MARKS)),
                Some(_) => {
                    first.get_or_insert(read.len());
                    // A mark that cannot be shown leaves the character below it.
                    let kept = cluster.chars().take_while(|c| !absent.contains(c));
                    read.extend(kept.take(1 + MOST_MARKS));
                    read.push(GAP);
                    missing.extend(absent);
                }
            }
        }
        if let Some(first) = first {
            let gap = Gap { text: told(&read, first), missing };
            if !self.gaps.contains(&gap) {
                self.gaps.push(gap);
            }
        }
        read
    }

    /// What cannot be shown of a cluster: a character with its marks, or signs that make one picture together.
    fn absent(&self, cluster: &str) -> Vec<char> {
        let seen = |c: &char| !is_default_ignorable(*c) && *c != '\n';
        let absent = |c: &char| seen(c) && (is_meaningless(*c) || is_around(*c) || !(self.has_face)(*c));
        if self.lost.iter().any(|lost| self.is_lost_in(lost, cluster)) {
            // What is lost of several is a mark: the character below it can be shown.
            let below = usize::from(cluster.chars().next().is_some_and(|c| !absent(&c)) && !is_single(cluster));
            return cluster.chars().filter(seen).skip(below).take(1).collect();
        }
        cluster.chars().filter(absent).take(1).collect()
    }

    /// Whether a text that no font could show is this cluster, or a mark of it. A character that has a shape is never lost
    /// by itself, else it would be gone from the whole paper.
    fn is_lost_in(&self, lost: &str, cluster: &str) -> bool {
        let is_mark = clusters(&format!("a{lost}")).count() == 1;
        let has_shape = || is_single(lost) && lost.chars().all(|c| (self.has_face)(c));
        if is_mark { cluster.contains(lost) } else { cluster == lost && !has_shape() }
    }
}

/// A character with its marks, or signs that make one picture together, one after the other.
pub(crate) fn clusters(text: &str) -> impl Iterator<Item = &str> {
    pieces(text, CLUSTERS.segment_str(text))
}

fn is_single(cluster: &str) -> bool {
    cluster.chars().nth(1).is_none()
}

/// A sign drawn around or across the character before it: no font that prints Chinese places it.
fn is_around(c: char) -> bool {
    matches!(c, '\u{20D0}'..='\u{20F0}')
}

/// Characters of `text` that leave a box, each once, in their order.
pub(crate) fn unprintable(text: &str, has_face: &dyn Fn(char) -> bool) -> Vec<char> {
    let lost = BTreeSet::new();
    let mut proof = Proof::new(has_face, &lost);
    proof.read(text);
    let mut each = Vec::new();
    for c in proof.gaps.into_iter().flat_map(|gap| gap.missing) {
        if !each.contains(&c) {
            each.push(c);
        }
    }
    each
}

/// The text with places to break in every run that a line might not hold.
pub(crate) fn breakable(text: &str) -> String {
    if width(text) <= LONGEST_RUN {
        return text.to_owned();
    }
    // The typesetter knows which curly quotes open and which close.
    let quotes_told = text.replace('“', "（").replace('”', "）");
    let mut broken = String::with_capacity(text.len());
    for run in pieces(text, LINES.segment_str(&quotes_told)) {
        let is_word = run.chars().any(|c| c.is_alphanumeric() && !is_ideograph(c));
        if width(run.trim_end()) <= if is_word { LONGEST_WORD } else { LONGEST_RUN } {
            broken.push_str(run);
        } else {
            for (index, cluster) in pieces(run, CLUSTERS.segment_str(run)).enumerate() {
                if index > 0 {
                    broken.push(BREAK);
                }
                broken.push_str(cluster);
            }
        }
    }
    broken
}

/// The parts of `text` between places in it.
fn pieces(text: &str, places: impl Iterator<Item = usize>) -> impl Iterator<Item = &str> {
    let mut from = 0;
    places.filter_map(move |to| {
        let piece = text.get(from..to).filter(|piece| !piece.is_empty());
        from = to;
        piece
    })
}

/// In half-width characters, roughly.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c.len_utf8() > 2 { 2 } else { 1 }).sum()
}

/// Lines end with `\n`, spaces are spaces, and what has no shape is gone.
fn lines(text: &str) -> String {
    let mut lines = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            // Word's line break, a page's end, and what Unicode has for both.
            '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => lines.push('\n'),
            // A space that holds words together would hold whole pages of pasted text together.
            '\t' | '\u{A0}' | '\u{2007}' | '\u{202F}' => lines.push(' '),
            '\u{2011}' => lines.push('-'),
            // Which form a character takes, and whether letters join.
            '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' | '\u{180B}'..='\u{180D}' => lines.push(c),
            '\u{200C}' | '\u{200D}' if lines.chars().next_back().is_some_and(|before| !is_plain(before)) => {
                lines.push(c)
            }
            '\u{FFF9}'..='\u{FFFC}' => {}
            // A circle, a square or a key around a character, as people write 1⃣: what it says is the character.
            '\u{20DD}'..='\u{20DF}' | '\u{20E2}'..='\u{20E4}' => {}
            c if c.is_control() || is_default_ignorable(c) => {}
            c if is_private(c) => lines.push(meant(c)),
            c => lines.push(c),
        }
    }
    lines
}

/// Characters of which nothing has to be known but whether a font has them.
fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{3000}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF5E}')
        || is_ideograph(c)
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{2FDF}' | '\u{3005}'..='\u{3007}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFD}')
}

/// Characters for private use, of which every font means something else. Those that Unicode will never give a meaning, and
/// the sign for one that was lost on its way here.
fn is_meaningless(c: char) -> bool {
    is_private(c) || matches!(c, '\u{FDD0}'..='\u{FDEF}' | '\u{FFFD}') || u32::from(c) & 0xFFFE == 0xFFFE
}

/// A text in a sentence: all of it, or the part around the byte `first`.
fn told(text: &str, first: usize) -> String {
    let line = text.replace('\n', " ");
    let (before, after): (Vec<_>, Vec<_>) = line.char_indices().partition(|(at, _)| *at < first);
    if before.len() + after.len() <= TOLD {
        return line;
    }
    let left = before.len().saturating_sub(TOLD / 2);
    let right = after.len().min(TOLD / 2);
    let mut told = String::from(if left > 0 { "…" } else { "" });
    told.extend(before.iter().skip(left).chain(after.iter().take(right)).map(|(_, c)| *c));
    if right < after.len() {
        told.push('…');
    }
    told
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    /// As if there were no font for anything beyond the Basic Multilingual Plane.
    fn read(text: &str) -> (String, Vec<Gap>) {
        let lost = BTreeSet::new();
        let mut proof = Proof::new(&|c| c < '\u{10000}', &lost);
        (proof.read(text), proof.gaps)
    }

    #[rstest]
    #[case::private_use("陈\u{F6A1}", "陈□", "U+F6A1")]
    #[case::private_plane("陈\u{F0001}华", "陈□华", "U+F0001")]
    #[case::emoji("同意👍。", "同意□。", "U+1F44D")]
    #[case::family("👨\u{200D}👩\u{200D}👧", "□", "U+1F468")]
    #[case::skin("👍\u{1F3FD}", "□", "U+1F44D")]
    #[case::flag("🇨🇳队", "□队", "U+1F1E8")]
    #[case::lost_on_its_way("陈\u{FFFD}", "陈□", "U+FFFD")]
    #[case::no_character("陈\u{FFFE}", "陈□", "U+FFFE")]
    fn what_no_font_has_leaves_a_box_and_is_named(#[case] text: &str, #[case] paper: &str, #[case] code: &str) {
        let (read, gaps) = read(text);
        assert_eq!(read, paper);
        let [gap] = gaps.as_slice() else { unreachable!("{gaps:?}") };
        assert_eq!(gap.text, paper);
        assert!(gap.sentence().contains(&format!("“{paper}”里的一个字（{code}")), "{}", gap.sentence());
    }

    #[rstest]
    #[case::soft_line_break("一\u{B}二", "一\n二")]
    #[case::page_end("一\u{C}二", "一\n二")]
    #[case::next_line("一\u{85}二", "一\n二")]
    #[case::separators("一\u{2028}二\u{2029}三", "一\n二\n三")]
    #[case::windows("一\r\n二\r三", "一\n二\n三")]
    #[case::controls("一\0\u{1}\u{1B}\u{7F}\u{9F}二", "一二")]
    #[case::zero_width("一\u{200B}\u{2060}\u{FEFF}\u{AD}二", "一二")]
    #[case::joiner("一\u{200D}二", "一二")]
    #[case::directions("一\u{202E}\u{2066}\u{200F}二", "一二")]
    #[case::spaces("一\u{A0}\u{202F}\t二", "一   二")]
    #[case::object("一\u{FFFC}二", "一二")]
    #[case::once_private("䶮\u{E863}", "䶮䶮")]
    #[case::form("葛\u{E0100}某", "葛\u{E0100}某")]
    #[case::keycap("1\u{FE0F}\u{20E3}和2\u{20E3}头\u{20DD}", "1\u{FE0F}和2头")]
    fn what_has_no_shape_of_its_own_goes_without_a_word(#[case] text: &str, #[case] paper: &str) {
        assert_eq!(read(text), (paper.to_owned(), Vec::new()));
    }

    /// Fonts have the characters but not this pair of them: what has a shape by itself stays everywhere else.
    #[rstest]
    #[case::pair("x\u{301}", "x\u{301}和x", "x□和x", '\u{301}')]
    #[case::around("不可能", "好\u{20E0}和好", "好□和好", '\u{20E0}')]
    #[case::mark("\u{20D7}", "1\u{20D7}和1", "1□和1", '\u{20D7}')]
    #[case::base_alone("1", "1和1", "1和1", ' ')]
    fn a_lost_mark_takes_no_character_with_it(
        #[case] lost: &str,
        #[case] text: &str,
        #[case] paper: &str,
        #[case] mark: char,
    ) {
        let lost = BTreeSet::from([lost.to_owned()]);
        let mut proof = Proof::new(&|_| true, &lost);
        assert_eq!(proof.read(text), paper);
        let missing: Vec<char> = proof.gaps.into_iter().flat_map(|gap| gap.missing).collect();
        assert!(missing == [mark] || mark == ' ' && missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn a_text_is_named_once_and_a_long_one_by_the_part_around_the_box() {
        let lost = BTreeSet::new();
        let mut proof = Proof::new(&|c| c < '\u{10000}', &lost);
        for _ in 0..3 {
            proof.read(&format!("{}👍{}👏", "前".repeat(50), "后".repeat(50)));
        }
        let text = format!("…{}□{}…", "前".repeat(10), "后".repeat(9));
        assert_eq!(proof.gaps, [Gap { text, missing: vec!['👍', '👏'] }]);
    }

    #[test]
    fn marks_do_not_pile_up_over_other_lines() {
        assert_eq!(read(&format!("a{}b", "\u{301}".repeat(500))).0, format!("a{}b", "\u{301}".repeat(MOST_MARKS)));
    }

    /// The width of the widest part of a text that no line can break.
    fn widest(text: &str) -> usize {
        pieces(text, LINES.segment_str(text)).map(width).max().unwrap_or_default()
    }

    #[rstest]
    fn a_long_run_of_anything_can_break(
        #[values(
            "_",
            "-",
            "=",
            "—",
            "…",
            ".",
            "*",
            "·",
            "。",
            "、",
            "～",
            "〇",
            "▲",
            "！",
            "（",
            "）",
            "“",
            "”",
            "'",
            "\"",
            "7",
            "0.",
            "%E4%B8%AD",
            "a",
            "Q2hpbmE",
            "/",
            "\\",
            "字\"",
            "字·",
            "々",
            "ー",
            "ä",
            "e\u{301}",
            "ئا",
            "བོད",
            "ก",
            "한",
            "$1",
            "§",
            "#",
            "+",
            "〔",
            "〕",
            "⿰"
        )]
        sign: &str,
    ) {
        let text = sign.repeat(200);
        let broken = breakable(&text);
        assert!(widest(&broken) <= LONGEST_WORD + 3, "{broken}");
        assert_eq!(broken.replace(BREAK, ""), text);
    }

    #[rstest]
    #[case::prose("7月1日，全体党员参加“学党史、悟思想”主题党日活动（线上线下结合）；应到50人，实到48人。")]
    #[case::number("44030019900310562X")]
    #[case::date("2026-11-25T14:30:00")]
    #[case::words("Abdurrahman Muhammadjan 2026.11.25")]
    #[case::dots("如下……其他略——完。")]
    fn what_a_line_holds_stays_whole(#[case] text: &str) {
        assert_eq!(breakable(text), text);
    }
}
