//! What a revision added to the one before: a receipt adds a signature field and nothing that anybody could see or run.

use lopdf::{Dictionary, Object, ObjectId};

use super::fault::Fault;
use super::pdf::Pdf;

/// What a field of ours says; anything else could act or show something.
const OF_A_FIELD: [&[u8]; 9] = [b"Type", b"Subtype", b"FT", b"T", b"V", b"F", b"Rect", b"P", b"AP"];

/// Passes a revision `new` that differs from `old` by one signature field without any content of its own.
pub(super) fn is_only_a_signature(old: &Pdf<'_>, new: &Pdf<'_>) -> Result<(), Fault> {
    // Whatever cannot be read there is a change too.
    let is_so = || -> Result<bool, Fault> {
        let mut added = Vec::new();
        for number in new.rewritten_since(old) {
            let id = Object::Reference((number, 0));
            if !has_only_grown(&old.resolve(&id)?, &new.resolve(&id)?, &mut added) {
                return Ok(false);
            }
        }
        added.sort_unstable();
        added.dedup();
        let [field] = added[..] else { return Ok(false) };
        let same_root = old.trailer.get(b"Root").ok() == new.trailer.get(b"Root").ok();
        Ok(same_root && is_blank_field(new, field)?)
    };
    if is_so().unwrap_or(false) { Ok(()) } else { Err(Fault::ChangedAfterSigning) }
}

/// Whether an object is what it was, but for one entry more at the end of the form's fields or of a page's annotations;
/// notes what was added.
fn has_only_grown(old: &Object, new: &Object, added: &mut Vec<ObjectId>) -> bool {
    match (old, new) {
        _ if old == new => true,
        (Object::Dictionary(old), Object::Dictionary(new)) => has_only_grown_lists(old, new, added),
        (Object::Array(_), Object::Array(_)) => is_one_more(old, new, added),
        _ => false,
    }
}

fn has_only_grown_lists(old: &Dictionary, new: &Dictionary, added: &mut Vec<ObjectId>) -> bool {
    let none = Object::Array(Vec::new());
    let is_kept = |(key, _): (&Vec<u8>, &Object)| new.has(key);
    old.iter().all(is_kept)
        && new.iter().all(|(key, value)| match old.get(key) {
            Ok(before) if before == value => true,
            before if [&b"Fields"[..], b"Annots"].contains(&key.as_slice()) => {
                is_one_more(before.unwrap_or(&none), value, added)
            }
            _ => false,
        })
}

fn is_one_more(old: &Object, new: &Object, added: &mut Vec<ObjectId>) -> bool {
    let (Object::Array(old), Object::Array(new)) = (old, new) else { return false };
    match new.split_last() {
        Some((Object::Reference(id), before)) if before == old.as_slice() => {
            added.push(*id);
            true
        }
        _ => false,
    }
}

/// Whether a field is for a signature and shows nothing.
fn is_blank_field(pdf: &Pdf<'_>, id: ObjectId) -> Result<bool, Fault> {
    let Object::Dictionary(field) = pdf.resolve(&Object::Reference(id))? else { return Ok(false) };
    let is_name = |key: &[u8], name: &[u8]| field.get(key).and_then(Object::as_name).is_ok_and(|found| found == name);
    let is_known = field.iter().all(|(key, _)| OF_A_FIELD.contains(&key.as_slice()));
    if !is_known || !is_name(b"FT", b"Sig") || !is_name(b"Subtype", b"Widget") {
        return Ok(false);
    }
    let Some(looks) = pdf.dictionary(&field, b"AP")? else { return Ok(true) };
    let Ok(look) = looks.get(b"N") else { return Ok(false) };
    Ok(looks.len() == 1 && pdf.stream(look, 1)?.1.is_empty())
}
