//! Promises of what happens to a photo.
#![allow(clippy::unwrap_used)]

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, GenericImageView, ImageEncoder, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use lopdf::{Document, Object, Stream, dictionary};
use proptest::prelude::*;
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

/// What a scanner makes: one picture to a page, lying on its side where `turned`.
fn scanned(pages: usize, turned: bool) -> Document {
    scan_of(encoded(&half_red().into(), ImageFormat::Jpeg), pages, turned)
}

fn scan_of(jpeg: Vec<u8>, pages: usize, turned: bool) -> Document {
    let mut pdf = Document::with_version("1.5");
    let tree = pdf.new_object_id();
    let picture = pdf.add_object(Stream::new(
        dictionary! { "Type" => "XObject", "Subtype" => "Image", "Width" => 1200, "Height" => 800,
        "ColorSpace" => "DeviceRGB", "BitsPerComponent" => 8, "Filter" => "DCTDecode" },
        jpeg,
    ));
    let drawing = pdf.add_object(Stream::new(dictionary! {}, b"600 0 0 400 0 0 cm /Scan Do".to_vec()));
    let page = dictionary! { "Type" => "Page", "Parent" => tree, "Contents" => drawing, "Rotate" => if turned { 90 } else { 0 },
    "MediaBox" => vec![0.into(), 0.into(), 600.into(), 400.into()],
    "Resources" => dictionary! { "XObject" => dictionary! { "Scan" => picture } } };
    let pages: Vec<Object> = (0..pages).map(|_| pdf.add_object(page.clone()).into()).collect();
    let count = i64::try_from(pages.len()).unwrap();
    pdf.set_object(tree, dictionary! { "Type" => "Pages", "Kids" => pages, "Count" => count });
    let catalog = pdf.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    pdf.trailer.set("Root", catalog);
    pdf
}

fn saved(mut pdf: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn a_scanned_pdf_becomes_a_picture_a_page_upright() {
    let pages = Pictures.pages(&saved(scanned(2, true)), 480).unwrap();
    assert_eq!(pages.len(), 2);
    for page in pages {
        let page = image::load_from_memory_with_format(&page, ImageFormat::Jpeg).unwrap();
        assert_eq!(page.dimensions(), (320, 480));
        // Turned to the right: what was on the left is above.
        assert!(page.get_pixel(160, 60).0[0] > 150 && page.get_pixel(160, 420).0[2] > 150);
    }
}

#[test]
fn a_pdf_that_is_no_scan_is_refused() {
    for bytes in [&b""[..], b"not a pdf", b"%PDF-1.7"] {
        assert_eq!(Pictures.pages(bytes, 480), Err(PictureError::NotAPicture));
    }
    assert_eq!(Pictures.pages(&saved(scanned(21, false)), 480), Err(PictureError::TooLarge("21 页".into())));
    assert!(matches!(Pictures.pages(&vec![b'%'; 33 << 20], 480), Err(PictureError::TooLarge(_))));
    assert_eq!(Pictures.pages(&saved(scanned(0, false)), 480), Err(PictureError::NotAPicture));
    let torn = saved(scan_of(b"\xFF\xD8 torn".to_vec(), 1, false));
    assert!(matches!(Pictures.pages(&torn, 480), Err(PictureError::Failed(_))), "a blank page is no scan");
    let mut thin = scanned(1, false);
    let page = thin.page_iter().next().unwrap();
    let line = vec![0.into(), 0.into(), 100_000.into(), 1.into()];
    thin.get_dictionary_mut(page).unwrap().set("MediaBox", line);
    assert!(matches!(Pictures.pages(&saved(thin), 480), Err(PictureError::Failed(_))));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    /// Whatever happened to the file, there are pages or a reason.
    #[test]
    fn a_damaged_pdf_never_stops_the_program(at in any::<prop::sample::Index>(), with in any::<[u8; 4]>(), cut in any::<bool>()) {
        let mut bytes = saved(scanned(1, false));
        // Not only in the picture, which is most of it.
        let at = at.index(bytes.len().min(3000));
        let at = if cut { at } else { bytes.len() - 1 - at };
        if cut { bytes.truncate(at) } else { for (byte, with) in bytes[at..].iter_mut().zip(with) { *byte = with } }
        if let Ok(pages) = Pictures.pages(&bytes, 120) {
            prop_assert!((1..=20).contains(&pages.len()));
        }
    }
}

/// The checksum of a PNG's chunk.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 })
    })
}
