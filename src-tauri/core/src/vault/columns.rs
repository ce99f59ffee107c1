//! A row's columns by name, for rows that come by the ten thousand.

use std::cell::Cell;

use rusqlite::types::FromSql;
use rusqlite::{Error, Row, Statement};

/// Reads a row by the names of its columns. Each is looked for from behind the one read last, so that reading in the
/// statement's order takes one comparison a column instead of a search.
pub struct Columns<'a, 'stmt> {
    row: &'a Row<'stmt>,
    next: Cell<usize>,
}

impl<'a, 'stmt> Columns<'a, 'stmt> {
    /// The columns of `row`.
    pub fn of(row: &'a Row<'stmt>) -> Self {
        Self { row, next: Cell::new(0) }
    }

    /// As [`Row::get`].
    ///
    /// # Errors
    /// When there is no such column, or it holds something else.
    pub fn get<T: FromSql>(&self, name: &str) -> rusqlite::Result<T> {
        let statement: &Statement<'_> = self.row.as_ref();
        let (next, count) = (self.next.get(), statement.column_count());
        let mut places = (next..count).chain(0..next);
        let place = places.find(|place| statement.column_name(*place).is_ok_and(|column| column == name));
        let place = place.ok_or_else(|| Error::InvalidColumnName(name.to_owned()))?;
        self.next.set(place + 1);
        self.row.get(place)
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::Columns;

    #[test]
    fn a_column_is_found_by_its_name_in_any_order() {
        let connection = Connection::open_in_memory().unwrap();
        let read = |row: &rusqlite::Row<'_>| {
            let row = Columns::of(row);
            let read: Vec<i64> = ["b", "c", "a", "a", "b"].into_iter().map(|name| row.get(name).unwrap()).collect();
            assert!(row.get::<i64>("d").is_err());
            Ok(read)
        };
        assert_eq!(connection.query_row("SELECT 1 AS a, 2 AS b, 3 AS c", [], read), Ok(vec![2, 3, 1, 1, 2]));
    }
}
