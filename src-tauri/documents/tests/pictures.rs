//! Promises of what happens to a photo.
#![allow(clippy::unwrap_used)]

use std::io::Cursor;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, GenericImageView, ImageEncoder, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use lopdf::{Document, Object, Stream, dictionary};
use proptest::prelude::*;
use rstest::rstest;
use zhibu_core::outside::{Picture, PictureError};
use zhibu_core::problem::Explain;
use zhibu_documents::picture::Pictures;

/// Photos here, scans in a process of their own.
fn pictures() -> Pictures {
    Pictures::drawn_by(env!("CARGO_BIN_EXE_draw_scan").into())
}

fn pages(pdf: &[u8], edge: u32) -> Result<Vec<Vec<u8>>, PictureError> {
    pictures().pages(pdf, edge, &AtomicBool::new(false))
}

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
    image::load_from_memory_with_format(&pictures().shrink(bytes, 480).unwrap(), ImageFormat::Jpeg).unwrap()
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
    let small = pictures().shrink(&jpeg, 480).unwrap();
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
#[case::begun(b"\xFF\xD8")]
fn what_is_no_photo_is_refused(#[case] bytes: &[u8]) {
    assert_eq!(pictures().shrink(bytes, 480), Err(PictureError::NotAPicture));
}

/// Whatever its name: only the content is looked at.
#[rstest]
#[case(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "苹果手机的 HEIC")]
#[case(b"\0\0\0\x18ftypmif1\0\0\0\0mif1heix", "苹果手机的 HEIC")]
#[case(b"\0\0\0\x1CftypMiHE\0\0\0\0mif1miafheic", "苹果手机的 HEIC")]
#[case(b"\0\0\0\x18ftyphevc\0\0\0\0msf1hevc", "苹果手机的 HEIC")]
#[case(b"\0\0\0\x1Cftypmif1\0\0\0\0mif1avifmiaf", "AVIF")]
#[case(b"\0\0\0\x18ftypcrx \0\0\0\x01crx isom", "RAW")]
#[case(b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", "录像")]
#[case(b"\0\0\0\x18ftypmp42\0\0\0\0isommp42", "录像")]
#[case(b"RIFF\x24\0\0\0AVI LIST", "录像")]
#[case(b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "GIF")]
#[case(b"II*\0\x08\0\0\0\x01\0", "TIFF")]
#[case(b"MM\0*\0\0\0\x08\0\x01", "TIFF")]
#[case(b"II*\0\x10\0\0\0CR\x02\0", "RAW")]
#[case(b"FUJIFILMCCD-RAW 0201", "RAW")]
#[case(b"BM\x36\x10\0\0\0\0\0\0\x36\0\0\0", "BMP")]
#[case(b"8BPS\0\x01", "Photoshop")]
#[case(b"\0\0\0\x0CJXL \r\n\x87\n", "JPEG XL")]
#[case(b"\0\0\0\x0CjP  \r\n\x87\n", "JPEG 2000")]
#[case(b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", "SVG")]
#[case(b"%PDF-1.7\n", "PDF")]
#[case(b"PK\x03\x04\x14\0", "文档或压缩包")]
#[case(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "文档或压缩包")]
#[case(b"<!DOCTYPE html><html><head>", "网页")]
fn a_file_of_another_kind_is_named_with_the_way_out(#[case] bytes: &[u8], #[case] name: &str) {
    let refused = pictures().shrink(bytes, 480).unwrap_err();
    assert!(refused.to_string().contains(name), "{refused}");
    let hint = refused.hint().unwrap();
    assert!(["JPG", "兼容性最佳", "照片"].iter().any(|way| hint.contains(way)), "{hint}");
}

fn progressive() -> Vec<u8> {
    include_bytes!("fixtures/progressive.jpg").to_vec()
}

/// However much of it is left, and whatever stands there instead.
#[rstest]
#[case::jpeg(encoded(&half_red().into(), ImageFormat::Jpeg))]
#[case::progressive(progressive())]
#[case::png(encoded(&half_red().into(), ImageFormat::Png))]
#[case::webp(encoded(&half_red().into(), ImageFormat::WebP))]
fn a_photo_of_which_a_part_is_missing_is_refused(
    #[case] whole: Vec<u8>,
    #[values(0.1, 0.3, 0.5, 0.6, 0.9, 0.97)] share: f64,
    #[values("cut", "zero")] how: &str,
) {
    assert!(pictures().shrink(&whole, 480).is_ok());
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    let keep = (whole.len() as f64 * share) as usize;
    let mut torn = whole[..keep].to_vec();
    if how == "zero" {
        torn.resize(whole.len(), 0);
    }
    let refused = pictures().shrink(&torn, 480);
    assert!(
        matches!(refused, Err(PictureError::CutOff | PictureError::Failed(_))),
        "{:?}",
        refused.map(|small| small.len())
    );
}

/// A marker of a JPEG with its length and content.
fn part(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker], length.as_slice(), content].concat()
}

/// A part of a PNG.
fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let named = [name, content].concat();
    let length = u32::try_from(content.len()).unwrap().to_be_bytes();
    [length.as_slice(), &named, &crc32(&named).to_be_bytes()].concat()
}

/// A JPEG of so many pixels that goes over them so many times.
fn many_scans(side: u16, scans: usize) -> Vec<u8> {
    let [high, low] = side.to_be_bytes();
    let frame = part(0xC2, &[8, high, low, high, low, 1, 1, 0x11, 0]);
    let scan = [part(0xDA, &[1, 1, 0, 0, 0, 0]), vec![0]].concat();
    [vec![0xFF, 0xD8], frame, scan.repeat(scans), vec![0xFF, 0xD9]].concat()
}

/// 100 MB of nothing as some hundred KB: zlib as PNGs have it.
fn deflated_nothing() -> Vec<u8> {
    let mut nothing = encoded(&DynamicImage::new_luma8(10_000, 10_000), ImageFormat::Png);
    let at = nothing.windows(4).position(|name| name == b"IDAT").unwrap();
    let length = u32::from_be_bytes(nothing[at - 4..at].try_into().unwrap()) as usize;
    nothing.drain(..at + 4);
    nothing.truncate(length);
    nothing
}

#[rstest]
#[case::progressive(many_scans(6000, 1))]
#[case::many_scans(many_scans(500, 21))]
#[case::wide(many_scans(u16::MAX, 1))]
#[case::webp([b"RIFF\x16\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0".as_slice(), &[0xFF, 0x3F, 0, 0xFF, 0x3F, 0]].concat())]
#[case::lossless_webp(b"RIFF\x11\0\0\0WEBPVP8L\x05\0\0\0\x2F\xFF\xFF\xFF\x0F".to_vec())]
fn a_picture_that_would_take_too_long_or_too_much_is_refused_by_its_head(#[case] bytes: Vec<u8>) {
    let refused = pictures().shrink(&bytes, 480);
    assert!(matches!(refused, Err(PictureError::TooLarge(_))), "{refused:?}");
}

#[test]
fn a_moving_picture_is_named() {
    let moving = [b"RIFF\x16\0\0\0WEBPVP8X\x0A\0\0\0\x02\0\0\0".as_slice(), &[9, 0, 0, 9, 0, 0]].concat();
    assert!(pictures().shrink(&moving, 480).unwrap_err().to_string().contains("会动的"));
}

/// Notes and colour profiles of a PNG are never unpacked.
#[test]
fn what_stands_beside_a_picture_is_left_packed() {
    let whole = encoded(&half_red().into(), ImageFormat::Png);
    let bomb = deflated_nothing();
    let notes = [
        chunk(b"zTXt", &[b"Comment\0\0".as_slice(), &bomb].concat()),
        chunk(b"iCCP", &[b"x\0\0".as_slice(), &bomb].concat()),
    ];
    let laden = [&whole[..33], &notes.concat(), &whole[33..]].concat();
    assert_eq!(shrunk(&laden).dimensions(), (480, 320));
}

#[test]
fn a_webp_is_read() {
    assert_eq!(shrunk(&encoded(&half_red().into(), ImageFormat::WebP)).dimensions(), (480, 320));
}

/// A few bytes that say they are a picture of 60,000 × 60,000.
#[test]
fn a_photo_that_would_fill_the_memory_is_refused_before_it_is_unpacked() {
    let mut bytes = encoded(&DynamicImage::new_luma8(1, 1), ImageFormat::Png);
    bytes[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
    bytes[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
    let sum = crc32(&bytes[12..29]).to_be_bytes();
    bytes[29..33].copy_from_slice(&sum);
    assert!(matches!(pictures().shrink(&bytes, 480), Err(PictureError::TooLarge(_))));
    assert!(matches!(pictures().shrink(&vec![0xFF; 33 << 20], 480), Err(PictureError::TooLarge(_))));
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
    let drawn = pages(&saved(scanned(2, true)), 480).unwrap();
    assert_eq!(drawn.len(), 2);
    for page in drawn {
        let page = image::load_from_memory_with_format(&page, ImageFormat::Jpeg).unwrap();
        assert_eq!(page.dimensions(), (320, 480));
        // Turned to the right: what was on the left is above.
        assert!(page.get_pixel(160, 60).0[0] > 150 && page.get_pixel(160, 420).0[2] > 150);
    }
}

#[test]
fn a_pdf_that_is_no_scan_is_refused() {
    for bytes in [&b""[..], b"not a pdf", b"%PDF-1.7"] {
        assert_eq!(pages(bytes, 480), Err(PictureError::NotAPicture));
    }
    assert_eq!(pages(&saved(scanned(21, false)), 480), Err(PictureError::TooLarge("21 页".into())));
    assert!(matches!(pages(&vec![b'%'; 33 << 20], 480), Err(PictureError::TooLarge(_))));
    assert_eq!(pages(&saved(scanned(0, false)), 480), Err(PictureError::NotAPicture));
    let torn = saved(scan_of(b"\xFF\xD8 torn".to_vec(), 1, false));
    assert!(matches!(pages(&torn, 480), Err(PictureError::Failed(_))), "a blank page is no scan");
    let mut thin = scanned(1, false);
    let page = thin.page_iter().next().unwrap();
    let line = vec![0.into(), 0.into(), 100_000.into(), 1.into()];
    thin.get_dictionary_mut(page).unwrap().set("MediaBox", line);
    assert!(matches!(pages(&saved(thin), 480), Err(PictureError::Failed(_))));
}

/// A PDF of objects as they are written, each under its number from 1; 1 is the catalog.
fn raw(objects: &[String]) -> Vec<u8> {
    let mut pdf = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(pdf.len());
        pdf.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).bytes());
    }
    let table = pdf.len();
    pdf.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
    for place in &places {
        pdf.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let size = places.len() + 1;
    pdf.extend(format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").bytes());
    pdf
}

/// One page that draws `content` with `resources`; more objects from 5.
fn page(content: &str, resources: &str, more: &[String]) -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << {resources} >> >>"),
        stream("", content),
    ];
    objects.extend_from_slice(more);
    raw(&objects)
}

fn stream(head: &str, content: &str) -> String {
    format!("<< {head} /Length {} >>\nstream\n{content}\nendstream", content.len())
}

fn form(content: &str, resources: &str) -> String {
    stream(&format!("/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << {resources} >>"), content)
}

/// What files of a few KB do to programs that read them.
fn hostile(kind: &str) -> Vec<u8> {
    let deep = 50_000;
    match kind {
        "nested arrays" => page(&format!("{}{} 0 0 m", "[".repeat(deep), "]".repeat(deep)), "", &[]),
        "nested dictionaries" => page("", &format!("/X {}1{}", "<< /X ".repeat(deep), " >>".repeat(deep)), &[]),
        "nested catalog" => raw(&[format!("<< /Type /Catalog /Pages {}{} >>", "[".repeat(deep), "]".repeat(deep))]),
        "pages that are their own children" => raw(&[
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            "<< /Type /Pages /Kids [2 0 R] /Count 1 >>".to_owned(),
        ]),
        "a deep tree of pages" => {
            let mut objects = vec!["<< /Type /Catalog /Pages 2 0 R >>".to_owned()];
            objects.extend((3..20_000).map(|next| format!("<< /Type /Pages /Kids [{next} 0 R] /Count 1 >>")));
            objects.push("<< /Type /Page /MediaBox [0 0 600 800] >>".to_owned());
            raw(&objects)
        }
        "a form that draws itself" => page("/F Do", "/XObject << /F 5 0 R >>", &[form("/F Do", "/XObject << /F 5 0 R >>")]),
        "forms that draw each other" => page(
            "/F Do",
            "/XObject << /F 5 0 R >>",
            &[form("/F Do", "/XObject << /F 6 0 R >>"), form("/F Do", "/XObject << /F 5 0 R >>")],
        ),
        "forms that double" => {
            let doubling = |next| form("/F Do /F Do", &format!("/XObject << /F {next} 0 R >>"));
            let mut forms: Vec<_> = (6..60).map(doubling).collect();
            forms.push(form("0 0 600 800 re f", ""));
            page("/F Do", "/XObject << /F 5 0 R >>", &forms)
        }
        "a pattern that fills itself" => page(
            "/Pattern cs /P scn 0 0 600 800 re f",
            "/Pattern << /P 5 0 R >>",
            &[stream(
                "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 \
                 /Resources << /Pattern << /P 5 0 R >> >>",
                "/Pattern cs /P scn 0 0 9 9 re f",
            )],
        ),
        "a pattern of tiny tiles" => page(
            "/Pattern cs /P scn 0 0 600 800 re f",
            "/Pattern << /P 5 0 R >>",
            &[stream(
                "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 0.0001 /YStep 0.0001 /Resources << >>",
                "0 0 9 9 re f",
            )],
        ),
        "a function of itself" => page(
            "/S sh",
            "/Shading << /S << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 600 800] /Function 5 0 R >> >>",
            &["<< /FunctionType 3 /Domain [0 1] /Functions [5 0 R 5 0 R] /Bounds [0.5] /Encode [0 1 0 1] >>".to_owned()],
        ),
        "a colour space of itself" => page("/C cs 1 scn 0 0 600 800 re f", "/ColorSpace << /C 5 0 R >>", &["[/Indexed 5 0 R 1 <0000>]".to_owned()]),
        "a mask of itself" => page(
            "/G gs 0 0 600 800 re f",
            "/ExtGState << /G 5 0 R >>",
            &[
                "<< /Type /ExtGState /SMask << /S /Luminosity /G 6 0 R >> >>".to_owned(),
                stream(
                    "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Group << /S /Transparency /CS /DeviceGray >> \
                     /Resources << /ExtGState << /G 5 0 R >> >>",
                    "/G gs 0 0 600 800 re f",
                ),
            ],
        ),
        "a font that draws itself" => page(
            "BT /F 12 Tf (a) Tj ET",
            "/Font << /F 5 0 R >>",
            &[
                "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 6 0 R >> \
                 /Encoding << /Type /Encoding /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [9] \
                 /Resources << /Font << /F 5 0 R >> >> >>"
                    .to_owned(),
                stream("", "9 0 d0 BT /F 12 Tf (a) Tj ET"),
            ],
        ),
        "a picture of eight billion bytes" => page(
            "/I Do",
            "/XObject << /I 5 0 R >>",
            &[stream("/Type /XObject /Subtype /Image /Width 65000 /Height 41000 /ColorSpace /DeviceRGB /BitsPerComponent 8", "x")],
        ),
        "a stencil of eight billion bytes" => page(
            "/I Do",
            "/XObject << /I 5 0 R >>",
            &[stream("/Type /XObject /Subtype /Image /ImageMask true /Width 90000 /Height 90000 /BitsPerComponent 1", "x")],
        ),
        "a filter over and over" => page(
            "/I Do",
            "/XObject << /I 5 0 R >>",
            &[stream(
                &format!(
                    "/Type /XObject /Subtype /Image /Width 9 /Height 9 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter [{}]",
                    "/ASCIIHexDecode ".repeat(deep)
                ),
                "00>",
            )],
        ),
        "states saved without end" => page(&"q ".repeat(2_000_000), "", &[]),
        "clips within clips" => page(&"0 0 600 800 re W n ".repeat(200_000), "", &[]),
        "lines without end" => page(&("0 0 m ".to_owned() + &"600 800 l 0 800 l 600 0 l ".repeat(300_000) + "S"), "", &[]),
        other => unreachable!("{other}"),
    }
}

/// Each ends in pages or in a reason, soon, and takes nothing with it. Whole seconds are the limits of the process; the
/// others here are only to see that they hold.
#[rstest]
fn a_hostile_scan_ends_the_process_that_draws_it_and_nothing_else(
    #[values(
        "nested arrays",
        "nested dictionaries",
        "nested catalog",
        "pages that are their own children",
        "a deep tree of pages",
        "a form that draws itself",
        "forms that draw each other",
        "forms that double",
        "a pattern that fills itself",
        "a pattern of tiny tiles",
        "a function of itself",
        "a colour space of itself",
        "a mask of itself",
        "a font that draws itself",
        "a picture of eight billion bytes",
        "a stencil of eight billion bytes",
        "a filter over and over",
        "states saved without end",
        "clips within clips",
        "lines without end"
    )]
    kind: &str,
) {
    match pages(&hostile(kind), 600) {
        Ok(drawn) => assert_eq!(drawn.len(), 1),
        Err(refused) => assert!(matches!(refused, PictureError::Failed(_) | PictureError::NotAPicture), "{refused:?}"),
    }
    // And the next one is drawn.
    assert_eq!(pages(&saved(scanned(1, false)), 240).unwrap().len(), 1);
}

/// By the operating system, whatever the file is: the process cannot have more.
#[cfg(target_os = "linux")]
#[test]
fn the_process_that_draws_has_limits() {
    use std::io::Write;
    use std::process::{Command, Stdio};

    let mut child = Command::new(env!("CARGO_BIN_EXE_draw_scan"))
        .args(["--draw-scanned-pages", "600"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let limits = (0..200).find_map(|_| {
        // It reads on: what it has to draw is not there yet.
        input.write_all(b"%").unwrap();
        std::thread::sleep(Duration::from_millis(20));
        let limits = std::fs::read_to_string(format!("/proc/{}/limits", child.id())).unwrap();
        limits.contains("524288000").then_some(limits)
    });
    drop(input);
    assert!(child.wait().unwrap().success());
    let limits = limits.unwrap();
    let limit = |name: &str| {
        let line = limits.lines().find(|line| line.starts_with(name)).unwrap();
        line[name.len()..].split_whitespace().next().unwrap().to_owned()
    };
    assert_eq!(limit("Max data size"), (500 << 20).to_string());
    assert_eq!(limit("Max core file size"), "0");
    assert_eq!(limit("Max file size"), "0");
}

#[test]
fn stopping_ends_the_drawing_at_once() {
    let cancelled = AtomicBool::new(false);
    let slow = hostile("forms that double");
    let stopped = std::thread::scope(|scope| {
        let drawing = scope.spawn(|| pictures().pages(&slow, 600, &cancelled));
        std::thread::sleep(Duration::from_millis(300));
        let asked = Instant::now();
        cancelled.store(true, Ordering::Relaxed);
        (drawing.join().unwrap(), asked.elapsed())
    });
    assert_eq!(stopped.0, Err(PictureError::Failed("已停止".into())));
    assert!(stopped.1 < Duration::from_secs(5), "{:?}", stopped.1);
}

#[test]
fn without_the_program_that_draws_a_scan_counts_as_unread() {
    let pictures = Pictures::drawn_by("/nowhere/at/all".into());
    let unread = pictures.pages(&saved(scanned(1, false)), 240, &AtomicBool::new(false));
    assert!(matches!(unread, Err(PictureError::Failed(_))));
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
        if let Ok(drawn) = pages(&bytes, 120) {
            prop_assert!((1..=20).contains(&drawn.len()));
        }
    }
}

/// The checksum of a PNG's chunk.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 })
    })
}
