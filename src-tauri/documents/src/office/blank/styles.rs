//! What the styles of a workbook say that matters for writing into its cells.

use std::collections::BTreeMap;

use quick_xml::events::Event;
use zhibu_core::outside::SheetError;

use super::super::format::Shows;
use super::xml::{attributes, get, walk};

/// Of each style of a cell, by its number.
#[derive(Debug, Default)]
pub(super) struct Styles(Vec<Style>);

#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    /// What of a date it shows; [`Shows::Nothing`] where it is no format of dates.
    pub(super) shows: Shows,
    pub(super) has_border: bool,
}

impl Styles {
    pub(super) fn read(xml: &str) -> Result<Self, SheetError> {
        let mut formats = BTreeMap::new();
        let mut borders: Vec<bool> = Vec::new();
        let mut styles = Vec::new();
        let mut within = Vec::new();
        walk(xml, |event, _| {
            let opens = matches!(event, Event::Start(_));
            match &event {
                Event::Start(tag) | Event::Empty(tag) => {
                    let name = tag.local_name().as_ref().to_owned();
                    let parent = within.last().map_or("", String::as_str);
                    let pairs = attributes(tag)?;
                    let number = |key: &str| get(&pairs, key).and_then(|text| text.parse::<u32>().ok());
                    match (parent, name.as_str()) {
                        ("numFmts", "numFmt") => {
                            let code = get(&pairs, "formatCode").unwrap_or_default().replace("&quot;", "\"");
                            formats.insert(number("numFmtId").unwrap_or_default(), Shows::of(&code));
                        }
                        ("borders", "border") => borders.push(false),
                        ("border", _) if get(&pairs, "style").is_some_and(|style| style != "none") => {
                            if let Some(border) = borders.last_mut() {
                                *border = true;
                            }
                        }
                        ("cellXfs", "xf") => {
                            let format = number("numFmtId").unwrap_or_default();
                            let own = || formats.get(&format).copied().unwrap_or(Shows::Nothing);
                            let border = number("borderId").and_then(|border| borders.get(border as usize).copied());
                            let shows = Shows::builtin(format).unwrap_or_else(own);
                            styles.push(Style { shows, has_border: border == Some(true) });
                        }
                        _ => {}
                    }
                    if opens {
                        within.push(name);
                    }
                }
                Event::End(_) => drop(within.pop()),
                _ => {}
            }
            Ok(())
        })?;
        Ok(Self(styles))
    }

    /// The style with a number; the plain one where there is none.
    pub(super) fn get(&self, number: u32) -> Style {
        self.0.get(number as usize).copied().unwrap_or(Style { shows: Shows::Nothing, has_border: false })
    }
}
