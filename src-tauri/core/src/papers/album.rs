//! Pictures on their way to paper: made as small as the paper needs them, and numbered.

use serde::{Deserialize, Serialize};

use super::PaperError;
use crate::attachments;
use crate::desk::Desk;
use crate::meetings::MeetingId;

/// Pixels along the longer side where four stand on a page: some 300 to the inch.
const QUARTER_PAGE: u32 = 1000;
/// Where one fills a page: every signature can be read.
const WHOLE_PAGE: u32 = 1800;
/// Made small side by side: a tenth of a second each.
const AT_A_TIME: usize = 4;
/// Pictures of one paper at most. The typesetter has to hold all of them at once.
const MOST: usize = 400;

/// A picture of a paper. The typesetter takes its bytes beside the data, under its number.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Photo {
    /// Its place among the pictures of the paper, from 0.
    pub number: u32,
    /// JPEG or PNG.
    #[serde(skip)]
    pub bytes: Vec<u8>,
}

/// A photo of a meeting as its annex shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingPhoto {
    /// What it shows, in the secretary's own words; may be empty.
    pub caption: String,
    /// `None` where it cannot be read: its place says so.
    pub photo: Option<Photo>,
}

/// The pictures of one paper.
pub(super) struct Album<'a> {
    desk: &'a Desk<'a>,
    /// So many are numbered.
    numbered: u32,
    /// So many were looked at, of how many.
    seen: usize,
    total: usize,
}

impl<'a> Album<'a> {
    /// An album for about `total` pictures.
    ///
    /// # Errors
    /// [`PaperError::TooManyPictures`].
    pub(super) fn new(desk: &'a Desk<'a>, total: usize) -> Result<Self, PaperError> {
        if total > MOST {
            return Err(PaperError::TooManyPictures { pictures: total, most: MOST });
        }
        Ok(Self { desk, numbered: 0, seen: 0, total })
    }

    /// A meeting's photos in their order.
    ///
    /// # Errors
    /// [`PaperError::Cancelled`].
    pub(super) fn photos(&mut self, meeting: MeetingId) -> Result<Vec<MeetingPhoto>, PaperError> {
        let photos = self.desk.read(|reader| attachments::photos_of(reader, meeting))?;
        let (captions, pictures): (Vec<_>, Vec<_>) = photos.into_iter().unzip();
        let photos = self.fitting(&pictures, QUARTER_PAGE)?;
        Ok(captions.into_iter().zip(photos).map(|(caption, photo)| MeetingPhoto { caption, photo }).collect())
    }

    /// Pictures that fill a page each.
    ///
    /// # Errors
    /// [`PaperError::Cancelled`].
    pub(super) fn whole_pages(&mut self, pictures: &[Vec<u8>]) -> Result<Vec<Option<Photo>>, PaperError> {
        self.fitting(pictures, WHOLE_PAGE)
    }

    /// Pictures in the size that the paper needs, some at a time; `None` where one cannot be read.
    fn fitting(&mut self, pictures: &[Vec<u8>], edge: u32) -> Result<Vec<Option<Photo>>, PaperError> {
        let mut fitting = Vec::new();
        for some in pictures.chunks(AT_A_TIME) {
            self.desk.job.step(self.seen, self.total.max(self.seen), "正在准备照片")?;
            self.seen += some.len();
            let picture = self.desk.outside.picture.as_ref();
            let small: Vec<_> = std::thread::scope(|scope| {
                let workers: Vec<_> =
                    some.iter().map(|bytes| scope.spawn(move || picture.shrink(bytes, edge).ok())).collect();
                workers.into_iter().map(|worker| worker.join().ok().flatten()).collect()
            });
            fitting.extend(small.into_iter().map(|small| small.map(|bytes| self.numbered(bytes))));
        }
        Ok(fitting)
    }

    fn numbered(&mut self, bytes: Vec<u8>) -> Photo {
        let number = self.numbered;
        self.numbered += 1;
        Photo { number, bytes }
    }
}
