//! Paper: the one place from which anything is previewed, saved or printed.

mod album;
mod bound_file;
mod bound_quarter;
mod error;
mod handbook;
mod make;
mod member_record;
mod minutes;
mod package;
#[cfg(test)]
mod tests;

pub use bound_quarter::{
    BoundLack, BoundMeeting, BoundPart, BoundParts, BoundQuarter, BoundQuarterView, BoundResolution, KeptFile,
    bound_quarter,
};
pub use error::PaperError;
pub use handbook::{Handbook, HandbookPages, HandbookPartView, HandbookRequest, HandbookView, handbook};
pub use make::{preview, print, save};
pub use member_record::{
    MemberRecordSheet, RecordAppraisal, RecordAttendance, RecordEvent, RecordField, RecordSection, RecordStudy,
};
pub use package::{
    PackageItemView, PackageMade, PackageMakeRequest, PackageRequest, PackageView, make as make_package, package,
};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::desk::Door;
use crate::development::DevelopmentFileId;
use crate::meetings::MeetingId;
use crate::outside::FileToken;
use crate::paper::{Drawn, Papers, papers};
use crate::roster::MemberId;
use crate::settings::HandbookChoice;
use crate::values::{Quarter, Room};

papers! {
    /// Papers that draw on several rooms, so that none of those can make them.
    SharedPaper, PaperError;
    /// 会议记录; with `photos` as an annex
    Minutes {
        meeting: MeetingId,
        #[serde(default)]
        photos: bool,
    } = minutes::minutes;
    /// 纪实报告表
    MeetingRecordForm { meeting: MeetingId } = minutes::record_form;
    /// 组织生活记录合订本; an empty `compiled_by` is left to a hand
    BoundQuarter {
        quarter: Quarter,
        parts: BoundParts,
        #[serde(default)]
        compiled_by: String,
    } = bound_quarter::volume;
    /// 发展党员档案合订本: the list of papers, then the scanned pages in its order
    DevelopmentFile { file: DevelopmentFileId } = bound_file::volume;
    /// 党支部工作手册 of a year; `parts` as chosen, those not named are there; with `photos` the minutes have theirs
    Handbook {
        year: i32,
        #[serde(default)]
        parts: Vec<HandbookChoice>,
        #[serde(default)]
        photos: bool,
    } = handbook::volume;
    /// 党员信息表: everything the file has about one person
    MemberRecord { member: MemberId } = member_record::member_record;
}

/// The rooms that have papers, one line each.
macro_rules! rooms {
    ($( $room:ident($papers:ty) ),+ $(,)?) => {
        /// A paper that can be made now.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
        #[serde(tag = "room", rename_all = "snake_case")]
        pub enum Paper {
            $( $room($papers) ),+
        }

        impl Paper {
            /// The paper as the records stand now.
            ///
            /// # Errors
            /// [`PaperError`].
            pub fn draw(self, door: &Door<'_>) -> Result<Drawn, PaperError> {
                match self {
                    $( Self::$room(paper) => paper.draw(door).map_err(PaperError::of_room) ),+
                }
            }
        }
    };
}

rooms! {
    Vault(crate::app::VaultPaper),
    Home(crate::home::HomePaper),
    Roster(crate::roster::RosterPaper),
    Transfers(crate::transfers::TransferPaper),
    Meetings(crate::meetings::MeetingPaper),
    Elections(crate::elections::ElectionPaper),
    Appraisal(crate::appraisal::AppraisalPaper),
    Study(crate::study::StudyPaper),
    Library(crate::library::LibraryPaper),
    Development(crate::development::DevelopmentPaper),
    Dues(crate::dues::DuesPaper),
    Reports(crate::reports::ReportPaper),
    Signing(crate::signing::SigningPaper),
    Superior(crate::superior::SuperiorPaper),
    Shared(SharedPaper),
}

/// The pages as they will print.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PaperPages {
    /// Title, also the suggested file name without ending.
    pub title: String,
    /// One SVG per page; of a very long paper only the first ones.
    pub pages: Vec<String>,
    /// How many pages it has.
    pub total: u32,
    /// It can be saved as a Word document too.
    pub word: bool,
    /// The rooms it draws on: when one of them changes, it has to be drawn again.
    pub rooms: Vec<Room>,
    /// What it leaves out: a sentence for each text with an empty box.
    pub gaps: Vec<String>,
}

/// As what a paper is saved.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperFormat {
    /// To be kept and printed.
    #[default]
    Pdf,
    /// To be gone on with in Word or WPS; not every paper.
    Docx,
}

/// Saves a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperSaveRequest {
    pub paper: Paper,
    /// As what.
    #[serde(default)]
    pub format: PaperFormat,
    pub file: FileToken,
}
