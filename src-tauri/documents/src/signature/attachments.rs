//! The files inside a PDF.

use lopdf::{Dictionary, Object, decode_text_string};
use zhibu_core::outside::Attachment;

use super::fault::Fault;
use super::pdf::Pdf;

/// Bytes of all attachments together, unpacked.
const MAX_BYTES: usize = 32 << 20;
/// Attachments in a file.
const MAX_FILES: usize = 100;
/// Nodes of the tree that names them; one that leads back to itself has no end.
const MAX_NODES: usize = 100;

/// Reads what `/EmbeddedFiles` names, in its order.
pub(super) fn read(pdf: &Pdf<'_>) -> Result<Vec<Attachment>, Fault> {
    let names = pdf.dictionary(&pdf.catalog()?, b"Names")?;
    let tree = names.map_or(Ok(None), |names| pdf.dictionary(&names, b"EmbeddedFiles"))?;
    let files = tree.map_or(Ok(Vec::new()), |tree| leaves(pdf, tree))?;
    let mut left = MAX_BYTES;
    files.iter().map(|file| attachment(pdf, file, &mut left)).collect()
}

/// The file specifications of a name tree, in its order.
fn leaves(pdf: &Pdf<'_>, tree: Dictionary) -> Result<Vec<Dictionary>, Fault> {
    let follow = |object: &Object| match pdf.resolve(object)? {
        Object::Dictionary(dictionary) => Ok(dictionary),
        _ => Err(Fault::Malformed),
    };
    let mut files = Vec::new();
    let mut nodes = vec![tree];
    for _ in 0..MAX_NODES {
        let Some(node) = nodes.pop() else { return Ok(files) };
        for pair in pdf.array(&node, b"Names")?.chunks(2) {
            let [_, file] = pair else { return Err(Fault::Malformed) };
            files.push(follow(file)?);
            if files.len() > MAX_FILES {
                return Err(Fault::TooLarge);
            }
        }
        // The first child is to be visited next.
        for kid in pdf.array(&node, b"Kids")?.iter().rev() {
            nodes.push(follow(kid)?);
            if nodes.len() > MAX_NODES {
                return Err(Fault::TooLarge);
            }
        }
    }
    Err(Fault::TooLarge)
}

fn attachment(pdf: &Pdf<'_>, file: &Dictionary, left: &mut usize) -> Result<Attachment, Fault> {
    let text = |keys: [&[u8]; 2]| -> Result<String, Fault> {
        let key = keys.into_iter().find(|key| file.has(key)).unwrap_or_default();
        Ok(decode_text_string(&pdf.get(file, key)?).unwrap_or_default())
    };
    let streams = pdf.dictionary(file, b"EF")?.ok_or(Fault::Malformed)?;
    let stream = streams.get(b"F").or_else(|_| streams.get(b"UF")).map_err(|_| Fault::Malformed)?;
    let (head, bytes) = pdf.stream(stream, *left)?;
    *left = left.saturating_sub(bytes.len());
    let mime = pdf.get(&head, b"Subtype")?;
    Ok(Attachment {
        name: text([b"UF", b"F"])?,
        mime: String::from_utf8_lossy(mime.as_name().unwrap_or_default()).into_owned(),
        description: text([b"Desc", b"Desc"])?,
        bytes,
    })
}
