//! Promises of what happens to a photo.
#![allow(clippy::unwrap_used)]

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, GenericImageView, ImageEncoder, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use rstest::rstest;
use zhibu_core::outside::{Picture, PictureError};
use zhibu_documents::picture::Pictures;

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// Wider than high; the left half is red.
fn half_red() -> RgbImage {
    RgbImage::from_fn(1200, 800, |x, _| if x < 600 { Rgb([200, 0, 0]) } else { Rgb([0, 0, 200]) })
}

fn shrunk(bytes: &[u8]) -> DynamicImage {
    image::load_from_memory_with_format(&Pictures.shrink(bytes, 480).unwrap(), ImageFormat::Jpeg).unwrap()
}

#[rstest]
#[case(ImageFormat::Jpeg)]
#[case(ImageFormat::Png)]
fn a_large_photo_becomes_a_small_jpeg_of_the_same_shape(#[case] format: ImageFormat) {
    assert_eq!(shrunk(&encoded(&half_red().into(), format)).dimensions(), (480, 320));
}

#[test]
fn a_small_photo_keeps_its_size() {
    let small = RgbImage::from_pixel(90, 120, Rgb([10, 20, 30]));
    assert_eq!(shrunk(&encoded(&small.into(), ImageFormat::Png)).dimensions(), (90, 120));
}

#[test]
fn a_photo_taken_sideways_stands_upright_and_says_nothing_else_any_more() {
    // Orientation 6: turn by a quarter to the right. Big-endian TIFF with that one entry, and the place behind it.
    let mut exif = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
    exif.extend(b"GPS 22.5431N 114.0579E");
    let mut jpeg = Vec::new();
    let mut encoder = JpegEncoder::new(&mut jpeg);
    encoder.set_exif_metadata(exif).unwrap();
    encoder.encode_image(&half_red()).unwrap();
    assert!(jpeg.windows(3).any(|part| part == b"GPS"));
    let small = Pictures.shrink(&jpeg, 480).unwrap();
    assert!(![&b"GPS"[..], b"Exif"].iter().any(|word| small.windows(word.len()).any(|part| part == *word)));
    let upright = shrunk(&jpeg);
    assert_eq!(upright.dimensions(), (320, 480));
    // What was on the left is above.
    assert!(upright.get_pixel(160, 60).0[0] > 150 && upright.get_pixel(160, 420).0[2] > 150);
}

#[test]
fn what_can_be_seen_through_is_white() {
    let clear = RgbaImage::from_pixel(60, 60, Rgba([0, 0, 0, 0]));
    assert!(shrunk(&encoded(&clear.into(), ImageFormat::Png)).get_pixel(30, 30).0[..3].iter().all(|part| *part > 250));
}

#[rstest]
#[case::nothing(b"")]
#[case::text(b"not a picture")]
#[case::gif(b"GIF89a\x01\x00\x01\x00\x00\x00\x00;")]
#[case::svg(b"<svg xmlns='http://www.w3.org/2000/svg'/>")]
fn what_is_no_photo_is_refused(#[case] bytes: &[u8]) {
    assert_eq!(Pictures.shrink(bytes, 480), Err(PictureError::NotAPicture));
}

#[test]
fn a_damaged_photo_is_refused() {
    let mut bytes = encoded(&half_red().into(), ImageFormat::Png);
    bytes.truncate(bytes.len() / 2);
    assert!(matches!(Pictures.shrink(&bytes, 480), Err(PictureError::Failed(_))));
}

/// A few bytes that say they are a picture of 60,000 × 60,000.
#[test]
fn a_photo_that_would_fill_the_memory_is_refused_before_it_is_unpacked() {
    let mut bytes = encoded(&DynamicImage::new_luma8(1, 1), ImageFormat::Png);
    bytes[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
    bytes[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
    let sum = crc32(&bytes[12..29]).to_be_bytes();
    bytes[29..33].copy_from_slice(&sum);
    assert!(matches!(Pictures.shrink(&bytes, 480), Err(PictureError::TooLarge(_))));
    assert!(matches!(Pictures.shrink(&vec![0xFF; 33 << 20], 480), Err(PictureError::TooLarge(_))));
}

/// The checksum of a PNG's chunk.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 })
    })
}
