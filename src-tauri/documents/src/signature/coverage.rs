//! Which bytes of a file a signature covers.

use sha2::{Digest, Sha256};

use super::fault::Fault;

/// Bytes that a signature takes at most; a report's takes 8,192 with its padding, those of other programs some more.
const MAX_HOLE: usize = 128 << 10;

/// The two signed stretches of a file and the hole between them that holds the signature itself:
/// `/ByteRange [0 b c d]`.
pub(super) struct Coverage<'a> {
    /// From the first byte to the hole.
    pub(super) before: &'a [u8],
    /// The hole, brackets included.
    hole: &'a [u8],
    /// From the hole to the end of the signed revision.
    pub(super) after: &'a [u8],
}

impl<'a> Coverage<'a> {
    /// Reads the newest signature's. A copy elsewhere in the file cannot mislead: whatever is found has to cover the
    /// file to its last byte, and to be the one that the PDF's own structure names.
    pub(super) fn newest(pdf: &'a [u8]) -> Result<Self, Fault> {
        let (_, tail) = split_after_last(pdf, b"/ByteRange").ok_or(Fault::NotSigned)?;
        let array = tail.trim_ascii_start().strip_prefix(b"[").ok_or(Fault::Malformed)?;
        let end = array.iter().take(100).position(|byte| *byte == b']').ok_or(Fault::Malformed)?;
        let numbers = std::str::from_utf8(array.get(..end).unwrap_or_default()).map_err(|_| Fault::Malformed)?;
        let numbers: Vec<&str> = numbers.split_ascii_whitespace().collect();
        let [first, hole, rest, length] = numbers[..] else { return Err(Fault::Malformed) };
        let number = |text: &str| {
            let plain = text.bytes().all(|byte| byte.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
            text.parse::<usize>().ok().filter(|_| plain).ok_or(Fault::Malformed)
        };
        let (first, hole, rest, length) = (number(first)?, number(hole)?, number(rest)?, number(length)?);
        let end = rest.checked_add(length).ok_or(Fault::Malformed)?;
        if first != 0 || hole >= rest {
            return Err(Fault::Malformed);
        }
        if end > pdf.len() {
            return Err(Fault::Truncated);
        }
        let part = |from, to| pdf.get(from..to).ok_or(Fault::Malformed);
        Ok(Self { before: part(0, hole)?, hole: part(hole, rest)?, after: part(rest, end)? })
    }

    /// Where the hole begins and ends and how far the file is signed: `b`, `c` and `d`.
    pub(super) fn numbers(&self) -> [usize; 3] {
        [self.before.len(), self.before.len() + self.hole.len(), self.after.len()]
    }

    /// Bytes of the signed revision.
    pub(super) fn end(&self) -> usize {
        self.before.len() + self.hole.len() + self.after.len()
    }

    /// What the hole holds, the padding included: one hex string, upper case, and nothing else, so that no byte of
    /// the file can be written in two ways.
    pub(super) fn contents(&self) -> Result<Vec<u8>, Fault> {
        if self.hole.len() > MAX_HOLE {
            return Err(Fault::UnsupportedAlgorithm);
        }
        let digits = self.hole.strip_prefix(b"<").and_then(|hole| hole.strip_suffix(b">")).ok_or(Fault::Malformed)?;
        if digits.iter().any(u8::is_ascii_lowercase) {
            return Err(Fault::Malformed);
        }
        hex::decode(digits).map_err(|_| Fault::Malformed)
    }

    /// SHA-256 of what is signed.
    pub(super) fn digest(&self) -> [u8; 32] {
        Sha256::new().chain_update(self.before).chain_update(self.after).finalize().into()
    }
}

/// Splits `bytes` behind the last `mark`.
pub(super) fn split_after_last<'a>(bytes: &'a [u8], mark: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let at = bytes.windows(mark.len()).rposition(|window| window == mark)?;
    bytes.split_at_checked(at + mark.len())
}
