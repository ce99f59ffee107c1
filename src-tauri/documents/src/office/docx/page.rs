//! The page of GB/T 9704-2012 and what stands on it, from top to bottom.

use std::io::Cursor;

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use docx_rs::{
    AlignmentType, BreakType, Docx, Footer, LineSpacing, LineSpacingType, PageMargin, PageNum, Paragraph, Run,
    RunFonts, SpecialIndentType, Tab, TabLeaderType, TabValueType, Table, TableCell, TableRow, VAlignType, WidthType,
};
use zhibu_core::outside::{Column, Fact, Made, Place};
use zhibu_core::values::date_title;
use zhibu_core::values::numerals::numeral;

use crate::text::Proof;

// Twentieths of a point.
const LEFT: i32 = mm(28);
const TYPE_AREA: i32 = mm(156);
const LINE: i32 = 28 * 20;
/// A character of 三号 with its share of the gap that puts 28 of them on a line of 156 mm.
const EM: i32 = TYPE_AREA / 28;
/// Between two characters, for the same reason.
const TIGHTER: i32 = -4;

// Half points.
const SIZE_2: usize = 44;
const SIZE_3: usize = 32;
const SIZE_4: usize = 28;
const SIZE_5: usize = 21;

const TITLE: &str = "方正小标宋简体";
const BODY: &str = "仿宋";
const HEAD: &str = "黑体";
const SUBHEAD: &str = "楷体";
const NUMBER: &str = "宋体";

/// A document on its way.
pub(super) struct Page<'a> {
    proof: Proof<'a>,
    content: Vec<Block>,
    paragraphs: u32,
    heads: u32,
    subheads: u32,
}

enum Block {
    Paragraph(Box<Paragraph>),
    Table(Box<Table>),
}

impl<'a> Page<'a> {
    pub(super) fn new(proof: Proof<'a>) -> Self {
        Self { proof, content: Vec::new(), paragraphs: 0, heads: 0, subheads: 0 }
    }

    /// The title, one paragraph per line, with an empty line below.
    pub(super) fn title(&mut self, lines: &[String]) {
        for line in lines {
            let spacing = LineSpacing::new().line_rule(LineSpacingType::Exact).line(36 * 20);
            let paragraph = self.paragraph().align(AlignmentType::Center).line_spacing(spacing);
            let run = self.run(line, TITLE).size(SIZE_2);
            self.add(paragraph.add_run(run));
        }
        self.space();
    }

    /// An empty line.
    pub(super) fn space(&mut self) {
        let empty = self.paragraph();
        self.add(empty);
    }

    /// `一、…`
    pub(super) fn head(&mut self, text: &str) {
        self.heads += 1;
        self.subheads = 0;
        let text = format!("{}、{text}", numeral(self.heads));
        let head = indented(self.paragraph().keep_next(true).outline_lvl(0));
        let run = self.run(&text, HEAD);
        self.add(head.add_run(run));
    }

    /// `一、…：` with its one line of text beside it.
    pub(super) fn head_with(&mut self, name: &str, text: &str) {
        self.heads += 1;
        let name = format!("{}、{name}：", numeral(self.heads));
        let paragraph = indented(self.paragraph());
        let (name, text) = (self.run(&name, HEAD), self.run(text, BODY));
        self.add(paragraph.add_run(name).add_run(text));
    }

    /// `（一）…`
    pub(super) fn subhead(&mut self, text: &str) {
        self.subheads += 1;
        let text = format!("（{}）{text}", numeral(self.subheads));
        let head = indented(self.paragraph().keep_next(true).outline_lvl(1));
        let run = self.run(&text, SUBHEAD);
        self.add(head.add_run(run));
    }

    /// Text as it was entered, one paragraph per line.
    pub(super) fn text(&mut self, text: &str) {
        let text = self.proof.read(text);
        for line in text.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
            let paragraph = indented(self.paragraph());
            self.add(paragraph.add_run(run(line, BODY)));
        }
    }

    /// Text as it was entered; without any, lines for a hand.
    pub(super) fn text_or_lines(&mut self, text: &str) {
        self.text(text);
        if text.trim().is_empty() {
            let edge = usize::try_from(TYPE_AREA).unwrap_or_default();
            let line = Tab::new().val(TabValueType::Right).leader(TabLeaderType::Underscore).pos(edge);
            for _ in 0..3 {
                let paragraph = self.paragraph().add_tab(line.clone());
                self.add(paragraph.add_run(Run::new().add_tab()));
            }
        }
    }

    /// What follows begins a new page.
    pub(super) fn new_page(&mut self) {
        let paragraph = self.paragraph().page_break_before(true);
        self.add(paragraph);
    }

    /// The annex: a new page with its own title.
    pub(super) fn annex(&mut self, title: &str) {
        let paragraph = self.paragraph().page_break_before(true);
        self.add(paragraph.add_run(run("附件", HEAD)));
        self.title(&[title.to_owned()]);
    }

    /// A heading without a number that begins at the margin.
    pub(super) fn flush_head(&mut self, text: &str) {
        let (paragraph, run) = (self.paragraph().keep_next(true), self.run(text, HEAD));
        self.add(paragraph.add_run(run));
    }

    /// A line that begins at the margin.
    pub(super) fn flush(&mut self, text: &str) {
        let (paragraph, run) = (self.paragraph(), self.run(text, BODY));
        self.add(paragraph.add_run(run));
    }

    /// A name and what it names, all of them beginning at the same place.
    pub(super) fn entry(&mut self, entry: &Fact) {
        let paragraph = self.paragraph().indent(Some(5 * EM), Some(SpecialIndentType::Hanging(5 * EM)), None, None);
        let name = self.run(&entry.name, HEAD).add_text("：").add_tab();
        let text = self.run(&entry.parts.join("、"), BODY);
        self.add(paragraph.add_run(name).add_run(text));
    }

    /// Names and values in a grid, two beside each other.
    pub(super) fn facts(&mut self, facts: &[Fact]) {
        let (name, value) = (TYPE_AREA / 5, TYPE_AREA * 3 / 10);
        let mut rows: Vec<Vec<TableCell>> = Vec::new();
        let mut is_half = false;
        for fact in facts {
            let cells =
                [self.cell(&fact.name, HEAD, name, true), self.cell(&fact.parts.join("、"), BODY, value, false)];
            match rows.last_mut().filter(|_| is_half && !fact.wide) {
                Some(row) => row.extend(cells),
                None => rows.push(cells.into()),
            }
            is_half = !fact.wide && !is_half;
        }
        let grid = [name, value, name, value];
        // What stands alone in its row takes the rest of it.
        let whole = |mut cells: Vec<TableCell>| {
            if let (2, Some(last)) = (cells.len(), cells.pop()) {
                cells.push(last.grid_span(3));
            }
            cells
        };
        let rows = rows.into_iter().map(|cells| if cells.len() == 2 { whole(cells) } else { cells });
        self.add_table(rows.map(|cells| TableRow::new(cells).cant_split()).collect(), &grid);
    }

    /// A ruled table under the names of its columns.
    pub(super) fn table(&mut self, columns: &[Column], rows: &[Vec<String>]) {
        let widths = widths(columns);
        let row = |page: &mut Self, cells: &[String], face| {
            let cells = cells.iter().zip(columns).zip(&widths);
            let cells =
                cells.map(|((text, column), width)| page.cell(text, face, *width, face == HEAD || column.centred));
            TableRow::new(cells.collect()).cant_split()
        };
        let titles: Vec<_> = columns.iter().map(|column| column.title.clone()).collect();
        let mut made = vec![row(self, &titles, HEAD)];
        for cells in rows {
            made.push(row(self, cells, BODY));
        }
        self.add_table(made, &widths);
    }

    fn add_table(&mut self, rows: Vec<TableRow>, widths: &[i32]) {
        let widths: Vec<_> = widths.iter().map(|width| usize::try_from(*width).unwrap_or_default()).collect();
        let whole = widths.iter().sum();
        let table = Table::new(rows).set_grid(widths).width(whole, WidthType::Dxa);
        self.content.push(Block::Table(Box::new(table)));
    }

    fn cell(&mut self, text: &str, face: &str, width: i32, centred: bool) -> TableCell {
        let side = if centred { AlignmentType::Center } else { AlignmentType::Left };
        let spacing = LineSpacing::new().line_rule(LineSpacingType::Exact).line(16 * 20);
        let paragraph = self.paragraph().align(side).line_spacing(spacing);
        let run = self.run(text, face).size(SIZE_5);
        TableCell::new()
            .width(usize::try_from(width).unwrap_or_default(), WidthType::Dxa)
            .vertical_align(VAlignType::Center)
            .add_paragraph(paragraph.add_run(run))
    }

    /// Places for hands, in rows; what stands alone and is no place to write is the date, at the right.
    pub(super) fn hands(&mut self, rows: &[Vec<Place>]) {
        self.space();
        for (index, row) in rows.iter().enumerate() {
            let keep = index + 1 < rows.len();
            match row.as_slice() {
                [Place::OpenDate] => self.right(2, run("年　　月　　日", BODY), keep),
                [Place::Told(text)] => {
                    let run = self.run(text, BODY);
                    self.right(2, run, keep);
                }
                places => {
                    let mut paragraph = self.paragraph().keep_next(keep);
                    for (index, place) in places.iter().enumerate() {
                        let gap = if index == 0 { "" } else { "　" };
                        paragraph = match place {
                            Place::Hand(name) => {
                                let name = self.run(&format!("{gap}{name}："), BODY);
                                paragraph.add_run(name).add_run(blank())
                            }
                            Place::Told(text) => {
                                let text = self.run(&format!("{gap}{text}"), BODY);
                                paragraph.add_run(text)
                            }
                            Place::OpenDate => paragraph.add_run(run("　年　　月　　日", BODY)),
                        };
                    }
                    self.add(paragraph);
                }
            }
        }
    }

    /// Room for an opinion, signed by a role.
    pub(super) fn opinion(&mut self, of: &str, role: &str) {
        self.flush_head(of);
        for _ in 0..2 {
            let empty = self.paragraph().keep_next(true);
            self.add(empty);
        }
        self.hands(&[vec![Place::Hand(format!("{role}（签字）"))], vec![Place::OpenDate]]);
    }

    /// Who signs, at the right, a seal's room above; `hand` signs below it. The text before it comes along to a new page.
    pub(super) fn signature(&mut self, branch: &str, hand: Option<&str>, on: NaiveDate) {
        if let Some(Block::Paragraph(last)) = self.content.pop() {
            self.add(last.keep_next(true).keep_lines(true));
        }
        for _ in 0..2 {
            let empty = self.paragraph().keep_next(true);
            self.add(empty);
        }
        let run_of = self.run(branch, BODY);
        self.right(2, run_of, true);
        if let Some(role) = hand {
            let paragraph = self.paragraph().align(AlignmentType::Right).keep_next(true);
            let paragraph = paragraph.indent(None, None, Some(2 * EM), None);
            let role = self.run(&format!("{role}（签字）："), BODY);
            self.add(paragraph.add_run(role).add_run(blank()));
        }
        self.right(4, run(&date_title(on), BODY), false);
    }

    fn right(&mut self, characters: i32, run: Run, keep: bool) {
        let paragraph = self.paragraph().align(AlignmentType::Right).keep_next(keep);
        self.add(paragraph.indent(None, None, Some(characters * EM), None).add_run(run));
    }

    /// Text as it was entered; its lines end where they ended.
    fn run(&mut self, text: &str, face: &str) -> Run {
        run(&self.proof.read(text), face)
    }

    /// The library numbers paragraphs from where it left off; the same document must give the same bytes.
    fn paragraph(&mut self) -> Paragraph {
        self.paragraphs += 1;
        Paragraph::new().id(format!("{:08x}", self.paragraphs)).widow_control(false)
    }

    fn add(&mut self, paragraph: Paragraph) {
        self.content.push(Block::Paragraph(Box::new(paragraph)));
    }

    /// The file, and what it leaves out.
    pub(super) fn finish(mut self, at: DateTime<FixedOffset>) -> Result<Made<Vec<u8>>, Box<dyn std::error::Error>> {
        let (odd, even) = (self.footer(AlignmentType::Right), self.footer(AlignmentType::Left));
        let at = at.with_timezone(&Utc).format("%Y-%m-%dT%H:%M:%SZ").to_string();
        let margins = PageMargin::new().top(mm(37)).bottom(mm(35)).left(LEFT).right(mm(210) - LEFT - TYPE_AREA);
        let mut docx = Docx::new()
            .page_size(11906, 16838)
            .page_margin(margins.footer(mm(24)))
            .default_fonts(fonts(BODY))
            .default_size(SIZE_3)
            .default_spacing(TIGHTER)
            .default_line_spacing(LineSpacing::new().line_rule(LineSpacingType::Exact).line(LINE))
            .footer(odd)
            .even_footer(even)
            .created_at(&at)
            .updated_at(&at);
        for block in self.content {
            docx = match block {
                Block::Paragraph(paragraph) => docx.add_paragraph(*paragraph),
                Block::Table(table) => docx.add_table(*table),
            };
        }
        let mut files = docx.build();
        files.doc_props.core = String::from_utf8(files.doc_props.core)?.replace("unknown", "支部工作台").into_bytes();
        let mut bytes = Cursor::new(Vec::new());
        files.pack(&mut bytes)?;
        Ok(Made { paper: bytes.into_inner(), gaps: self.proof.gaps })
    }

    /// `— 1 —`, one character from the edge.
    fn footer(&mut self, side: AlignmentType) -> Footer {
        let dash = |text: &str| run(text, NUMBER).size(SIZE_4);
        let paragraph = self.paragraph().align(side).indent(Some(EM), None, Some(EM), None);
        let paragraph = paragraph.fonts(fonts(NUMBER)).size(SIZE_4);
        Footer::new().add_paragraph(paragraph.add_run(dash("— ")).add_page_num(PageNum::new()).add_run(dash(" —")))
    }
}

fn indented(paragraph: Paragraph) -> Paragraph {
    let two = SpecialIndentType::FirstLine(2 * EM);
    paragraph.align(AlignmentType::Both).indent(None, Some(two), None, None).first_line_chars(200)
}

fn run(text: &str, face: &str) -> Run {
    let mut lines = text.split('\n');
    let first = Run::new().add_text(lines.next().unwrap_or_default());
    lines.fold(first, |run, line| run.add_break(BreakType::TextWrapping).add_text(line)).fonts(fonts(face))
}

/// A line that a hand fills in; spaces at the end of a line would hang over the margin.
fn blank() -> Run {
    run("＿＿＿＿＿＿", BODY)
}

fn fonts(face: &str) -> RunFonts {
    RunFonts::new().east_asia(face).ascii(face).hi_ansi(face).cs(face)
}

/// Of the type area: columns of a width of their own first, the others share what is left.
fn widths(columns: &[Column]) -> Vec<i32> {
    let fixed: f64 = columns.iter().filter_map(|column| column.mm).sum();
    let shares: f64 = columns.iter().filter(|column| column.mm.is_none()).map(|column| column.share).sum();
    let area = f64::from(TYPE_AREA) * 254.0 / 14400.0;
    // A form is wider than this page: then all columns are narrower together.
    let least = shares * 20.0;
    let scale = (area / (fixed + least)).min(1.0);
    let left = area - fixed * scale;
    let width = |column: &Column| column.mm.map_or(left * column.share / shares.max(1e-9), |mm| mm * scale);
    columns.iter().map(|column| (width(column) * 14400.0 / 254.0).round() as i32).collect()
}

const fn mm(millimetres: i32) -> i32 {
    millimetres * 14400 / 254
}
