//! What a cell says, as text.

use chrono::NaiveTime;

use crate::outside::Cell;
use crate::values::half_width;

/// What a cell says, as text; empty for 无 and the dashes with which people fill a cell that has nothing to say.
pub(super) fn text(cell: &Cell) -> String {
    let text = shown(cell);
    let nothing = ["无", "暂无", "—", "——", "-", "--", "/", "\\", "N/A"].contains(&half_width(&text).as_str());
    if nothing { String::new() } else { text }
}

/// A cell as a person sees it, without the blanks around it.
pub(super) fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Error(text) => {
            text.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}').to_owned()
        }
        // Prints telephone numbers without `.0`, and never an exponent.
        Cell::Number(number) => number.to_string(),
        Cell::Date(moment) if moment.time() == NaiveTime::MIN => moment.date().to_string(),
        Cell::Date(moment) => moment.to_string(),
        Cell::Bool(true) => "是".to_owned(),
        Cell::Bool(false) => "否".to_owned(),
    }
}
