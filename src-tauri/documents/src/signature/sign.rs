//! Signing: an incremental update with a signature field on the last page.

use chrono::{DateTime, FixedOffset};
use lopdf::{
    Dictionary, Document, IncrementalDocument, LoadOptions, Object, ObjectId, Stream, StringFormat, dictionary,
};
use p256::ecdsa::SigningKey;
use p256::pkcs8::{DecodePrivateKey, DecodePublicKey};
use x509_cert::der::{Decode, Encode};
use zhibu_core::outside::{Identity, SealError};

use crate::layout::MARK_RECT;

use super::coverage::{Coverage, split_after_last};
use super::{cms, failed};

/// Bytes kept free for the signature; one takes about 800.
const HOLE: usize = 8192;
/// Stands for a number of the `/ByteRange` until all are known: wider than any.
const UNKNOWN: i64 = 9_999_999_999;

/// `pdf` with a signature over all of it.
pub(super) fn sign(
    pdf: &[u8],
    identity: &Identity,
    reason: &str,
    at: DateTime<FixedOffset>,
) -> Result<Vec<u8>, SealError> {
    let key = SigningKey::from_pkcs8_der(&identity.key).map_err(failed)?;
    check_pair(&key, &identity.certificate)?;
    let mut signed = with_field(pdf, reason, at).map_err(failed)?;
    set_range(&mut signed, pdf.len()).ok_or_else(|| failed("no place for the signature"))?;
    let coverage = Coverage::newest(&signed).map_err(failed)?;
    let hole = coverage.before.len() + 1;
    let message = hex::encode_upper(cms::sign(&coverage.digest(), &key, &identity.certificate).map_err(failed)?);
    let place = signed.get_mut(hole..hole + message.len()).filter(|_| message.len() <= 2 * HOLE);
    place.ok_or_else(|| failed("signature too long"))?.copy_from_slice(message.as_bytes());
    Ok(signed)
}

/// A key that is not the certificate's makes a signature nobody can verify.
pub(super) fn check_pair(key: &SigningKey, certificate: &[u8]) -> Result<(), SealError> {
    let certificate = x509_cert::Certificate::from_der(certificate).map_err(|_| SealError::NotACertificate)?;
    let public = certificate.tbs_certificate().subject_public_key_info().to_der().map_err(failed)?;
    let public = p256::ecdsa::VerifyingKey::from_public_key_der(&public).map_err(failed)?;
    if public == *key.verifying_key() { Ok(()) } else { Err(failed("key and certificate do not belong together")) }
}

/// `pdf` with an update that holds a signature field whose signature is still blank.
fn with_field(pdf: &[u8], reason: &str, at: DateTime<FixedOffset>) -> lopdf::Result<Vec<u8>> {
    let options = LoadOptions { strict: true, ..LoadOptions::default() };
    let document = Document::load_mem_with_options(pdf, options)?;
    let root = document.trailer.get(b"Root")?.as_reference()?;
    let last_page = document.page_iter().last().ok_or(lopdf::Error::PageNumberNotFound(0))?;
    let certified = document.get_dictionary(root)?.has(b"Perms");
    let mut update = IncrementalDocument::create_from(pdf.to_vec(), document);
    // They describe the old cross-reference stream, not the new one.
    for key in ["DecodeParms", "XRefStm"] {
        update.new_document.trailer.remove(key.as_bytes());
    }

    let mut signature = dictionary! {
        "Type" => "Sig",
        "Filter" => "Adobe.PPKLite",
        "SubFilter" => "ETSI.CAdES.detached",
        "M" => Object::string_literal(time(at)),
        "Reason" => lopdf::text_string(reason),
    };
    if !certified {
        signature.set("Reference", vec![Object::Dictionary(only_forms_and_signatures())]);
    }
    // These two come last: nothing that can be chosen freely may look like them further on.
    signature.set("ByteRange", vec![0.into(), UNKNOWN.into(), UNKNOWN.into(), UNKNOWN.into()]);
    signature.set("Contents", Object::String(vec![0; HOLE], StringFormat::Hexadecimal));
    let signature = update.new_document.try_add_object(signature)?;

    update.opt_clone_object_to_new_document(root)?;
    if !certified {
        catalog(&mut update, root)?.set("Perms", dictionary! { "DocMDP" => signature });
    }
    let number = fields(&mut update, root)?.len() + 1;
    // A second signature has no place on the page: what is seen there was certified by the first.
    let place = if certified { [0.0; 4] } else { MARK_RECT };
    let mut field = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "FT" => "Sig",
        "T" => Object::string_literal(format!("Signature{number}")),
        "V" => signature,
        // Print, Locked.
        "F" => 4 | 128,
        "Rect" => place.map(Object::from).to_vec(),
        "P" => last_page,
    };
    if !certified {
        let (width, height) = (place[2] - place[0], place[3] - place[1]);
        let blank = dictionary! {
            "Type" => "XObject", "Subtype" => "Form", "Resources" => Dictionary::new(),
            "BBox" => vec![0.into(), 0.into(), width.into(), height.into()],
        };
        let appearance = update.new_document.try_add_object(Stream::new(blank, Vec::new()))?;
        field.set("AP", dictionary! { "N" => appearance });
    }
    let field = update.new_document.try_add_object(field)?;
    fields(&mut update, root)?.push(field.into());
    list(&mut update, last_page, b"Annots")?.push(field.into());

    let mut signed = Vec::with_capacity(pdf.len() + 2 * HOLE + 4096);
    update.save_to(&mut signed)?;
    Ok(signed)
}

/// `D:20261123090000+08'00'`
fn time(at: DateTime<FixedOffset>) -> String {
    format!("D:{}'", at.format("%Y%m%d%H%M%S%:z").to_string().replace(':', "'"))
}

/// DocMDP, P=2: no change is allowed but filling in forms and signing.
fn only_forms_and_signatures() -> Dictionary {
    dictionary! {
        "Type" => "SigRef",
        "TransformMethod" => "DocMDP",
        "TransformParams" => dictionary! { "Type" => "TransformParams", "P" => 2, "V" => "1.2" },
    }
}

fn catalog(update: &mut IncrementalDocument, root: ObjectId) -> lopdf::Result<&mut Dictionary> {
    update.new_document.get_dictionary_mut(root)
}

/// The form's fields, in the update.
fn fields(update: &mut IncrementalDocument, root: ObjectId) -> lopdf::Result<&mut Vec<Object>> {
    let form = match catalog(update, root)?.get(b"AcroForm") {
        Ok(Object::Reference(id)) => *id,
        form => {
            let form = form.and_then(Object::as_dict).cloned().unwrap_or_default();
            let id = update.new_document.try_add_object(form)?;
            catalog(update, root)?.set("AcroForm", id);
            id
        }
    };
    update.opt_clone_object_to_new_document(form)?;
    // SignaturesExist, AppendOnly.
    update.new_document.get_dictionary_mut(form)?.set("SigFlags", 3);
    list(update, form, b"Fields")
}

/// The array `key` of the dictionary `owner`, in the update, whether it was there, referred to, or not there at all.
fn list<'a>(update: &'a mut IncrementalDocument, owner: ObjectId, key: &[u8]) -> lopdf::Result<&'a mut Vec<Object>> {
    update.opt_clone_object_to_new_document(owner)?;
    let dictionary = update.new_document.get_dictionary_mut(owner)?;
    if !dictionary.has(key) {
        dictionary.set(key, Vec::<Object>::new());
    }
    if let Object::Reference(id) = *dictionary.get(key)? {
        update.opt_clone_object_to_new_document(id)?;
        return update.new_document.get_object_mut(id)?.as_array_mut();
    }
    update.new_document.get_dictionary_mut(owner)?.get_mut(key)?.as_array_mut()
}

/// Writes the real `/ByteRange` over its stand-in, in the update that begins at `from`.
fn set_range(signed: &mut [u8], from: usize) -> Option<()> {
    let stand_in = format!("[0 {UNKNOWN} {UNKNOWN} {UNKNOWN}]");
    let total = signed.len();
    let (head, tail) = split_after_last(signed.get(from..)?, b"/ByteRange")?;
    let range = from + head.len();
    let tail = tail.strip_prefix(stand_in.as_bytes())?.strip_prefix(b"/Contents")?;
    let hole = total - tail.len();
    let end = hole + 2 * HOLE + 2;
    tail.get(2 * HOLE + 1).filter(|byte| **byte == b'>')?;
    let real = format!("[0 {hole} {end} {}", total - end);
    let real = format!("{real:width$}]", width = stand_in.len() - 1);
    signed.get_mut(range..range + stand_in.len())?.copy_from_slice(real.as_bytes());
    Some(())
}
