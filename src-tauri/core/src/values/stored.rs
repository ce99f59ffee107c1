//! How values that are text on the wire are stored: as the same text.

/// Lets types that serialise as a string be bound to, and read from, TEXT columns.
macro_rules! stored_as_text {
    ($($type:ty),+ $(,)?) => {$(
        impl rusqlite::ToSql for $type {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                let serde_json::Value::String(text) = serde_json::to_value(self)
                    .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?
                else {
                    return Err(rusqlite::Error::ToSqlConversionFailure(concat!(stringify!($type), " is no text").into()));
                };
                Ok(text.into())
            }
        }

        impl rusqlite::types::FromSql for $type {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                // Not through a JSON value: a list reads these by the hundred thousand.
                let text = serde::de::value::StrDeserializer::<serde::de::value::Error>::new(value.as_str()?);
                serde::Deserialize::deserialize(text).map_err(|error| rusqlite::types::FromSqlError::Other(error.into()))
            }
        }
    )+};
}

pub(crate) use stored_as_text;

stored_as_text!(super::IdNumber, super::Month, super::PartialDate, super::Period, super::Quarter, super::Room);
