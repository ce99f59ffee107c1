//! The files inside a PDF.

use lopdf::{Dictionary, Document, Object, decode_text_string};
use zhibu_core::outside::Attachment;

use super::fault::Fault;

/// Bytes of all attachments together, unpacked.
const MAX_BYTES: usize = 64 << 20;
/// Attachments in a file.
const MAX_FILES: usize = 100;
/// Nodes of the tree that names them; one that leads back to itself has no end.
const MAX_NODES: usize = 100;

/// Reads what `/EmbeddedFiles` names, in its order.
pub(super) fn read(document: &Document) -> Result<Vec<Attachment>, Fault> {
    let catalog = document.catalog().map_err(|_| Fault::Malformed)?;
    let tree = dictionary(document, catalog, b"Names")
        .and_then(|names| names.map_or(Ok(None), |names| dictionary(document, names, b"EmbeddedFiles")))?;
    let files = tree.map_or(Ok(Vec::new()), |tree| leaves(document, tree))?;
    let mut left = MAX_BYTES;
    files.into_iter().map(|file| attachment(document, file, &mut left)).collect()
}

/// The dictionary under `key`, if there is anything.
fn dictionary<'a>(document: &'a Document, owner: &'a Dictionary, key: &[u8]) -> Result<Option<&'a Dictionary>, Fault> {
    if !owner.has(key) {
        return Ok(None);
    }
    owner.get_deref(key, document).and_then(Object::as_dict).map(Some).map_err(|_| Fault::Malformed)
}

/// The file specifications of a name tree, in its order.
fn leaves<'a>(document: &'a Document, tree: &'a Dictionary) -> Result<Vec<&'a Dictionary>, Fault> {
    let follow = |object: &'a Object| {
        document.dereference(object).and_then(|(_, object)| object.as_dict()).map_err(|_| Fault::Malformed)
    };
    let mut files = Vec::new();
    let mut nodes = vec![tree];
    for _ in 0..MAX_NODES {
        let Some(node) = nodes.pop() else { return Ok(files) };
        let array = |key| node.get_deref(key, document).and_then(Object::as_array);
        for pair in array(b"Names").map(|names| names.chunks(2)).into_iter().flatten() {
            let [_, file] = pair else { return Err(Fault::Malformed) };
            files.push(follow(file)?);
        }
        // The first child is to be visited next.
        for kid in array(b"Kids").into_iter().flatten().rev() {
            nodes.push(follow(kid)?);
        }
        if files.len() > MAX_FILES || nodes.len() > MAX_NODES {
            break;
        }
    }
    Err(Fault::TooLarge)
}

fn attachment(document: &Document, file: &Dictionary, left: &mut usize) -> Result<Attachment, Fault> {
    let text = |keys: [&[u8]; 2]| {
        let found = keys.into_iter().find_map(|key| file.get_deref(key, document).ok());
        found.and_then(|text| decode_text_string(text).ok()).unwrap_or_default()
    };
    let streams = dictionary(document, file, b"EF")?.ok_or(Fault::Malformed)?;
    let stream = streams.get_deref(b"F", document).or_else(|_| streams.get_deref(b"UF", document));
    let stream = stream.and_then(Object::as_stream).map_err(|_| Fault::Malformed)?;
    let bytes = stream.get_plain_content_with_limit(*left).map_err(|error| match error {
        lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. }) => Fault::TooLarge,
        _ => Fault::Malformed,
    })?;
    *left = left.saturating_sub(bytes.len());
    let mime = stream.dict.get_deref(b"Subtype", document).and_then(Object::as_name).unwrap_or_default();
    Ok(Attachment {
        name: text([b"UF", b"F"]),
        mime: String::from_utf8_lossy(mime).into_owned(),
        description: text([b"Desc", b"Desc"]),
        bytes,
    })
}
