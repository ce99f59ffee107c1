//! What a template can see: the templates, the document as data, the attachments, the fonts. Nothing else exists.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde_json::json;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_kit::fonts::{self, FontStore};
use zhibu_core::outside::{Attachment, Document, TypesetError};

use super::qr::Qr;

/// File names inside are fixed, or numbered up to a limit: Typst keeps every name it has seen for as long as the
/// process lives.
const TEMPLATES: &[(&str, &str)] = &[
    ("paper.typ", include_str!("../../templates/paper.typ")),
    ("sign_in_sheet.typ", include_str!("../../templates/sign_in_sheet.typ")),
    ("parts/attendance.typ", include_str!("../../templates/parts/attendance.typ")),
    ("parts/minutes.typ", include_str!("../../templates/parts/minutes.typ")),
    ("parts/photos.typ", include_str!("../../templates/parts/photos.typ")),
    ("parts/plan.typ", include_str!("../../templates/parts/plan.typ")),
    ("parts/record_form.typ", include_str!("../../templates/parts/record_form.typ")),
    ("minutes.typ", include_str!("../../templates/minutes.typ")),
    ("meeting_record_form.typ", include_str!("../../templates/meeting_record_form.typ")),
    ("bound_quarter.typ", include_str!("../../templates/bound_quarter.typ")),
    ("meeting_notice.typ", include_str!("../../templates/meeting_notice.typ")),
    ("vote_resolution.typ", include_str!("../../templates/vote_resolution.typ")),
    ("attendance.typ", include_str!("../../templates/attendance.typ")),
    ("meeting_plan.typ", include_str!("../../templates/meeting_plan.typ")),
    ("ballots.typ", include_str!("../../templates/ballots.typ")),
    ("tally_sheet.typ", include_str!("../../templates/tally_sheet.typ")),
    ("election_report.typ", include_str!("../../templates/election_report.typ")),
    ("appraisal_ballots.typ", include_str!("../../templates/appraisal_ballots.typ")),
    ("appraisal_tally.typ", include_str!("../../templates/appraisal_tally.typ")),
    ("appraisal_result.typ", include_str!("../../templates/appraisal_result.typ")),
    ("quarterly_report.typ", include_str!("../../templates/quarterly_report.typ")),
    ("recovery_sheet.typ", include_str!("../../templates/recovery_sheet.typ")),
    ("enrolment_sheet.typ", include_str!("../../templates/enrolment_sheet.typ")),
    ("roster.typ", include_str!("../../templates/roster.typ")),
    ("contact_list.typ", include_str!("../../templates/contact_list.typ")),
    ("member_record.typ", include_str!("../../templates/member_record.typ")),
    ("statistics.typ", include_str!("../../templates/statistics.typ")),
    ("introduction_letter.typ", include_str!("../../templates/introduction_letter.typ")),
    ("transfer_receipt.typ", include_str!("../../templates/transfer_receipt.typ")),
];

/// What does not change from job to job.
struct Shop {
    library: LazyHash<Library>,
    fonts: FontStore,
    templates: HashMap<FileId, Source>,
}

static SHOP: LazyLock<Shop> = LazyLock::new(|| {
    let mut fonts = FontStore::new();
    fonts.extend(fonts::system());
    let source = |(name, text): (&str, &str)| file_id(name).map(|id| (id, Source::new(id, text.to_owned())));
    Shop {
        library: LazyHash::new(Library::default()),
        fonts,
        templates: TEMPLATES.iter().copied().filter_map(source).collect(),
    }
});

/// One document on its way to paper.
pub(super) struct Job {
    shop: &'static Shop,
    main: FileId,
    files: HashMap<FileId, Bytes>,
}

impl Job {
    pub(super) fn new(document: &dyn Document, attachments: &[Attachment]) -> Result<Self, TypesetError> {
        let qr = document.qr().map(Qr::new).transpose()?;
        let data = document.data().map_err(|error| TypesetError::Failed(error.to_string()))?;
        let list = attachments.iter().enumerate().map(|(index, file)| {
            json!({ "path": format!("attachment-{index}"), "name": file.name, "mime": file.mime,
                    "description": file.description })
        });
        let mut files = vec![
            ("document.json".to_owned(), Bytes::new(data)),
            ("qr.json".to_owned(), Bytes::from_string(json!(qr).to_string())),
            ("mark_rect.json".to_owned(), Bytes::from_string(json!(super::MARK_RECT).to_string())),
            ("attachments.json".to_owned(), Bytes::from_string(list.collect::<serde_json::Value>().to_string())),
        ];
        files.extend(
            attachments
                .iter()
                .enumerate()
                .map(|(index, file)| (format!("attachment-{index}"), Bytes::new(file.bytes.clone()))),
        );
        files.extend(
            document.photos().iter().map(|photo| (format!("photo-{}", photo.number), Bytes::new(photo.bytes.clone()))),
        );
        let unnamable = || TypesetError::Failed("unnamable file".to_owned());
        let files = files.into_iter().map(|(name, bytes)| file_id(&name).map(|id| (id, bytes)));
        Ok(Self {
            shop: &SHOP,
            main: file_id(&format!("{}.typ", document.template())).ok_or_else(unnamable)?,
            files: files.collect::<Option<_>>().ok_or_else(unnamable)?,
        })
    }
}

impl World for Job {
    fn library(&self) -> &LazyHash<Library> {
        &self.shop.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.shop.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.shop.templates.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shop.fonts.font(index)
    }

    /// Nothing: a page says only what its document says.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn file_id(name: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern())
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}
