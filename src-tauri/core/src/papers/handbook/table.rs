//! Tables of the book.

use chrono::NaiveDate;

use super::Filled;
use crate::outside::{Block, Column};

/// A width in millimetres, or the share of what the others leave, and a title.
pub(super) enum Width {
    Mm(f64),
    Share(f64),
}

/// A heading and a table below it; nothing where there is no row.
pub(super) fn titled(filled: &mut Filled, head: &str, columns: &[(Width, &str)], rows: Vec<Vec<String>>) {
    if rows.is_empty() {
        return;
    }
    filled.records += rows.len();
    let column = |(width, title): &(Width, &str)| match width {
        Width::Mm(mm) => Column::mm(*mm, title),
        Width::Share(share) => Column::share(*share, title),
    };
    filled.blocks.extend([Block::head(head), Block::table(columns.iter().map(column).collect(), rows)]);
}

/// An empty table for a hand.
pub(super) fn for_hands(titles: &[&str], rows: usize) -> Block {
    let columns = titles.iter().map(|title| Column::share(1.0, title).centred()).collect();
    let rows = vec![vec![String::new(); titles.len()]; rows];
    Block::Table { columns, rows, foot: String::new(), roomy: true }
}

/// `2026.3.5`; empty for none.
pub(super) fn dotted(day: Option<NaiveDate>) -> String {
    day.map(|day| day.format("%Y.%-m.%-d").to_string()).unwrap_or_default()
}
