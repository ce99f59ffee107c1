//! Tables of other people's making: read, and filled in by changing the XML of their cells and nothing else.

mod cells;
mod formula;
mod package;
mod read;
mod rows;
mod styles;
mod xml;

use quick_xml::events::Event;
use zhibu_core::outside::{BlankError, BlankSheet, SheetError, SheetFilling};

use cells::SheetXml;
use formula::Shift;
use package::{BOOK, Package};
use styles::Styles;
use xml::{attributes, escaped, get, tag, take, walk};

pub(super) fn read(bytes: &[u8]) -> Result<Vec<BlankSheet>, BlankError> {
    let package = Package::open(bytes)?;
    let sheets = package.read_sheets()?;
    read::read(&package, sheets)
}

pub(super) fn fill(bytes: &[u8], filling: &[SheetFilling]) -> Result<Vec<u8>, BlankError> {
    let mut package = Package::open(bytes)?;
    let styles = Styles::read(package.part("xl/styles.xml")?)?;
    let from_1904 = counts_from_1904(package.part(BOOK)?)?;
    for SheetFilling { sheet, more_rows, cells } in filling {
        let path = package.sheets.get(sheet).cloned().ok_or_else(|| SheetError::NoSuchSheet(sheet.clone()))?;
        let mut xml = SheetXml::read(package.part(&path)?)?;
        if let Some(rows) = *more_rows {
            let shift = Shift { sheet: escaped(sheet), rows };
            rows::insert(&mut xml, &shift)?;
            move_others(&mut package, &path, &shift)?;
        }
        for (at, written) in cells {
            xml.set(*at, written, &styles, from_1904);
        }
        package.put(&path, xml.written());
    }
    calculate_anew(&mut package)?;
    Ok(package.written()?)
}

/// Moves what other parts of the workbook name of a sheet into which rows were put.
fn move_others(package: &mut Package<'_>, path: &str, shift: &Shift) -> Result<(), SheetError> {
    let mut changes = vec![(BOOK.to_owned(), rows::moved(package.part(BOOK)?, shift, false)?)];
    for (kind, part) in package.related(path)? {
        let xml = package.part(&part)?;
        match kind.as_str() {
            "drawing" | "vmlDrawing" => changes.push((part.clone(), rows::moved_drawing(xml, shift)?)),
            "comments" | "table" | "threadedComment" => changes.push((part.clone(), rows::moved(xml, shift, true)?)),
            _ => {}
        }
    }
    let speaks_of_it = |part: &&String| {
        let is_sheet = package.sheets.values().any(|sheet| sheet == *part) && *part != path;
        is_sheet || part.starts_with("xl/charts/chart")
    };
    for part in package.paths().filter(speaks_of_it) {
        let xml = package.part(part)?;
        if xml.contains(&shift.sheet) {
            changes.push((part.clone(), rows::moved(xml, shift, false)?));
        }
    }
    for (part, xml) in changes.into_iter().filter(|(_, xml)| !xml.is_empty()) {
        if package.part(&part)? != xml {
            package.put(&part, xml);
        }
    }
    drop_order_of_calculation(package)
}

/// The order in which formulas were worked out names cells that have moved. It is made anew by whoever opens the file.
fn drop_order_of_calculation(package: &mut Package<'_>) -> Result<(), SheetError> {
    const CHAIN: &str = "xl/calcchain.xml";
    if package.part(CHAIN)?.is_empty() {
        return Ok(());
    }
    package.drop_part(CHAIN);
    for list in ["[content_types].xml", "xl/_rels/workbook.xml.rels"] {
        let mut kept = String::new();
        walk(package.part(list)?, |event, raw| {
            let names_it = match &event {
                Event::Start(tag) | Event::Empty(tag) => {
                    let pairs = attributes(tag)?;
                    let path = get(&pairs, "PartName").or_else(|| get(&pairs, "Target")).unwrap_or_default();
                    path.to_ascii_lowercase().ends_with("calcchain.xml")
                }
                _ => false,
            };
            if !names_it {
                kept.push_str(raw);
            }
            Ok(())
        })?;
        package.put(list, kept);
    }
    Ok(())
}

/// Lets whichever program opens the file work all formulas out, and takes out what they came to before.
fn calculate_anew(package: &mut Package<'_>) -> Result<(), SheetError> {
    let mut has_formulas = false;
    for path in package.sheets.clone().into_values() {
        let Ok(mut xml) = SheetXml::read(package.part(&path)?) else { continue };
        if xml.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.formula.is_some()) {
            has_formulas = true;
            xml.forget_results();
            package.put(&path, xml.written());
        }
    }
    if has_formulas {
        let book = with_calculation(package.part(BOOK)?)?;
        package.put(BOOK, book);
    }
    Ok(())
}

fn with_calculation(book: &str) -> Result<String, SheetError> {
    const BEFORE_IT: [&str; 4] = ["sheets", "functionGroups", "externalReferences", "definedNames"];
    let mut out = String::with_capacity(book.len());
    let (mut is_said, mut place) = (false, None);
    walk(book, |event, raw| {
        match &event {
            Event::Start(opened) | Event::Empty(opened) if opened.local_name().as_ref() == "calcPr" => {
                is_said = true;
                let mut pairs = attributes(opened)?;
                take(&mut pairs, "fullCalcOnLoad");
                pairs.push(("fullCalcOnLoad".to_owned(), "1".to_owned()));
                let end = if matches!(event, Event::Empty(_)) { "/>" } else { ">" };
                out.push_str(&tag(opened.name().as_ref(), &pairs, end));
            }
            _ => out.push_str(raw),
        }
        if let Event::End(closed) = &event
            && let name = closed.name().as_ref().to_owned()
            && let Some(last) = BEFORE_IT.iter().find(|last| **last == closed.local_name().as_ref())
        {
            place = Some((out.len(), name.trim_end_matches(last).to_owned()));
        }
        Ok(())
    })?;
    if let Some((at, prefix)) = place.filter(|_| !is_said) {
        out.insert_str(at, &format!("<{prefix}calcPr fullCalcOnLoad=\"1\"/>"));
    }
    Ok(out)
}

fn counts_from_1904(book: &str) -> Result<bool, SheetError> {
    let mut found = false;
    walk(book, |event, _| {
        if let Event::Start(tag) | Event::Empty(tag) = &event
            && tag.local_name().as_ref() == "workbookPr"
        {
            found = matches!(get(&attributes(tag)?, "date1904"), Some("1" | "true"));
        }
        Ok(())
    })?;
    Ok(found)
}
