//! Pictures on their way to paper: made as small as the paper needs them, and numbered.

use super::PaperError;
use crate::attachments;
use crate::desk::Desk;
use crate::meetings::{MeetingId, MeetingPhoto};
use crate::outside::{Photo, Picture};

/// Pixels along the longer side where four stand on a page: some 300 to the inch.
const QUARTER_PAGE: u32 = 1000;
/// Where one fills a page: every signature can be read.
const WHOLE_PAGE: u32 = 1800;
/// Made small side by side: a tenth of a second each.
const AT_A_TIME: usize = 4;
/// Pictures of one paper at most. The typesetter has to hold all of them at once.
const MOST: usize = 400;

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
    /// [`PaperError::Cancelled`], [`PaperError::TooManyPictures`].
    pub(super) fn photos(&mut self, meeting: MeetingId) -> Result<Vec<MeetingPhoto>, PaperError> {
        let photos = self.desk.read(|reader| attachments::photos_of(reader, meeting))?;
        let small = self.each(&photos, |picture, (_, bytes)| picture.shrink(bytes, QUARTER_PAGE).ok())?;
        let photos = photos.into_iter().zip(small);
        photos.map(|((caption, _), small)| Ok(MeetingPhoto { caption, photo: self.numbered(small)? })).collect()
    }

    /// The pages of a meeting's scans in their order, and the names of the files that are neither pictures nor a PDF
    /// that can be read.
    ///
    /// # Errors
    /// As [`Self::photos`].
    pub(super) fn scans(&mut self, meeting: MeetingId) -> Result<(Vec<Option<Photo>>, Vec<String>), PaperError> {
        let scans = self.desk.read(|reader| attachments::scans_of(reader, meeting))?;
        let pages = self.each(&scans, |picture, scan| {
            if scan.is_picture {
                return Some(vec![picture.shrink(&scan.bytes, WHOLE_PAGE).ok()]);
            }
            let pages = picture.pages(&scan.bytes, WHOLE_PAGE).ok()?;
            Some(pages.into_iter().map(Some).collect())
        })?;
        let (mut numbered, mut files) = (Vec::new(), Vec::new());
        for (scan, pages) in scans.into_iter().zip(pages) {
            match pages {
                Some(pages) => {
                    for page in pages {
                        numbered.push(self.numbered(page)?);
                    }
                }
                None => files.push(scan.name),
            }
        }
        Ok((numbered, files))
    }

    /// What `make` makes of each, some at a time.
    fn each<T: Sync, R: Send>(
        &mut self,
        all: &[T],
        make: impl Fn(&dyn Picture, &T) -> Option<R> + Sync,
    ) -> Result<Vec<Option<R>>, PaperError> {
        let mut made = Vec::new();
        let (picture, make) = (self.desk.outside.picture.as_ref(), &make);
        for some in all.chunks(AT_A_TIME) {
            self.desk.job.step(self.seen, self.total.max(self.seen), "正在准备照片")?;
            self.seen += some.len();
            made.extend(std::thread::scope(|scope| {
                let workers: Vec<_> = some.iter().map(|one| scope.spawn(move || make(picture, one))).collect();
                workers.into_iter().map(|worker| worker.join().ok().flatten()).collect::<Vec<_>>()
            }));
        }
        Ok(made)
    }

    /// The next picture of the paper; `None` stays the place of one that cannot be read.
    fn numbered(&mut self, bytes: Option<Vec<u8>>) -> Result<Option<Photo>, PaperError> {
        let Some(bytes) = bytes else { return Ok(None) };
        let number = self.numbered;
        if number as usize >= MOST {
            return Err(PaperError::TooManyPictures { pictures: MOST + 1, most: MOST });
        }
        self.numbered += 1;
        Ok(Some(Photo { number, bytes }))
    }
}
