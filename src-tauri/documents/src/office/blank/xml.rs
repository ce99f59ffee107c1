//! XML in pieces, so that whatever is not changed stays as it was written.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zhibu_core::outside::SheetError;

use super::super::failed;

/// Calls `each` with every event of `xml` and with the text that it was read from; together these texts are `xml`.
pub(super) fn walk<'a>(
    xml: &'a str,
    mut each: impl FnMut(Event<'a>, &'a str) -> Result<(), SheetError>,
) -> Result<(), SheetError> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    let mut from = 0;
    loop {
        let event = reader.read_event().map_err(failed)?;
        let to = usize::try_from(reader.buffer_position()).map_err(failed)?;
        if matches!(event, Event::Eof) {
            return Ok(());
        }
        each(event, xml.get(from..to).unwrap_or_default())?;
        from = to;
    }
}

/// Attributes in their order, values as they are written.
pub(super) type Attributes = Vec<(String, String)>;

pub(super) fn attributes(tag: &BytesStart<'_>) -> Result<Attributes, SheetError> {
    let pair = |attribute: quick_xml::events::attributes::Attribute<'_>| {
        (attribute.key.as_ref().to_owned(), attribute.value.replace('"', "&quot;"))
    };
    tag.attributes().map(|attribute| attribute.map(pair).map_err(failed)).collect()
}

pub(super) fn get<'a>(attributes: &'a Attributes, name: &str) -> Option<&'a str> {
    attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

/// Takes an attribute out.
pub(super) fn take(attributes: &mut Attributes, name: &str) -> Option<String> {
    let place = attributes.iter().position(|(key, _)| key == name)?;
    Some(attributes.remove(place).1)
}

/// Writes a tag; `end` is `>` or `/>`.
pub(super) fn tag(name: &str, attributes: &Attributes, end: &str) -> String {
    let pairs: String = attributes.iter().map(|(key, value)| format!(" {key}=\"{value}\"")).collect();
    format!("<{name}{pairs}{end}")
}

/// `text` as XML may hold it.
pub(super) fn escaped(text: &str) -> String {
    let kept = |c: &char| !c.is_control() || matches!(c, '\t' | '\n');
    let kept: String = text.chars().filter(kept).collect();
    kept.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
