//! What a file is, told from its content: its name may say anything.

use zhibu_core::outside::PictureError;

/// A picture that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// From cameras and telephones.
    Jpeg,
    /// From screens.
    Png,
    /// From chats and web pages.
    WebP,
}

/// What telephones and cameras write, what they call it, and what is to be done with it.
const APPLE: (&str, &str) = (
    "苹果手机的 HEIC 照片",
    "请在手机的“设置—相机—格式”里选“兼容性最佳”再拍；已经拍好的，用微信发送一次再存下来，或者在电脑上打开后另存为 JPG",
);
const SAVE_AS: &str = "请在看图软件里打开，另存为 JPG 再选";
const RAW: (&str, &str) = ("相机的原始（RAW）照片", "请用相机自带的软件导出为 JPG 再选");
const FILM: (&str, &str) = ("一段录像，不是照片", "请选照片；录像可以截一张图，存为 JPG 再选");

/// Which kind of picture it is.
///
/// # Errors
/// [`PictureError::Foreign`] and [`PictureError::Document`] name what else it is, [`PictureError::NotAPicture`] where that
/// cannot be told.
pub(super) fn of(bytes: &[u8]) -> Result<Kind, PictureError> {
    Ok(match bytes {
        [0xFF, 0xD8, 0xFF, ..] => Kind::Jpeg,
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Kind::Png,
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Kind::WebP,
        _ => {
            return Err(document(bytes).or_else(|| foreign(bytes)).unwrap_or(PictureError::NotAPicture));
        }
    })
}

/// What is no picture.
fn document(bytes: &[u8]) -> Option<PictureError> {
    let text = bytes.get(..512).unwrap_or(bytes).to_ascii_lowercase();
    let says = |word: &[u8]| text.windows(word.len()).any(|part| part == word);
    let (is, hint) = if bytes.starts_with(b"%PDF") {
        ("PDF 文件，不是照片", "请把要用的那一页截图存为 JPG；签到表的扫描件可以直接加 PDF，其他文件请用“加附件”")
    } else if begins(bytes, &[b"PK\x03\x04", b"\xD0\xCF\x11\xE0", b"{\\rtf"]) {
        ("文档或压缩包，不是照片", "请选 JPG 或 PNG 格式的照片；其他文件请用“加附件”")
    } else if says(b"<html") || says(b"<!doctype html") {
        ("网页，不是照片", "请在网页上点开照片，存下来再选")
    } else {
        return None;
    };
    Some(PictureError::Document { is, hint })
}

/// What is a picture or a film, and of another kind.
fn foreign(bytes: &[u8]) -> Option<PictureError> {
    let begins = |signs: &[&[u8]]| begins(bytes, signs);
    let (is, hint) = if let Some(brands) = brands(bytes) {
        let has = |names: &[&[u8; 4]]| brands.iter().any(|brand| names.iter().any(|name| *brand == name.as_slice()));
        if has(&[b"avif", b"avis"]) {
            ("AVIF 格式的图片", SAVE_AS)
        } else if has(&[b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"miaf"]) {
            APPLE
        } else if has(&[b"crx "]) {
            RAW
        } else {
            FILM
        }
    } else if begins(&[b"GIF87a", b"GIF89a"]) {
        ("GIF 动图", SAVE_AS)
    } else if begins(&[b"FUJIFILMCCD-RAW", b"IIRO", b"IIRS", b"MMOR", b"IIU\0", b"\0MRM", b"FOVb"])
        || (begins(&[b"II*\0"]) && bytes.get(8..10) == Some(b"CR"))
    {
        RAW
    } else if begins(&[b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"]) {
        ("TIFF 格式的图片或相机的原始照片", SAVE_AS) // most cameras' own files are TIFFs, too
    } else if begins(&[b"BM"]) && bytes.get(6..10) == Some(&[0; 4]) {
        ("BMP 格式的图片", SAVE_AS)
    } else if begins(&[b"\xFF\x0A", b"\0\0\0\x0CJXL "]) {
        ("JPEG XL 格式的图片", SAVE_AS)
    } else if begins(&[b"\0\0\0\x0CjP  ", b"\xFF\x4F\xFF\x51"]) {
        ("JPEG 2000 格式的图片", SAVE_AS)
    } else if begins(&[b"8BPS"]) {
        ("Photoshop 图片", SAVE_AS)
    } else if begins(&[b"\0\0\x01\0", b"\0\0\x02\0"]) {
        ("图标文件", SAVE_AS)
    } else if begins(&[b"RIFF", b"\x1A\x45\xDF\xA3", b"FLV", b"\x30\x26\xB2\x75", b"\0\0\x01\xBA", b"\0\0\x01\xB3"]) {
        FILM
    } else if begins(&[b"<svg"]) || bytes.get(..512).unwrap_or(bytes).windows(5).any(|part| part == b"<svg ") {
        ("SVG 矢量图", SAVE_AS)
    } else {
        return None;
    };
    Some(PictureError::Foreign { is, hint })
}

fn begins(bytes: &[u8], signs: &[&[u8]]) -> bool {
    signs.iter().any(|sign| bytes.starts_with(sign))
}

/// The brands of a file of boxes, which telephones write photos and films in.
fn brands(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    if bytes.get(4..8)? != b"ftyp" {
        return None;
    }
    let length = u32::from_be_bytes(bytes.first_chunk().copied()?) as usize;
    let list = bytes.get(8..length.clamp(12, 256).min(bytes.len()))?;
    Some(list.chunks_exact(4).collect())
}
