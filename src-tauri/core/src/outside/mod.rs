//! What the core needs from outside, as traits. `zhibu-documents` implements typesetting, seals, office files and
//! pictures; the shell and the CLI implement the desktop; tests bring their own clock.

mod writing;

pub use writing::{Block, Captioned, Column, Fact, Page, Place, Writing};

use std::any::Any;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use chrono::{DateTime, FixedOffset, Local, NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::problem::Explain;

/// Everything the core borrows from outside.
#[derive(Clone)]
pub struct Outside {
    /// Makes pages.
    pub typeset: Arc<dyn Typeset>,
    /// Signs and verifies.
    pub seal: Arc<dyn Seal>,
    /// Reads and writes spreadsheets, writes Word documents.
    pub office: Arc<dyn Office>,
    /// Makes pictures fit to be kept or printed.
    pub picture: Arc<dyn Picture>,
    /// Knows paths and the printer.
    pub desktop: Arc<dyn Desktop>,
    /// Knows what time it is.
    pub clock: Arc<dyn Clock>,
}

/// A paper as plain data, ready to be typeset: a [`Writing`], or with `document!` a form of a room's own.
pub trait Document: Any + Debug + Send + Sync {
    /// Name of its template.
    fn template(&self) -> &'static str;

    /// What the template reads: JSON.
    ///
    /// # Errors
    /// A defect of ours.
    fn data(&self) -> serde_json::Result<Vec<u8>>;

    /// The pictures on it, each under its number.
    fn photos(&self) -> Vec<&Photo> {
        Vec::new()
    }

    /// What its QR code carries.
    fn qr(&self) -> Option<&str> {
        None
    }

    /// Whether it is tagged for screen readers.
    fn is_tagged(&self) -> bool {
        true
    }

    /// Itself as blocks, where it is made of them: then it can be saved as a Word document too.
    fn writing(&self) -> Option<&Writing> {
        None
    }
}

/// `document!(Type, "template", …)`: a type that is a [`Document`] with a template of its own; the functions that follow
/// take the place of the trait's.
macro_rules! document {
    ($type:ty, $template:literal $(, $($unusual:tt)*)?) => {
        impl crate::outside::Document for $type {
            fn template(&self) -> &'static str {
                $template
            }

            fn data(&self) -> serde_json::Result<Vec<u8>> {
                serde_json::to_vec(self)
            }

            $($($unusual)*)?
        }
    };
}
pub(crate) use document;

/// A picture of a paper. The typesetter takes its bytes beside the data, under its number.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Photo {
    /// Its place among the pictures of the paper, from 0.
    pub number: u32,
    /// JPEG or PNG.
    #[serde(skip)]
    pub bytes: Vec<u8>,
}

/// A file that travels inside a PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// File name, ASCII.
    pub name: String,
    /// Media type.
    pub mime: String,
    /// What it is, in Chinese, for the reader's attachment list.
    pub description: String,
    /// Content.
    pub bytes: Vec<u8>,
}

/// A paper, and what could not be put on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made<T> {
    /// Its pages or its file.
    pub paper: T,
    /// The texts that have a box on it, each once.
    pub gaps: Vec<Gap>,
}

/// A text with characters that no font here can show. On paper an empty box stands for each, for a hand to fill in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The text with its boxes, or the part around the first of them.
    pub text: String,
    /// The characters, in their order.
    pub missing: Vec<char>,
}

impl Gap {
    /// Which text it is and what it lacks.
    pub fn sentence(&self) -> String {
        let code = |c: &char| format!("U+{:04X}", u32::from(*c));
        const NAMED: usize = 12;
        let codes: Vec<String> = self.missing.iter().take(NAMED).map(code).collect();
        let more = if self.missing.len() > codes.len() { "等" } else { "" };
        let count = match self.missing.len() {
            1 => "的一个字".to_owned(),
            count => format!("有 {count} 个字"),
        };
        format!("“{}”里{count}（{}{more}）没有字体能印，留了空框，请手写补上", self.text, codes.join("、"))
    }

    /// What is said beside a paper: a sentence for each text, as many as a person reads.
    pub fn sentences(gaps: &[Self]) -> Vec<String> {
        const READ: usize = 12;
        let more = gaps.len().saturating_sub(READ);
        let rest = (more > 0).then(|| format!("另有 {more} 处文字也有字体印不出的字，留了空框"));
        gaps.iter().take(READ).map(Self::sentence).chain(rest).collect()
    }
}

/// Makes pages out of documents. The same document and time give the same bytes.
pub trait Typeset: Send + Sync {
    /// One SVG per page, as it will print.
    ///
    /// # Errors
    /// [`TypesetError`].
    fn svg_pages(&self, document: &dyn Document) -> Result<Made<Vec<String>>, TypesetError>;

    /// A PDF/A-3b with `attachments` inside, dated `at`.
    ///
    /// # Errors
    /// As [`Typeset::svg_pages`].
    fn pdf(
        &self,
        document: &dyn Document,
        attachments: &[Attachment],
        at: DateTime<FixedOffset>,
    ) -> Result<Made<Vec<u8>>, TypesetError>;

    /// Characters of `text` that would leave a box on paper, each once, in their order.
    fn unprintable(&self, text: &str) -> Vec<char>;
}

/// Why no page came out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TypesetError {
    /// No installed font can show what stands on every paper of the kind.
    #[error("本机没有能显示“{}”的字体，没有生成文件", .0.iter().collect::<String>())]
    MissingGlyphs(Vec<char>),
    /// A defect of ours: a template failed.
    #[error("排版没有成功，没有生成文件：{0}")]
    Failed(String),
}

/// A key and its certificate.
#[derive(Clone, PartialEq, Eq)]
pub struct Identity {
    /// PKCS#8, DER. Never leaves the vault.
    pub key: zeroize::Zeroizing<Vec<u8>>,
    /// X.509, DER.
    pub certificate: Vec<u8>,
}

/// What a certificate says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CertificateView {
    /// Common name: the branch.
    pub subject: String,
    /// SHA-256 of the certificate, 64 upper-case hex digits.
    pub fingerprint: String,
    /// First valid moment.
    pub valid_from: DateTime<FixedOffset>,
    /// Last valid moment.
    pub valid_to: DateTime<FixedOffset>,
}

/// The word of an old key that another certificate takes the place of its own. It holds no secret and travels in every
/// later report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Renewal {
    /// Fingerprint of the certificate that gives the word.
    pub old: String,
    /// Fingerprint of the one that takes its place.
    pub new: String,
    /// When, by the branch's clock.
    pub at: DateTime<FixedOffset>,
    /// The old key's signature, with its certificate: a CMS message in hex.
    pub signature: String,
}

/// Signs PDFs (PAdES B-B, ECDSA P-256) and judges signed ones.
pub trait Seal: Send + Sync {
    /// A fresh P-256 key with a self-signed certificate in the branch's name, valid for `years`.
    ///
    /// # Errors
    /// [`SealError::Failed`] when no randomness can be had.
    fn new_identity(&self, branch: &str, now: DateTime<FixedOffset>, years: u32) -> Result<Identity, SealError>;

    /// Reads a certificate, DER or PEM.
    ///
    /// # Errors
    /// [`SealError::NotACertificate`].
    fn certificate(&self, bytes: &[u8]) -> Result<CertificateView, SealError>;

    /// A certificate as PEM text.
    ///
    /// # Errors
    /// [`SealError::NotACertificate`].
    fn certificate_pem(&self, certificate: &[u8]) -> Result<String, SealError>;

    /// The word of the `old` key that `new` takes its place.
    ///
    /// # Errors
    /// [`SealError::Failed`] when the old key is not its certificate's.
    fn renew(&self, old: &Identity, new: &Identity, at: DateTime<FixedOffset>) -> Result<Renewal, SealError>;

    /// The old certificate, if it was its key that gave the word.
    fn renewed(&self, renewal: &Renewal) -> Option<CertificateView>;

    /// `pdf` with a signature over all of it, appended as an incremental update.
    ///
    /// # Errors
    /// [`SealError::Failed`] when the PDF cannot be extended.
    fn sign(
        &self,
        pdf: &[u8],
        identity: &Identity,
        reason: &str,
        at: DateTime<FixedOffset>,
    ) -> Result<Vec<u8>, SealError>;

    /// Judges a file. Data is read from the signed revision only. Never fails: what is wrong stands in the verdict.
    /// Whether the signer is trusted is not asked here.
    fn verify(&self, file: &[u8]) -> Verdict;
}

/// What [`Seal::verify`] found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The signature is sound and covers the file as it is.
    pub valid: bool,
    /// Why it is not valid: `code` and a Chinese sentence.
    pub fault: Option<(String, String)>,
    /// The signer's certificate, as far as it could be read.
    pub certificate: Option<CertificateView>,
    /// The time the signer claims.
    pub signed_at: Option<DateTime<FixedOffset>>,
    /// The newest signature covers every byte of the file.
    pub covers_whole_file: bool,
    /// Files inside the signed revision; empty unless valid.
    pub attachments: Vec<Attachment>,
}

/// Why signing did not work.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// Neither DER nor PEM of an X.509 certificate.
    #[error("这不是可以识别的证书文件")]
    NotACertificate,
    /// Anything else, for the log.
    #[error("签名没有成功，没有生成文件：{0}")]
    Failed(String),
}

/// Reads and writes what office programs open.
pub trait Office: Send + Sync {
    /// Reads the sheets of a file, in its order: .xlsx, .xls, .ods, .csv, and the web pages and XML that are sold as
    /// .xls. The kind is told from the content, not the name.
    ///
    /// # Errors
    /// [`SheetError`] says in one sentence why none of it can be read.
    fn read(&self, bytes: &[u8]) -> Result<Vec<Sheet>, SheetError>;

    /// An .xlsx with one sheet; every value is written as text, so none can become a formula.
    ///
    /// # Errors
    /// [`SheetError::Failed`].
    fn write(&self, table: &Table) -> Result<Vec<u8>, SheetError>;

    /// A .docx, dated `at`. The same writing and time give the same bytes.
    ///
    /// # Errors
    /// [`WordError::Failed`].
    fn word(&self, writing: &Writing, at: DateTime<FixedOffset>) -> Result<Made<Vec<u8>>, WordError>;
}

/// Why no Word document came out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordError {
    /// A defect of ours.
    #[error("Word 文档没有生成：{0}")]
    Failed(String),
}

/// One sheet of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// As its tab says.
    pub name: String,
    /// Whoever opens the file does not see its tab.
    pub hidden: bool,
    /// What stands in it, or why that cannot be read: [`SheetError::Empty`], mostly.
    pub grid: Result<Grid, SheetError>,
}

/// What stands in a sheet, and what about it does not meet the eye. Rows and columns are counted from 0.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Grid {
    /// Rows from the sheet's first on, so that `rows[i]` is what the sheet calls row `i + 1`. A row may end early.
    pub rows: Vec<Vec<Cell>>,
    /// Merged cells. Only the first cell of each has content; the others are left as the file has them, empty.
    pub merged: Vec<Area>,
    /// Rows with content that are not shown: hidden, folded away, or filtered out. Ascending.
    pub hidden_rows: Vec<u32>,
    /// Columns with content that are not shown. Ascending.
    pub hidden_columns: Vec<u32>,
    /// Formulas whose result is not in the file, so that their cells are empty here: how many in which column.
    pub uncalculated: BTreeMap<u32, u32>,
    /// Dates that are shown without their year, which may then be that of the day they were typed: how many in which
    /// column.
    pub yearless: BTreeMap<u32, u32>,
    /// Cells so far from all others that they can be no part of the table; they are left out. By name, as `XFD1048576`.
    pub strays: Vec<String>,
}

/// A rectangle of cells, all four edges inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u32,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u32,
}

impl Area {
    /// Whether the cell lies in it.
    pub fn holds(&self, row: u32, column: u32) -> bool {
        (self.top..=self.bottom).contains(&row) && (self.left..=self.right).contains(&column)
    }
}

/// A cell's content; formulas give their stored result. A date in a format that shows no day is the text of what it
/// shows: `2010-07`, or `2010`.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text, untrimmed.
    Text(String),
    /// A number.
    Number(f64),
    /// A number that the file formats as a date.
    Date(NaiveDateTime),
    /// True or false.
    Bool(bool),
    /// `#N/A` and its kin.
    Error(String),
}

/// A table to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Sheet name.
    pub sheet: String,
    /// Header cells.
    pub header: Vec<String>,
    /// Body rows, as long as the header.
    pub rows: Vec<Vec<String>>,
}

/// Why a spreadsheet cannot be read or written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// Not a spreadsheet at all, and nothing else that is known here.
    #[error("这不是表格文件，没有读入任何内容")]
    NotASheet,
    /// Something else, whatever its name says: a PDF, a Word document, a picture.
    #[error("这个文件其实是“{0}”，不是能读的表格，没有读入任何内容")]
    OtherKind(&'static str),
    /// Nothing in it.
    #[error("这个表格是空的，没有读入任何内容")]
    Empty,
    /// No such sheet.
    #[error("表格里没有名为“{0}”的工作表")]
    NoSuchSheet(String),
    /// Encrypted.
    #[error("这个表格设有打开密码，没有读入任何内容")]
    Encrypted,
    /// Larger than what a roster can be; refused before it is unpacked.
    #[error("这个表格太大({0}),不像一份名册，没有读入任何内容")]
    TooLarge(String),
    /// Damaged or of an unknown make.
    #[error("这个表格读不出来，文件可能已损坏，没有读入任何内容：{0}")]
    Failed(String),
}

/// Makes pictures fit to be kept or printed.
pub trait Picture: Send + Sync {
    /// The picture of a JPEG, PNG or WebP file, whatever its name, as a JPEG: upright, no wider and no higher than `edge`
    /// pixels, and without anything else that the file said: place, camera, time.
    ///
    /// # Errors
    /// [`PictureError`] says in one sentence why it cannot be kept.
    fn shrink(&self, bytes: &[u8], edge: u32) -> Result<Vec<u8>, PictureError>;

    /// The pages of a scanned PDF as JPEGs, the longer side `edge` pixels. Setting `cancelled` ends it at once.
    ///
    /// # Errors
    /// [`PictureError`]; then none of its pages.
    fn pages(&self, pdf: &[u8], edge: u32, cancelled: &AtomicBool) -> Result<Vec<Vec<u8>>, PictureError>;
}

/// Why a picture cannot be kept, or a scan not be printed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// It cannot be told what it is; or no PDF where one is read.
    #[error("这不是可以识别的照片，没有保存任何内容")]
    NotAPicture,
    /// A picture of a kind that is not read.
    #[error("这是{is}，本程序读不了，没有保存任何内容")]
    Foreign {
        /// What it is called.
        is: &'static str,
        /// What to do.
        hint: &'static str,
    },
    /// No picture at all, but it can be told what.
    #[error("这是{is}，没有保存任何内容")]
    Document {
        /// What it is called.
        is: &'static str,
        /// What to do.
        hint: &'static str,
    },
    /// More than a camera gives; refused before it is unpacked.
    #[error("这张照片太大（{0}），没有保存任何内容")]
    TooLarge(String),
    /// Its end is missing.
    #[error("这张照片不完整，文件后半截丢失了，没有保存任何内容")]
    CutOff,
    /// Damaged.
    #[error("这张照片读不出来，文件可能已损坏，没有保存任何内容：{0}")]
    Failed(String),
}

impl PictureError {
    /// Whether the file is a picture that cannot be kept, and not something else.
    pub fn is_of_a_picture(&self) -> bool {
        !matches!(self, Self::NotAPicture | Self::Document { .. })
    }
}

impl Explain for PictureError {
    fn code(&self) -> &'static str {
        match self {
            Self::NotAPicture | Self::Foreign { .. } | Self::Document { .. } => "not_a_picture",
            Self::TooLarge(_) => "picture_too_large",
            Self::CutOff | Self::Failed(_) => "picture_failed",
        }
    }

    fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::Foreign { hint, .. } | Self::Document { hint, .. } => hint,
            Self::NotAPicture => "请选 JPG 或 PNG 格式的照片，也可以用截图软件另存后再选",
            Self::TooLarge(_) => "请在手机或看图软件里改小（长边不超过 6000 像素），存为 JPG 再选",
            Self::CutOff => "请从手机或相机里重新拷贝、重新下载一次再选",
            Self::Failed(_) => "请在看图软件里打开看看，另存为 JPG 再选",
        };
        Some(hint.to_owned())
    }
}

/// Names a file the user chose. The window sees only this; the front that issued it knows the path.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct FileToken(pub String);

/// What a file was chosen for. Its token is good for that alone: what was chosen to be read is never written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileUse {
    /// A file that others made is read: a roster, a photo, a report …
    Read,
    /// A file that others will use is written: a paper, a list …
    Write,
    /// A file of records is made or opened.
    Vault,
}

/// What the front end offers the core.
pub trait Desktop: Send + Sync {
    /// The path behind a token, if it was issued in this run, and for this use.
    fn path(&self, token: &FileToken, what_for: FileUse) -> Option<PathBuf>;

    /// Shows a folder in the system's file manager.
    ///
    /// # Errors
    /// One Chinese sentence.
    fn show_folder(&self, folder: &Path) -> Result<(), String> {
        Err(format!("请自己打开“{}”", folder.display()))
    }

    /// Hands a PDF to the system's printing, or to its viewer where there is no print queue.
    ///
    /// # Errors
    /// One Chinese sentence.
    fn print(&self, title: &str, pdf: &[u8]) -> Result<PrintedBy, String>;
}

/// Where a print job went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PrintedBy {
    /// A print queue took it.
    Queue,
    /// The system's PDF viewer shows it.
    Viewer,
}

/// Where a print job went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Printed {
    /// A print queue or the system's viewer.
    pub by: PrintedBy,
    /// What the paper leaves out: a sentence for each text with an empty box.
    pub gaps: Vec<String>,
}

/// Knows what time it is. Rules get dates as arguments; only the desk asks the clock.
pub trait Clock: Send + Sync {
    /// Now, with the local offset.
    fn now(&self) -> DateTime<FixedOffset>;

    /// The local calendar date.
    fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<FixedOffset> {
        Local::now().fixed_offset()
    }
}

/// A clock that stands still, for tests, the demo and `--today`.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock(pub DateTime<FixedOffset>);

impl FixedClock {
    /// Nine in the morning, China time, of `day`.
    pub fn on(day: NaiveDate) -> Self {
        let nine = day.and_time(chrono::NaiveTime::MIN) + chrono::Duration::hours(9);
        let offset = chrono::Duration::hours(8);
        let zone = FixedOffset::east_opt(offset.num_seconds() as i32);
        Self(zone.map_or_else(
            || nine.and_utc().fixed_offset(),
            |zone| DateTime::from_naive_utc_and_offset(nine - offset, zone),
        ))
    }
}

impl Clock for FixedClock {
    fn now(&self) -> DateTime<FixedOffset> {
        self.0
    }
}
