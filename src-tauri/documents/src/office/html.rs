//! Web pages named .xls: many systems in China export nothing else. The page is read sign by sign, without a tree of its
//! elements, so that neither depth nor size of one can do harm.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use zhibu_core::outside::{Area, Cell, Sheet, SheetError};

use super::cut_off;
use super::format::Shows;
use super::marks::{self, Draft};
use super::ods::MAX_SHEETS;
use super::rows::MAX_CELLS;

/// Tables within tables: a page lays itself out with some, a hostile one with very many.
const MAX_DEPTH: usize = 16;
/// Columns up to which cells are placed at all; Excel has no more.
const MAX_PLACED: u32 = 16_384;

/// Reads every table of a page, those within others too. Cells are text as they are shown.
pub(super) fn read(text: &str) -> Result<Vec<Sheet>, SheetError> {
    let page = Tokenizer::new(Page::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(text));
    // It stops early where a page asks for another encoding; that was decided before.
    while !input.is_empty() {
        let _ = page.feed(&input);
    }
    page.end();
    let State { mut done, open, names, fault, ended, .. } = page.sink.0.into_inner();
    if let Some(fault) = fault {
        return Err(fault);
    }
    // Some pages forget to end a table; one that ends itself is whole all the same.
    if !open.is_empty() && !ended {
        return Err(cut_off());
    }
    done.extend(open);
    done.sort_by_key(|table| table.number);
    let mut drafts: Vec<Draft> = done.into_iter().map(Table::finish).filter(|draft| !draft.cells.is_empty()).collect();
    if drafts.is_empty() {
        return Err(SheetError::Empty);
    }
    let named = names.len() == drafts.len();
    for (number, draft) in drafts.iter_mut().enumerate() {
        draft.name = match names.get(number) {
            Some(name) if named => name.clone(),
            _ => format!("第 {} 个表格", number + 1),
        };
    }
    Ok(marks::finish(drafts))
}

#[derive(Default)]
struct Page(RefCell<State>);

/// What has been read of a page.
#[derive(Default)]
struct State {
    /// Tables that have begun and not ended, the innermost last.
    open: Vec<Table>,
    done: Vec<Table>,
    begun: usize,
    cells: u64,
    /// Sheet names, where Excel wrote the page.
    names: Vec<String>,
    /// The page has said that it ends.
    ended: bool,
    /// Inside of what is not shown: a script, a style.
    unseen: bool,
    /// Why nothing more is read.
    fault: Option<SheetError>,
}

/// A table being read.
#[derive(Default)]
struct Table {
    number: usize,
    draft: Draft,
    /// Rows so far; the last one may be open.
    rows: u32,
    in_row: bool,
    column: u32,
    /// For each column, the first row that no cell from above covers.
    free_from: Vec<u32>,
    cell: Option<Open>,
}

/// A cell being read.
struct Open {
    columns: u32,
    rows: u32,
    text: String,
}

impl TokenSink for Page {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut state = self.0.borrow_mut();
        if state.fault.is_some() {
            return TokenSinkResult::Continue;
        }
        match token {
            Token::TagToken(tag) => return state.tag(&tag),
            Token::CharacterTokens(text) if !state.unseen => {
                if let Some(cell) = state.open.last_mut().and_then(|table| table.cell.as_mut()) {
                    cell.write(&text);
                }
            }
            Token::CommentToken(text) => state.names.extend(sheet_names(&text)),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl State {
    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let begins = tag.kind == TagKind::StartTag;
        match &*tag.name {
            "script" | "style" | "title" | "textarea" => {
                self.unseen = begins;
                if begins {
                    return TokenSinkResult::RawData(RawKind::Rawtext);
                }
            }
            "table" if begins => {
                if self.open.len() == MAX_DEPTH || self.begun == MAX_SHEETS {
                    self.fault = Some(SheetError::TooLarge("表格套表格的层数或个数过多".to_owned()));
                    return TokenSinkResult::Continue;
                }
                self.open.push(Table { number: self.begun, ..Table::default() });
                self.begun += 1;
            }
            "table" => self.done.extend(self.open.pop()),
            "body" | "html" => self.ended |= !begins,
            name => {
                let Some(table) = self.open.last_mut() else { return TokenSinkResult::Continue };
                match name {
                    "tr" => table.row(begins.then_some(tag)),
                    "td" | "th" if begins => {
                        self.cells += 1;
                        if self.cells > MAX_CELLS || !table.begin_cell(tag) {
                            self.fault = Some(SheetError::TooLarge("单元格过多".to_owned()));
                        }
                    }
                    "td" | "th" => table.end_cell(),
                    "br" | "p" | "div" | "li" => table.cell.iter_mut().for_each(Open::new_line),
                    _ => {}
                }
            }
        }
        TokenSinkResult::Continue
    }
}

impl Table {
    /// Ends the row, and begins another one with `tag`.
    fn row(&mut self, tag: Option<&Tag>) {
        self.end_cell();
        self.in_row = tag.is_some();
        if let Some(tag) = tag {
            if is_hidden(tag) {
                self.draft.marks.hidden_rows.push(self.rows);
            }
            self.rows += 1;
            self.column = 0;
        }
    }

    /// Begins a cell at the next column that is free; false when there is none.
    fn begin_cell(&mut self, tag: &Tag) -> bool {
        self.end_cell();
        if !self.in_row {
            (self.in_row, self.rows, self.column) = (true, self.rows + 1, 0);
        }
        let row = self.rows - 1;
        while self.free_from.get(self.column as usize).is_some_and(|free| *free > row) {
            self.column += 1;
        }
        let (columns, rows) = (span(tag, "colspan").min(1_000), span(tag, "rowspan"));
        self.cell = Some(Open { columns, rows, text: String::new() });
        self.column + columns <= MAX_PLACED
    }

    fn end_cell(&mut self) {
        let Some(Open { columns, rows, text }) = self.cell.take() else { return };
        let (top, left) = (self.rows - 1, self.column);
        self.column += columns;
        if columns > 1 || rows > 1 {
            let area = Area { top, left, bottom: top.saturating_add(rows - 1), right: left + columns - 1 };
            self.draft.marks.merged.push(area);
        }
        if rows > 1 {
            let end = self.column as usize;
            if self.free_from.len() < end {
                self.free_from.resize(end, 0);
            }
            self.free_from[left as usize..end].fill(top.saturating_add(rows));
        }
        let text = text.trim_end_matches([' ', '\n']);
        if !text.is_empty() {
            self.draft.cells.push((top, left, Cell::Text(text.to_owned()), Shows::Day));
        }
    }

    fn finish(mut self) -> Draft {
        self.end_cell();
        self.draft
    }
}

impl Open {
    /// Blanks and line ends of the source are one blank, as a browser shows them.
    fn write(&mut self, text: &str) {
        for sign in text.chars() {
            if !sign.is_ascii_whitespace() {
                self.text.push(sign);
            } else if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                self.text.push(' ');
            }
        }
    }

    fn new_line(&mut self) {
        self.text.truncate(self.text.trim_end_matches(' ').len());
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }
}

fn attribute<'a>(tag: &'a Tag, name: &str) -> Option<&'a str> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
}

/// How many columns or rows a cell is wide or high; HTML knows no more than 65,534.
fn span(tag: &Tag, name: &str) -> u32 {
    attribute(tag, name).and_then(|span| span.trim().parse().ok()).unwrap_or(1).clamp(1, 65_534)
}

fn is_hidden(tag: &Tag) -> bool {
    let style: String = attribute(tag, "style").unwrap_or_default().chars().filter(|c| !c.is_whitespace()).collect();
    attribute(tag, "hidden").is_some() || style.to_ascii_lowercase().contains("display:none")
}

/// `<x:Name>…</x:Name>` in what Excel writes for itself.
fn sheet_names(comment: &str) -> Vec<String> {
    let parts = comment.split("<x:ExcelWorksheet>").skip(1);
    let name = |part: &str| Some(part.split_once("<x:Name>")?.1.split_once("</x:Name>")?.0.trim().to_owned());
    parts.filter_map(name).filter(|name| !name.is_empty()).take(MAX_SHEETS).collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    const ROWS: &str = "<tr><td>姓名<td>人员类别<tr><td>方晓岚<td>正式党员";

    #[rstest]
    #[case::between_two_rows(format!("<html><body><table>{ROWS}"))]
    #[case::in_a_tag(format!("<table>{ROWS}</tab"))]
    #[case::in_the_second_table(format!("<table>{ROWS}</table><table>{ROWS}"))]
    fn half_a_page_is_not_read(#[case] page: String) {
        assert_eq!(read(&page).err(), Some(cut_off()));
    }

    #[rstest]
    #[case::without_its_last_tags(format!("<html><body><table>{ROWS}</table>"))]
    #[case::with_a_table_that_nobody_ended(format!("<html><body><table>{ROWS}</body></html>"))]
    fn a_whole_page_is_read_however_carelessly_it_is_written(#[case] page: String) {
        assert_eq!(read(&page).unwrap()[0].grid.as_ref().unwrap().rows.len(), 2);
    }
}
