//! What a picture would take to unpack, before anything is unpacked.

use zhibu_core::outside::PictureError;

use super::kind::Kind;

/// Pixels along one side.
const MAX_SIDE: u32 = 30_000;
/// Pixels of a plain JPEG, which is unpacked line by line into three bytes each: cameras of 64 million.
const MAX_PIXELS: u64 = 65_000_000;
/// Of anything else: unpacking takes up to eight bytes for each beside the picture itself.
const MAX_PIXELS_AT_ONCE: u64 = 32_000_000;
/// How often a JPEG may go over its pixels; programs that write such files do it ten times or so.
const MAX_SCANS: usize = 20;

/// What is known of a picture from its head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Measure {
    width: u32,
    height: u32,
    /// It has to be held whole beside its pixels.
    at_once: bool,
}

/// Makes sure that a picture is whole and no larger than what a camera gives.
///
/// # Errors
/// [`PictureError::TooLarge`], [`PictureError::CutOff`], [`PictureError::Foreign`] for what moves.
pub(super) fn admit(kind: Kind, bytes: &[u8]) -> Result<(), PictureError> {
    let Measure { width, height, at_once } = match kind {
        Kind::Jpeg => jpeg(bytes)?,
        Kind::Png => png(bytes)?,
        Kind::WebP => webp(bytes)?,
    };
    let most = if at_once { MAX_PIXELS_AT_ONCE } else { MAX_PIXELS };
    if width == 0 || height == 0 {
        return Err(PictureError::Failed("没有画面".into()));
    }
    if width.max(height) > MAX_SIDE || u64::from(width) * u64::from(height) > most {
        return Err(PictureError::TooLarge(format!("{width} × {height} 像素")));
    }
    Ok(())
}

/// From marker to marker. A picture whose end is missing decodes to a half grey one.
fn jpeg(bytes: &[u8]) -> Result<Measure, PictureError> {
    let mut at = 2;
    let (mut measure, mut scans) = (None, 0);
    loop {
        // Any number of 0xFF may stand before a marker, and some programs leave rubbish there.
        let skipped = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == 0xFF));
        at += skipped.ok_or(PictureError::CutOff)?;
        let marker = *bytes.get(at + 1).ok_or(PictureError::CutOff)?;
        match marker {
            0xFF => at += 1,
            // A byte of the picture, or a place to begin again.
            0x00 | 0x01 | 0xD0..=0xD8 => at += 2,
            0xD9 => break,
            _ => {
                let length = big(bytes, at + 2, 2)? as usize;
                match marker {
                    0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => {
                        let at_once = marker != 0xC0 && marker != 0xC1;
                        let one = Measure { width: big(bytes, at + 7, 2)?, height: big(bytes, at + 5, 2)?, at_once };
                        measure = Some(measure.map_or(one, |first: Measure| larger(first, one)));
                    }
                    0xDA => scans += 1,
                    _ => {}
                }
                at += 2 + length.max(2);
            }
        }
    }
    if scans > MAX_SCANS {
        return Err(PictureError::TooLarge(format!("分 {scans} 层保存")));
    }
    // One that is not done after one time is held until the last.
    let measure = measure.map(|one: Measure| Measure { at_once: one.at_once || scans > 1, ..one });
    measure.filter(|_| scans > 0).ok_or_else(|| PictureError::Failed("没有画面".into()))
}

fn larger(one: Measure, other: Measure) -> Measure {
    Measure {
        width: one.width.max(other.width),
        height: one.height.max(other.height),
        at_once: one.at_once || other.at_once,
    }
}

/// The head of a PNG is its first part.
fn png(bytes: &[u8]) -> Result<Measure, PictureError> {
    if bytes.get(12..16) != Some(b"IHDR") {
        return Err(PictureError::Failed("没有画面".into()));
    }
    Ok(Measure { width: big(bytes, 16, 4)?, height: big(bytes, 20, 4)?, at_once: true })
}

/// A PNG's parts that make its picture. Notes and colour profiles may unpack to anything, and nothing here needs them.
pub(super) fn bare_png(bytes: &[u8]) -> Result<Vec<u8>, PictureError> {
    let mut bare = bytes.get(..8).unwrap_or_default().to_vec();
    let mut at = 8;
    loop {
        let length = big(bytes, at, 4)? as usize;
        let part = bytes.get(at..at.saturating_add(12).saturating_add(length)).ok_or(PictureError::CutOff)?;
        let name = part.get(4..8).unwrap_or_default();
        if [b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"].iter().any(|kept| name == *kept) {
            bare.extend_from_slice(part);
        }
        if name == b"IEND" {
            return Ok(bare);
        }
        at += part.len();
    }
}

fn webp(bytes: &[u8]) -> Result<Measure, PictureError> {
    let whole = little(bytes, 4, 4)? as usize + 8;
    if bytes.len() < whole {
        return Err(PictureError::CutOff);
    }
    let (width, height) = match bytes.get(12..16) {
        Some(b"VP8X") => {
            if bytes.get(20).is_some_and(|flags| flags & 2 != 0) {
                return Err(PictureError::Foreign {
                    is: "会动的 WebP 图片", hint: "请截一张图，存为 JPG 再选"
                });
            }
            (little(bytes, 24, 3)? + 1, little(bytes, 27, 3)? + 1)
        }
        Some(b"VP8L") => {
            let bits = little(bytes, 21, 4)?;
            ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        }
        Some(b"VP8 ") => (little(bytes, 26, 2)? & 0x3FFF, little(bytes, 28, 2)? & 0x3FFF),
        _ => return Err(PictureError::Failed("没有画面".into())),
    };
    Ok(Measure { width, height, at_once: true })
}

fn big(bytes: &[u8], at: usize, length: usize) -> Result<u32, PictureError> {
    let part = bytes.get(at..at.saturating_add(length)).ok_or(PictureError::CutOff)?;
    Ok(part.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)))
}

fn little(bytes: &[u8], at: usize, length: usize) -> Result<u32, PictureError> {
    let part = bytes.get(at..at.saturating_add(length)).ok_or(PictureError::CutOff)?;
    Ok(part.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte)))
}
