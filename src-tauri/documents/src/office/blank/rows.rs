//! Rows put into a sheet: what stands below moves down, and whatever names a place of the sheet goes along, in this part
//! of the workbook and in the others.

use std::collections::BTreeMap;

use quick_xml::events::Event;
use zhibu_core::outside::{MoreRows, SheetError};

use super::cells::{FormulaXml, RowXml, SheetXml};
use super::formula::{Shift, copied};
use super::xml::{attributes, get, tag, take, walk};

/// Puts rows into the sheet itself.
pub(super) fn insert(sheet: &mut SheetXml, shift: &Shift) -> Result<(), SheetError> {
    write_out_shared(sheet);
    let MoreRows { first, last, count } = shift.rows;
    for row in &mut sheet.rows {
        let number = row.number;
        for cell in &mut row.cells {
            if let Some(FormulaXml { attributes, text }) = &mut cell.formula {
                *text = shift.formula(text, Some(number));
                for (_, value) in attributes.iter_mut().filter(|(key, _)| key == "ref") {
                    *value = shift.areas(value, false);
                }
            }
        }
        row.number = shift.row(number);
    }
    let at = sheet.rows.partition_point(|row| row.number <= last);
    if let Some(model) =
        at.checked_sub(1).map(|at| sheet.rows[at].clone()).filter(|row| row.number == last && first <= last)
    {
        let new: Vec<RowXml> = (1..=count).map(|down| copy(&model, down)).collect();
        sheet.rows.splice(at..at, new);
    }
    sheet.head = moved(&sheet.head, shift, true)?;
    sheet.tail = with_merges(&moved(&sheet.tail, shift, true)?, shift)?;
    Ok(())
}

/// A row that looks as another does, so many rows below it; formulas go along, what is typed in the other does not.
fn copy(model: &RowXml, down: u32) -> RowXml {
    let mut row = model.clone();
    row.number += down;
    for cell in &mut row.cells {
        cell.clear();
        if let Some(formula) = &mut cell.formula {
            formula.text = copied(&formula.text, i64::from(down), 0);
        }
    }
    row
}

/// Writes formulas out that only say from which other cell they were copied: rows between the two would put them wrong.
fn write_out_shared(sheet: &mut SheetXml) {
    let mut shared: BTreeMap<String, (u32, u32, String)> = BTreeMap::new();
    for row in &mut sheet.rows {
        for cell in &mut row.cells {
            let Some(formula) = cell.formula.as_mut().filter(|f| get(&f.attributes, "t") == Some("shared")) else {
                continue;
            };
            let Some(number) = get(&formula.attributes, "si").map(str::to_owned) else { continue };
            if !formula.text.is_empty() {
                shared.insert(number, (row.number, cell.column, formula.text.clone()));
            } else if let Some((from_row, from_column, text)) = shared.get(&number) {
                let down = i64::from(row.number) - i64::from(*from_row);
                formula.text = copied(text, down, i64::from(cell.column) - i64::from(*from_column));
            }
            for key in ["t", "si", "ref"] {
                take(&mut formula.attributes, key);
            }
        }
    }
}

/// XML with every place of the sheet moved. Of the sheet's own parts (`own`) places are meant without its name, elsewhere
/// only with it.
pub(super) fn moved(xml: &str, shift: &Shift, own: bool) -> Result<String, SheetError> {
    let mut out = String::with_capacity(xml.len());
    let mut within = String::new();
    // A formula's own row is of no matter outside of the rows.
    let outside = own.then_some(u32::MAX);
    walk(xml, |event, raw| {
        match &event {
            Event::Start(opened) | Event::Empty(opened) => {
                within = opened.local_name().as_ref().to_owned();
                let mut pairs = attributes(opened)?;
                let mut changed = false;
                for (key, value) in pairs.iter_mut().filter(|_| own) {
                    let new = match (within.as_str(), key.as_str()) {
                        ("conditionalFormatting" | "dataValidation" | "ignoredError" | "protectedRange", "sqref") => {
                            shift.areas(value, true)
                        }
                        (_, "ref" | "sqref" | "activeCell" | "topLeftCell") => shift.areas(value, false),
                        ("brk", "id") => value.parse::<u32>().map_or_else(
                            |_| value.clone(),
                            |row| shift.row(row.saturating_sub(1)).saturating_add(1).to_string(),
                        ),
                        _ => continue,
                    };
                    changed |= new != *value;
                    *value = new;
                }
                let end = if matches!(event, Event::Empty(_)) { "/>" } else { ">" };
                let rewritten = || tag(opened.name().as_ref(), &pairs, end);
                out.push_str(&if changed { rewritten() } else { raw.to_owned() });
            }
            Event::Text(_) => out.push_str(&match within.as_str() {
                "f" | "formula" | "formula1" | "formula2" | "definedName" => shift.formula(raw, outside),
                "sqref" if own => shift.areas(raw, true),
                _ => raw.to_owned(),
            }),
            Event::End(_) => {
                within.clear();
                out.push_str(raw);
            }
            _ => out.push_str(raw),
        }
        Ok(())
    })?;
    Ok(out)
}

/// What is merged within the last prepared row is merged in the new ones too.
fn with_merges(tail: &str, shift: &Shift) -> Result<String, SheetError> {
    let last = (u64::from(shift.rows.last) + 1).to_string();
    let row_of = |place: &str| place.trim_start_matches(|c: char| c.is_ascii_alphabetic()).to_owned();
    let mut merged: Vec<String> = Vec::new();
    let mut total = 0_usize;
    walk(tail, |event, _| {
        let (Event::Start(tag) | Event::Empty(tag)) = &event else { return Ok(()) };
        if tag.local_name().as_ref() == "mergeCell" {
            total += 1;
            let pairs = attributes(tag)?;
            let area = get(&pairs, "ref").unwrap_or_default();
            if area.split_once(':').is_some_and(|(one, other)| row_of(one) == last && row_of(other) == last) {
                merged.push(area.to_owned());
            }
        }
        Ok(())
    })?;
    if merged.is_empty() {
        return Ok(tail.to_owned());
    }
    let copies =
        (1..=shift.rows.count).flat_map(|down| merged.iter().map(move |area| copied(area, i64::from(down), 0)));
    let copies: Vec<String> = copies.collect();
    let mut out = String::new();
    walk(tail, |event, raw| {
        match &event {
            Event::Start(opened) if opened.local_name().as_ref() == "mergeCells" => {
                let mut pairs = attributes(opened)?;
                for (_, value) in pairs.iter_mut().filter(|(key, _)| key == "count") {
                    *value = (total + copies.len()).to_string();
                }
                out.push_str(&tag(opened.name().as_ref(), &pairs, ">"));
            }
            Event::End(closed) if closed.local_name().as_ref() == "mergeCells" => {
                let prefix = closed.name().as_ref().trim_end_matches("mergeCells").to_owned();
                for area in &copies {
                    out.push_str(&format!("<{prefix}mergeCell ref=\"{area}\"/>"));
                }
                out.push_str(raw);
            }
            _ => out.push_str(raw),
        }
        Ok(())
    })?;
    Ok(out)
}

/// A drawing of the sheet: pictures below the list move down with what they stand beside.
pub(super) fn moved_drawing(xml: &str, shift: &Shift) -> Result<String, SheetError> {
    let mut out = String::with_capacity(xml.len());
    let mut within = String::new();
    walk(xml, |event, raw| {
        match &event {
            Event::Start(tag) => within = tag.local_name().as_ref().to_owned(),
            Event::End(_) => within.clear(),
            _ => {}
        }
        let is_row = matches!(event, Event::Text(_)) && (within == "row" || within == "Row");
        let is_anchor = matches!(event, Event::Text(_)) && within == "Anchor";
        if is_row {
            let row = raw.trim().parse::<u32>().map(|row| shift.row(row).to_string());
            out.push_str(&row.unwrap_or_else(|_| raw.to_owned()));
        } else if is_anchor {
            // Of a note's eight numbers the third and the seventh are rows.
            let number = |(place, text): (usize, &str)| match text.trim().parse::<u32>() {
                Ok(row) if place == 2 || place == 6 => shift.row(row).to_string(),
                _ => text.trim().to_owned(),
            };
            out.push_str(&raw.split(',').enumerate().map(number).collect::<Vec<_>>().join(", "));
        } else {
            out.push_str(raw);
        }
        Ok(())
    })?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shift() -> Shift {
        Shift { sheet: "名册".to_owned(), rows: MoreRows { first: 1, last: 2, count: 2 } }
    }

    #[test]
    fn new_rows_look_as_the_last_one_and_sums_take_them_in() {
        let xml = "<worksheet><dimension ref=\"A1:C4\"/><sheetData><row r=\"1\"><c r=\"A1\"/></row>\
            <row r=\"2\"><c r=\"C2\"><f t=\"shared\" ref=\"C2:C3\" si=\"0\">B2*2</f></c></row>\
            <row r=\"3\" ht=\"25\"><c r=\"A3\" s=\"5\"><v>2</v></c><c r=\"C3\" s=\"6\"><f t=\"shared\" si=\"0\"/></c></row>\
            <row r=\"4\"><c r=\"C4\"><f>SUM(C2:C3)</f></c></row></sheetData>\
            <mergeCells count=\"2\"><mergeCell ref=\"A3:B3\"/><mergeCell ref=\"A4:B4\"/></mergeCells>\
            <dataValidations><dataValidation sqref=\"B3\"><formula1>$A$4</formula1></dataValidation></dataValidations>\
            </worksheet>";
        let mut sheet = SheetXml::read(xml).unwrap();
        insert(&mut sheet, &shift()).unwrap();
        assert_eq!(
            sheet.written(),
            "<worksheet><dimension ref=\"A1:C6\"/><sheetData><row r=\"1\"><c r=\"A1\"/></row>\
            <row r=\"2\"><c r=\"C2\"><f>B2*2</f></c></row>\
            <row r=\"3\" ht=\"25\"><c r=\"A3\" s=\"5\"><v>2</v></c><c r=\"C3\" s=\"6\"><f>B3*2</f></c></row>\
            <row r=\"4\" ht=\"25\"><c r=\"A4\" s=\"5\"/><c r=\"C4\" s=\"6\"><f>B4*2</f></c></row>\
            <row r=\"5\" ht=\"25\"><c r=\"A5\" s=\"5\"/><c r=\"C5\" s=\"6\"><f>B5*2</f></c></row>\
            <row r=\"6\"><c r=\"C6\"><f>SUM(C2:C5)</f></c></row></sheetData>\
            <mergeCells count=\"4\"><mergeCell ref=\"A3:B3\"/><mergeCell ref=\"A6:B6\"/><mergeCell ref=\"A4:B4\"/>\
            <mergeCell ref=\"A5:B5\"/></mergeCells>\
            <dataValidations><dataValidation sqref=\"B3:B5\"><formula1>$A$6</formula1></dataValidation></dataValidations>\
            </worksheet>"
        );
    }

    #[test]
    fn a_picture_below_the_list_moves_down_and_one_above_stays() {
        let xml = "<xdr:from><xdr:col>3</xdr:col><xdr:row>3</xdr:row></xdr:from><xdr:to><xdr:row>0</xdr:row></xdr:to>";
        let moved = moved_drawing(xml, &shift()).unwrap();
        assert_eq!(moved, xml.replacen("<xdr:row>3<", "<xdr:row>5<", 1));
        let note = "<x:Anchor>1, 2, 3, 4, 5, 6, 7, 8</x:Anchor><x:Row>3</x:Row>";
        assert_eq!(
            moved_drawing(note, &shift()).unwrap(),
            "<x:Anchor>1, 2, 5, 4, 5, 6, 9, 8</x:Anchor><x:Row>5</x:Row>"
        );
    }

    #[test]
    fn other_parts_move_what_they_name_of_the_sheet() {
        let xml = "<definedName name=\"p\">名册!$A$1:$C$4</definedName><definedName name=\"q\">别的!$A$4</definedName>";
        assert_eq!(moved(xml, &shift(), false).unwrap(), xml.replace("$C$4", "$C$6"));
    }
}
