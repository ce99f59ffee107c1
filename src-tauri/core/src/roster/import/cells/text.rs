//! What a cell says, as text.

use chrono::NaiveTime;

use crate::outside::Cell;
use crate::values::{as_it_looks, half_width};

/// What a cell says, as text; empty for 无 and the dashes with which people fill a cell that has nothing to say.
pub(in crate::roster::import) fn text(cell: &Cell) -> String {
    let text = shown(cell);
    if text.len() > 9 {
        return text;
    }
    let nothing = ["无", "暂无", "—", "——", "-", "--", "/", "\\", "N/A"].contains(&half_width(&text).as_str());
    if nothing { String::new() } else { text }
}

/// A cell as a person sees it, without the blanks around it.
pub(crate) fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Error(text) => {
            let text = as_it_looks(text);
            let text = text.trim();
            // What exporters write against a spreadsheet's rounding, and what web pages leave.
            let bare = text.strip_prefix("=\"").and_then(|text| text.strip_suffix('"')).unwrap_or(text);
            let bare = bare.strip_prefix('\'').unwrap_or(bare);
            if bare.contains("&nbsp;") { bare.replace("&nbsp;", " ").trim().to_owned() } else { bare.to_owned() }
        }
        // Prints telephone numbers without `.0`, and never an exponent.
        Cell::Number(number) => number.to_string(),
        Cell::Date(moment) if moment.time() == NaiveTime::MIN => moment.date().to_string(),
        Cell::Date(moment) => moment.to_string(),
        Cell::Bool(true) => "是".to_owned(),
        Cell::Bool(false) => "否".to_owned(),
    }
}

/// A cell as it is written, with its unseen characters by their codes: for showing what was put right.
pub(in crate::roster::import) fn written(cell: &Cell) -> String {
    let Cell::Text(text) = cell else { return shown(cell) };
    let seen = |c: char| {
        if as_it_looks(c.encode_utf8(&mut [0; 4])).is_empty() {
            format!("[U+{:04X}]", u32::from(c))
        } else {
            c.to_string()
        }
    };
    text.trim().chars().map(seen).collect()
}
