//! THE TABLE: every command's name, request, reply and handler, one line each. The window, the CLI and the tests all
//! come in through [`dispatch`]; the TypeScript wrappers are written from the same lines.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use ts_rs::TS;

use crate::app::App;
use crate::desk::{Desk, Door, Job, Nothing, Progress};
use crate::problem::{FieldProblem, Problem};
use crate::vault::{Done, VaultError};
// Every room, so that a new one is only its lines below.
use crate::*;

#[cfg(test)]
mod recordings;
mod typescript;

pub use typescript::{typescript_commands, typescript_types, typescript_words};

/// One line of the table.
#[derive(Debug, Clone, Serialize)]
pub struct CommandInfo {
    /// Name, `room_verb`.
    pub name: &'static str,
    /// Request type, as TypeScript writes it.
    pub request: String,
    /// Reply type, as TypeScript writes it.
    pub reply: String,
    /// What it does.
    pub about: &'static str,
    /// Works while no file is open.
    pub while_locked: bool,
}

macro_rules! commands {
    ($( $(#[doc = $about:literal])+ $door:ident $name:ident($request:ty) -> $reply:ty = $handler:path; )+) => {
        /// Runs the command `name` with a JSON request and gives its JSON reply.
        ///
        /// # Errors
        /// A [`Problem`], ready to be shown.
        pub fn dispatch(app: &App, name: &str, request: Value, job: &Job<'_>) -> Result<Value, Problem> {
            match name {
                $( stringify!($name) => $door::<$request, $reply, _>(app, stringify!($name), request, job, $handler), )+
                _ => Err(unknown(name)),
            }
        }

        /// The table as data.
        pub fn table() -> Vec<CommandInfo> {
            let config = ts_rs::Config::default();
            vec![ $( CommandInfo {
                name: stringify!($name),
                request: <$request>::name(&config),
                reply: <$reply>::name(&config),
                about: concat!($($about),+).trim_ascii(),
                while_locked: stringify!($door).eq("locked"),
            }, )+ ]
        }

        fn visit_types(visitor: &mut impl ts_rs::TypeVisitor) {
            $( visitor.visit::<$request>(); <$request>::visit_dependencies(visitor); <$request>::visit_generics(visitor);
               visitor.visit::<$reply>(); <$reply>::visit_dependencies(visitor); <$reply>::visit_generics(visitor); )+
            visitor.visit::<Problem>();
            Problem::visit_dependencies(visitor);
            visitor.visit::<Progress>();
        }
    };
}

commands! {
    /// Which file is open, and what can be undone.
    locked vault_status(Nothing) -> app::VaultStatus = app::status;
    /// Makes a new encrypted file and opens it.
    locked vault_create(app::VaultCreateRequest) -> app::RecoveryCodeView = app::create;
    /// Opens a file with its passphrase.
    locked vault_unlock(app::VaultUnlockRequest) -> app::VaultStatus = app::unlock;
    /// Opens a file with its recovery code and sets a new passphrase.
    locked vault_recover(app::VaultRecoverRequest) -> app::RecoveryCodeView = app::recover;
    /// Closes the file.
    locked vault_lock(Nothing) -> app::VaultStatus = app::lock;
    /// Sets a new passphrase and gives a new recovery code.
    locked passphrase_change(app::PassphraseChangeRequest) -> app::RecoveryCodeView = app::change_passphrase;
    /// How well a passphrase would protect; nothing is kept of it.
    locked passphrase_judge(app::PassphraseJudgeRequest) -> app::PassphraseStrength = app::judge_passphrase;
    /// Confirms that the recovery code is on paper.
    open recovery_confirm(app::RecoveryConfirmRequest) -> app::VaultStatus = app::confirm_recovery;
    /// Makes a verified backup beside the file, which can be worked with meanwhile.
    locked vault_backup(Nothing) -> app::VaultStatus = app::make_backup;
    /// The backups of a file, the newest first.
    locked backup_list(app::BackupListRequest) -> app::BackupList = app::list_backups;
    /// What is in a backup.
    locked backup_look(app::BackupRequest) -> vault::BackupContents = app::look_into_backup;
    /// Puts a backup in the file's place, which is kept as a backup itself.
    locked backup_restore(app::BackupRequest) -> app::VaultStatus = app::restore_backup;
    /// Copies a backup to another place and reads it back there.
    locked backup_copy(app::BackupCopyRequest) -> files::Saved = app::copy_backup_to;
    /// Removes backups.
    locked backup_delete(app::BackupDeleteRequest) -> app::BackupList = app::delete_backups;
    /// Shows the folder of a file's backups in the file manager.
    locked backup_show(app::BackupListRequest) -> Nothing = app::show_backups;
    /// Makes the file to work with of an open backup.
    open backup_release(Nothing) -> app::VaultStatus = app::release_backup;
    /// Checks integrity, the log, and whether the records are what the log says.
    open vault_check(Nothing) -> vault::CheckView = app::check;
    /// The whole logical content as sorted JSON, for comparing.
    open vault_dump(Nothing) -> Value = app::dump;
    /// Takes the newest change back; with a reason where a signed report has counted it.
    open undo(reports::UndoRequest) -> Done<app::VaultStatus> = reports::undo;
    /// Brings the change back that was taken back last; with a reason where a signed report was made without it.
    open redo(reports::UndoRequest) -> Done<app::VaultStatus> = reports::redo;
    /// What was being written when the file was last locked or the program ended.
    open draft_list(Nothing) -> Vec<vault::Draft> = app::list_drafts;
    /// Keeps what is being written in place of what was kept before; changes no record.
    open draft_keep(Vec<vault::Draft>) -> Nothing = app::keep_drafts;
    /// The log of changes, newest first.
    open audit_list(vault::AuditQuery) -> Vec<vault::AuditEntry> = app::audit_list;

    /// The home page.
    open home_overview(Nothing) -> home::HomeView = home::overview;
    /// How much is late or due in each room.
    open home_badges(Nothing) -> Vec<home::HomeBadge> = home::badges;
    /// A month of the branch, day by day: meetings, study, what is due, anniversaries of joining.
    open home_calendar(home::HomeCalendarRequest) -> home::HomeMonth = home::calendar;
    /// Finds people, meetings, development files, rules, and what the window has to offer.
    open home_find(home::HomeFindRequest) -> home::HomeFound = home::find;
    /// Sets lines of the home page aside: as not applicable, as done, or until a day.
    open home_set_aside(home::HomeSetAsideRequest) -> Done<()> = home::set_aside;
    /// Puts a line back on the home page.
    open home_take_back(home::HomeAsideId) -> Done<()> = home::take_back;

    /// The branch.
    open branch_get(Nothing) -> branch::BranchView = branch::get;
    /// Changes the branch's own data.
    open branch_save(branch::BranchRequest) -> Done<branch::BranchView> = branch::save;
    /// Adds a change of kind, superior or committee that was forgotten, or corrects one.
    open branch_fact_save(branch::BranchFactRequest) -> Done<branch::BranchView> = branch::save_fact;
    /// Takes out such a change that was entered by mistake.
    open branch_fact_delete(branch::BranchFactId) -> Done<branch::BranchView> = branch::delete_fact;
    /// Adds or changes a social organization that the branch covers.
    open branch_unit_save(branch::BranchUnit) -> Done<branch::BranchView> = branch::save_unit;
    /// Removes a unit that nobody belongs to.
    open branch_unit_delete(branch::BranchUnitId) -> Done<branch::BranchView> = branch::delete_unit;
    /// Adds or changes a party group.
    open branch_group_save(branch::BranchGroup) -> Done<branch::BranchView> = branch::save_group;
    /// Removes a party group that nobody belongs to.
    open branch_group_delete(branch::BranchGroupId) -> Done<branch::BranchView> = branch::delete_group;
    /// Adds or changes a term.
    open branch_term_save(branch::BranchTerm) -> Done<branch::BranchView> = branch::save_term;
    /// Removes a term.
    open branch_term_delete(branch::BranchTermId) -> Done<branch::BranchView> = branch::delete_term;
    /// 换任: an office passes from one member to another, as one change.
    open branch_office_hand_over(branch::OfficeHandOverRequest) -> Done<branch::BranchView> = branch::hand_over;
    /// Adds or changes someone whom the superior charged with the branch.
    open branch_helper_save(branch::BranchHelper) -> Done<branch::BranchView> = branch::save_helper;
    /// Removes such a person.
    open branch_helper_delete(branch::BranchHelperId) -> Done<branch::BranchView> = branch::delete_helper;
    /// Adds or changes a room.
    open branch_room_save(branch::BranchRoom) -> Done<branch::BranchView> = branch::save_room;
    /// Removes a room.
    open branch_room_delete(branch::BranchRoomId) -> Done<branch::BranchView> = branch::delete_room;

    /// A page of the roster.
    open roster_list(roster::RosterQuery) -> roster::RosterPage = roster::list;
    /// One member.
    open member_get(roster::MemberGetRequest) -> roster::MemberView = roster::get;
    /// Adds or changes a member.
    open member_save(roster::MemberRequest) -> Done<roster::MemberView> = roster::save;
    /// A member leaves the branch; the record stays.
    open member_leave(roster::MemberLeaveRequest) -> Done<roster::MemberView> = roster::leave;
    /// A former member returns.
    open member_return(roster::MemberReturnRequest) -> Done<roster::MemberView> = roster::return_member;
    /// Sets the same dated fact for one or more members: group, office, standing …
    open member_facts_save(roster::FactsRequest) -> Done<u32> = roster::save_facts;
    /// Takes a dated fact out that was entered by mistake.
    open member_fact_delete(roster::FactId) -> Done<roster::MemberView> = roster::delete_fact;
    /// Corrects a coming to the branch or a leaving that was entered wrong.
    open member_stay_save(roster::StayEventRequest) -> Done<roster::MemberView> = roster::save_stay_event;
    /// Takes out a coming or a leaving that was entered by mistake.
    open member_stay_delete(roster::StayEventRequest) -> Done<roster::MemberView> = roster::delete_stay_event;
    /// Who in the roster may be the person of this name.
    open member_alike(roster::AlikeRequest) -> Vec<roster::MemberRow> = roster::alike;
    /// In what two records of one person differ.
    open member_merge_preview(roster::MergePreviewRequest) -> roster::MergePreview = roster::merge_preview;
    /// Makes one record of two of one person.
    open member_merge(roster::MergeRequest) -> Done<roster::MemberView> = roster::merge;
    /// A member's photo.
    open member_photo_get(roster::MemberId) -> Option<roster::MemberPhoto> = roster::photo;
    /// Keeps a member's photo, small and without what the camera wrote into it.
    open member_photo_save(roster::MemberPhotoRequest) -> Done<roster::MemberPhoto> = roster::save_photo;
    /// Takes a member's photo out.
    open member_photo_delete(roster::MemberId) -> Done<()> = roster::delete_photo;
    /// A member's meetings over a period.
    open member_meetings(meetings::MemberMeetingsRequest) -> meetings::MemberMeetings = meetings::of_member;
    /// A member's study, year by year.
    open member_study(roster::MemberId) -> study::MemberStudy = study::of_member;
    /// What the member form offers to choose from.
    open roster_choices(Nothing) -> branch::RosterChoices = branch::roster_choices;
    /// The ways of looking at the roster that are kept under a name.
    open roster_view_list(Nothing) -> Vec<roster::RosterView> = roster::saved_views;
    /// Keeps a way of looking at the roster under a name.
    open roster_view_save(roster::RosterView) -> Done<Vec<roster::RosterView>> = roster::save_view;
    /// Takes a kept way of looking at the roster out, by its name.
    open roster_view_delete(String) -> Done<Vec<roster::RosterView>> = roster::delete_view;
    /// Reads a roster file and says what would come in.
    long roster_import_preview(roster::ImportPreviewRequest) -> roster::ImportPreview = roster::import_preview;
    /// Stores what a preview showed, as one undo step.
    long roster_import(roster::ImportRequest) -> Done<roster::ImportOutcome> = roster::import;
    /// Saves the rows that did not come in as a sheet, each with its reason.
    long roster_import_problems_save(roster::ImportProblemsRequest) -> files::Saved = roster::save_problems;
    /// Saves a list of the roster as a spreadsheet; the log says so.
    long roster_export(roster::RosterExportRequest) -> files::Saved = roster::export;

    /// Transfers of membership out of the branch and into it, newest letters first.
    open transfer_list(Nothing) -> Vec<transfers::TransferRow> = transfers::list;
    /// Forms for a new letter, filled in as far as the program knows.
    open transfer_draft(transfers::TransferDraftRequest) -> transfers::TransferDraft = transfers::draft;
    /// One transfer, whole.
    open transfer_get(transfers::TransferGetRequest) -> transfers::TransferView = transfers::get;
    /// Issues a letter or corrects one; the member stays.
    open transfer_save(transfers::Letter) -> Done<transfers::TransferView> = transfers::save;
    /// Records the receipt of a letter; the member leaves.
    open transfer_receive(transfers::TransferDayRequest) -> Done<transfers::TransferView> = transfers::receive;
    /// A letter comes back, is withdrawn, or is sent back.
    open transfer_return(transfers::TransferReturnRequest) -> Done<transfers::TransferView> = transfers::return_letter;
    /// Records a letter that came in; nobody enters by this.
    open transfer_in_save(transfers::Arrival) -> Done<transfers::TransferView> = transfers::save_arrival;
    /// Accepts who came with a letter.
    open transfer_in_accept(transfers::TransferAcceptRequest) -> Done<transfers::TransferView> = transfers::accept;
    /// A day was written down wrong; the stay in the branch moves with it.
    open transfer_correct(transfers::TransferCorrectRequest) -> Done<transfers::TransferView> = transfers::correct;
    /// Takes the end of a transfer back.
    open transfer_reopen(transfers::TransferId) -> Done<transfers::TransferView> = transfers::reopen;
    /// The receipt for who was accepted was sent.
    open transfer_in_reply(transfers::TransferDayRequest) -> Done<transfers::TransferView> = transfers::reply;

    /// Meetings, newest first.
    open meeting_list(meetings::MeetingQuery) -> Vec<meetings::MeetingRow> = meetings::list;
    /// One meeting, whole.
    open meeting_get(meetings::MeetingId) -> meetings::MeetingView = meetings::get;
    /// Plans a meeting or corrects its head.
    open meeting_save(meetings::MeetingHead) -> Done<meetings::MeetingView> = meetings::save;
    /// A quarter's plan, with what the rules still ask for.
    open meeting_plan(values::Quarter) -> meetings::MeetingPlan = meetings::plan;
    /// Plans several meetings at once.
    open meeting_plan_save(meetings::PlanSaveRequest) -> Done<meetings::MeetingPlan> = meetings::save_plan;
    /// Calls a meeting off.
    open meeting_cancel(meetings::MeetingCancelRequest) -> Done<meetings::MeetingView> = meetings::cancel;
    /// Removes a meeting of which nothing was recorded.
    open meeting_delete(meetings::MeetingId) -> Done<()> = meetings::delete;
    /// Records who came; the first time freezes who was expected.
    open attendance_save(meetings::AttendanceRequest) -> Done<meetings::MeetingView> = meetings::save_attendance;
    /// Draws the list of a held meeting anew from the roster of its day.
    open attendance_redraw(meetings::MeetingId) -> Done<meetings::MeetingView> = meetings::redraw_attendance;
    /// Takes out all attendance of a meeting.
    open attendance_clear(meetings::MeetingId) -> Done<meetings::MeetingView> = meetings::clear_attendance;
    /// Saves agenda, contents and resolutions.
    open meeting_record_save(meetings::MeetingRecordRequest) -> Done<meetings::MeetingView> = meetings::save_record;
    /// Records a vote.
    open vote_save(meetings::Vote) -> Done<meetings::MeetingView> = meetings::save_vote;
    /// Removes a vote.
    open vote_delete(meetings::VoteRef) -> Done<meetings::MeetingView> = meetings::delete_vote;
    /// Plans a meeting after the pattern of an earlier one.
    open meeting_copy(meetings::MeetingCopyRequest) -> Done<meetings::MeetingView> = meetings::copy;
    /// Begins to correct a meeting that a signed report counts.
    open meeting_correct(meetings::MeetingCorrectRequest) -> Done<meetings::MeetingView> = meetings::correct;
    /// Saves what a member found in himself and promised.
    open examination_save(meetings::ExaminationRequest) -> Done<meetings::MeetingView> = meetings::save_examination;
    /// Agendas that the branch keeps.
    open meeting_template_list(Nothing) -> Vec<meetings::MeetingTemplate> = meetings::templates;
    /// Keeps an agenda under a name.
    open meeting_template_save(meetings::MeetingTemplate) -> Done<Vec<meetings::MeetingTemplate>> = meetings::save_template;
    /// Takes a kept agenda out, by its name.
    open meeting_template_delete(String) -> Done<Vec<meetings::MeetingTemplate>> = meetings::delete_template;

    /// What meetings resolved and somebody has to see to.
    open task_list(tasks::TaskQuery) -> Vec<tasks::Task> = tasks::list;
    /// Notes what became of a task; may close it.
    open task_note_save(tasks::TaskNoteRequest) -> Done<tasks::Task> = tasks::save_note;
    /// Takes out a note that was entered by mistake.
    open task_note_delete(tasks::TaskNoteId) -> Done<()> = tasks::delete_note;

    /// A year of talks, and who has had none.
    open talk_year(talks::TalkYearRequest) -> talks::TalkYear = talks::year;
    /// Records a talk.
    open talk_save(talks::TalkRecord) -> Done<talks::Talk> = talks::save;
    /// Removes a talk.
    open talk_delete(talks::TalkId) -> Done<()> = talks::delete;

    /// The documents of the library, or those in which something is found.
    open library_list(library::LibraryQuery) -> library::LibraryList = library::list;
    /// One document with where it was used.
    open library_get(library::LibraryDocumentId) -> library::LibraryView = library::get;
    /// Adds or changes a document.
    open library_save(library::LibraryDocument) -> Done<library::LibraryView> = library::save;
    /// Removes a document that is used nowhere, with its files.
    open library_delete(library::LibraryDocumentId) -> Done<()> = library::delete;
    /// Says which documents are spoken of at a session, under a topic or at a meeting.
    open library_uses_save(library::LibraryUsesRequest) -> Done<()> = library::save_uses;
    /// The documents of such a place.
    open library_uses(library::LibraryPlace) -> Vec<library::LibraryRow> = library::uses_at;
    /// Saves the list of the library as a spreadsheet; the log says so.
    long library_export(library::LibraryExportRequest) -> files::Saved = library::export;

    /// The files of a record: a meeting, a document, a certificate …
    open attachment_list(attachments::AttachmentOwner) -> Vec<attachments::AttachmentRow> = attachments::list;
    /// Adds files to a record; pictures are made small.
    open attachment_add(attachments::AttachmentAddRequest) -> Done<Vec<attachments::AttachmentRow>> = attachments::add;
    /// Says what an attachment shows and where it stands.
    open attachment_save(attachments::AttachmentSaveRequest) -> Done<Vec<attachments::AttachmentRow>> = attachments::save;
    /// Takes an attachment out.
    open attachment_delete(attachments::AttachmentId) -> Done<Vec<attachments::AttachmentRow>> = attachments::delete;
    /// A photo or scan for the window.
    open attachment_picture(attachments::AttachmentId) -> attachments::AttachmentPicture = attachments::picture;
    /// What is written in an attachment, where it was read.
    open attachment_text(attachments::AttachmentId) -> attachments::AttachmentText = attachments::text;
    /// Saves an attachment to a file.
    open attachment_export(attachments::AttachmentExportRequest) -> files::Saved = attachments::export;

    /// What the notice of a meeting says beyond its head and agenda.
    open meeting_notice_get(meetings::MeetingId) -> meetings::MeetingNoticeView = meetings::notice;
    /// Saves what a notice says.
    open meeting_notice_save(meetings::MeetingNoticeRequest) -> Done<meetings::MeetingNoticeView> = meetings::save_notice;
    /// The branch's own words on whom it admitted or converted.
    open vote_resolution_get(meetings::VoteRef) -> meetings::VoteResolutionView = meetings::vote_resolution;
    /// Saves these words.
    open vote_resolution_save(meetings::VoteResolutionRequest) -> Done<meetings::VoteResolutionView> = meetings::save_vote_resolution;
    /// Who came to which meeting of a period.
    open attendance_range(meetings::AttendanceRangeQuery) -> meetings::AttendanceRange = meetings::attendance_range;
    /// Saves the attendance of a period as a spreadsheet; the log says so.
    long attendance_export(meetings::AttendanceExportRequest) -> files::Saved = meetings::export_attendance;

    /// Elections, those of the newest meeting first.
    open election_list(elections::ElectionQuery) -> Vec<elections::ElectionRow> = elections::list;
    /// One election, whole.
    open election_get(elections::ElectionId) -> elections::ElectionView = elections::get;
    /// Prepares an election or corrects its preparation.
    open election_save(elections::Election) -> Done<elections::ElectionView> = elections::save;
    /// Removes an election that was not concluded.
    open election_delete(elections::ElectionId) -> Done<()> = elections::delete;
    /// What a round comes to as it is being entered; stores nothing.
    open election_round_judge(elections::ElectionRound) -> elections::ElectionRoundView = elections::judge_round;
    /// Records a round, or corrects the newest one.
    open election_round_save(elections::ElectionRound) -> Done<elections::ElectionView> = elections::save_round;
    /// Removes the newest round.
    open election_round_delete(elections::ElectionRoundRef) -> Done<elections::ElectionView> = elections::delete_round;
    /// Those elected take up their offices, those before them lay theirs down.
    open election_conclude(elections::ElectionConcludeRequest) -> Done<elections::ElectionView> = elections::conclude;
    /// Records the superior's approval of a result.
    open election_approve(elections::ElectionApproveRequest) -> Done<elections::ElectionView> = elections::approve;

    /// Appraisals, newest year first.
    open appraisal_list(appraisal::AppraisalQuery) -> Vec<appraisal::AppraisalRow> = appraisal::list;
    /// One appraisal, whole.
    open appraisal_get(appraisal::AppraisalId) -> appraisal::AppraisalView = appraisal::get;
    /// Begins an appraisal or corrects its year and meeting.
    open appraisal_save(appraisal::Appraisal) -> Done<appraisal::AppraisalView> = appraisal::save;
    /// Removes an appraisal in which no grade was decided.
    open appraisal_delete(appraisal::AppraisalId) -> Done<()> = appraisal::delete;
    /// Records 个人自评.
    open appraisal_own_save(appraisal::AppraisalOwnRequest) -> Done<appraisal::AppraisalView> = appraisal::save_own;
    /// Records 党员互评.
    open appraisal_mutual_save(appraisal::AppraisalMutualRequest) -> Done<appraisal::AppraisalView> = appraisal::save_mutual;
    /// What a tally comes to as it is being entered; stores nothing.
    open appraisal_tally_judge(appraisal::AppraisalTallyRequest) -> appraisal::AppraisalTallyView = appraisal::judge_tally;
    /// Records 民主测评.
    open appraisal_tally_save(appraisal::AppraisalTallyRequest) -> Done<appraisal::AppraisalView> = appraisal::save_tally;
    /// Records 组织评定.
    open appraisal_grades_save(appraisal::AppraisalGradesRequest) -> Done<appraisal::AppraisalView> = appraisal::save_grades;
    /// A member's appraisals, newest year first.
    open member_appraisals(roster::MemberId) -> Vec<appraisal::MemberAppraisal> = appraisal::of_member;

    /// Development files.
    open development_list(development::DevelopmentQuery) -> Vec<development::DevelopmentRow> = development::list;
    /// One file, whole.
    open development_get(development::DevelopmentFileId) -> development::DevelopmentFileView = development::get;
    /// Opens a file or corrects its person.
    open development_save(development::DevelopmentPerson) -> Done<development::DevelopmentFileView> = development::save;
    /// Closes a file before its end, or opens it again.
    open development_close(development::DevelopmentCloseRequest) -> Done<development::DevelopmentFileView> = development::close;
    /// The forms of all kinds of entry.
    open development_forms(Nothing) -> development::EntryForms = development::forms;
    /// Adds or corrects entries: what happened on the way.
    open development_entries_save(development::EntriesRequest) -> Done<development::DevelopmentFileView> = development::save_entries;
    /// Takes out an entry that was made by mistake.
    open development_entry_delete(development::EntryId) -> Done<development::DevelopmentFileView> = development::delete_entry;
    /// Enters into the roster what the superior has approved.
    open development_to_roster(development::DevelopmentFileId) -> Done<development::DevelopmentFileView> = development::to_roster;
    /// Appoints, corrects or replaces a mentor or a sponsor.
    open development_guide_save(development::GuideRequest) -> Done<development::DevelopmentFileView> = development::save_guide;
    /// Takes out a mentor or a sponsor who was entered by mistake.
    open development_guide_delete(development::GuideId) -> Done<development::DevelopmentFileView> = development::delete_guide;
    /// Notes on which day the branch means to do a step.
    open development_intention_save(development::IntentionRequest) -> Done<development::DevelopmentFileView> = development::save_intention;
    /// Says of papers whether they are there and in which state.
    open development_materials_save(development::MaterialsRequest) -> Done<development::DevelopmentFileView> = development::save_materials;
    /// Forgets what was said about a paper.
    open development_material_delete(development::MaterialId) -> Done<development::DevelopmentFileView> = development::delete_material;
    /// The scanned pages of a file, or of one of its papers.
    open development_scan_list(development::ScanListRequest) -> Vec<development::ScanPage> = development::scan_list;
    /// Adds scanned pages, all or none; each page of a PDF becomes a picture.
    long development_scan_add(development::ScanAddRequest) -> Done<Vec<development::ScanPage>> = development::scan_add;
    /// A scanned page to be shown.
    open development_scan_picture(development::ScanId) -> development::ScanPicture = development::scan_picture;
    /// Puts a scanned page at another place, or into another paper.
    open development_scan_move(development::ScanMoveRequest) -> Done<Vec<development::ScanPage>> = development::scan_move;
    /// Takes a scanned page out.
    open development_scan_delete(development::ScanId) -> Done<Vec<development::ScanPage>> = development::scan_delete;
    /// The register of numbered booklets, and how many people a year may be admitted.
    open development_register(Nothing) -> development::DevelopmentRegister = development::register;
    /// Adds or corrects a numbered booklet.
    open development_booklet_save(development::Booklet) -> Done<development::DevelopmentRegister> = development::save_booklet;
    /// Takes a booklet out that was entered by mistake.
    open development_booklet_delete(development::BookletId) -> Done<development::DevelopmentRegister> = development::delete_booklet;
    /// Notes how many people a year may be admitted.
    open development_quota_save(development::Quota) -> Done<development::DevelopmentRegister> = development::save_quota;
    /// Examines one file, or all.
    open development_audit(development::AuditRequest) -> development::AuditView = development::audit;
    /// Saves what an examination finds as a spreadsheet.
    long development_audit_export(development::AuditExportRequest) -> files::Saved = development::export;
    /// The checks of the examination, and how they are set here.
    open development_checks(Nothing) -> Vec<development::AuditCheckView> = development::checks;

    /// A year of study.
    open study_year(study::StudyYearRequest) -> study::StudyYear = study::year;
    /// One session, with who was absent.
    open study_get(study::StudySessionId) -> study::StudySessionView = study::get;
    /// Records a session.
    open study_save(study::StudySession) -> Done<study::StudySessionRow> = study::save;
    /// Removes a session.
    open study_delete(study::StudySessionId) -> Done<()> = study::delete;
    /// Records how someone who was absent made a session up.
    open study_makeup_save(study::StudyMakeup) -> Done<study::StudySessionView> = study::save_makeup;
    /// Takes a makeup out that was entered by mistake.
    open study_makeup_delete(study::StudyPlace) -> Done<study::StudySessionView> = study::delete_makeup;
    /// Records the certificate of someone who took part.
    open study_certificate_save(study::StudyCertificate) -> Done<study::StudySessionView> = study::save_certificate;
    /// Takes a certificate out that was entered by mistake.
    open study_certificate_delete(study::StudyPlace) -> Done<study::StudySessionView> = study::delete_certificate;
    /// The plan of a year, with what of it was learnt.
    open study_plan(study::StudyYearRequest) -> study::StudyPlan = study::plan;
    /// Adds or changes a topic of a year's plan.
    open study_topic_save(study::StudyTopic) -> Done<study::StudyPlan> = study::save_topic;
    /// Removes a topic that was not learnt yet.
    open study_topic_delete(study::StudyTopicId) -> Done<study::StudyPlan> = study::delete_topic;
    /// Takes the topics of the year before over into an empty plan.
    open study_plan_copy(study::StudyYearRequest) -> Done<study::StudyPlan> = study::copy_plan;
    /// Who lacks how many hours and which topics, and until when.
    open study_lacks(study::StudyYearRequest) -> study::StudyLacks = study::lacks;
    /// Saves the ledger of a year as a spreadsheet; the log says so.
    long study_export(study::StudyExportRequest) -> files::Saved = study::export;

    /// 限期改正, 劝其退党, 除名 as they were done.
    open disposal_list(Nothing) -> Vec<disposals::Disposal> = disposals::list;
    /// Keeps a disposal.
    open disposal_save(disposals::DisposalRecord) -> Done<disposals::DisposalId> = disposals::save;
    /// Removes a disposal.
    open disposal_delete(disposals::DisposalId) -> Done<()> = disposals::delete;

    /// The superior's tables that were taken in.
    open return_list(Nothing) -> Vec<returns::ReturnRow> = returns::list;
    /// A table with its places and the first rows as they will be filled.
    long return_get(returns::ReturnId) -> returns::ReturnView = returns::get;
    /// Takes in an empty table; one with the same header takes the place of the older file and keeps its mapping.
    open return_import(returns::ReturnImportRequest) -> Done<returns::ReturnId> = returns::import;
    /// Says what the places of a table are filled with.
    open return_save(returns::ReturnSaveRequest) -> Done<()> = returns::save;
    /// Removes a table.
    open return_delete(returns::ReturnId) -> Done<()> = returns::delete;
    /// Fills in a table that was taken in, and saves it; the log says so.
    long return_fill(returns::ReturnFillRequest) -> returns::ReturnFilled = returns::fill;
    /// Fills in any empty table, and saves it; the log says so.
    long return_fill_file(returns::ReturnFillFileRequest) -> returns::ReturnFilled = returns::fill_file;

    /// A year of dues, members by months.
    open dues_year(dues::DuesYearRequest) -> dues::DuesYear = dues::year;
    /// Everything about one member's dues.
    open dues_member(roster::MemberId) -> dues::DuesMember = dues::member;
    /// What is owed for a month with such a base.
    open dues_rate(dues::DuesRateRequest) -> dues::DuesRate = dues::rate;
    /// Sets what dues are taken of.
    open dues_bases_save(dues::DuesBasesRequest) -> Done<()> = dues::save_bases;
    /// Removes a base.
    open dues_base_delete(dues::DuesBaseId) -> Done<()> = dues::delete_base;
    /// Enters what was paid, field by field of the grid.
    open dues_pay(dues::DuesPayRequest) -> Done<()> = dues::pay;
    /// Enters a payment with all that belongs to it.
    open dues_payment_save(dues::DuesPayment) -> Done<dues::DuesPaymentId> = dues::save_payment;
    /// Removes a payment.
    open dues_payment_delete(dues::DuesPaymentId) -> Done<()> = dues::delete_payment;
    /// What was handed up, came back and was spent in a year.
    open dues_ledger(dues::DuesLedgerRequest) -> dues::DuesLedger = dues::ledger;
    /// Enters a line of it.
    open dues_entry_save(dues::DuesEntry) -> Done<()> = dues::save_entry;
    /// Removes a line of it.
    open dues_entry_delete(dues::DuesEntryId) -> Done<()> = dues::delete_entry;
    /// Notes that a year was published.
    open dues_publish(dues::DuesPublication) -> Done<()> = dues::publish;
    /// Takes back that a year was published.
    open dues_unpublish(dues::DuesLedgerRequest) -> Done<()> = dues::unpublish;
    /// Saves a year of dues as XLSX.
    long dues_export(dues::DuesExportRequest) -> files::Saved = dues::export;
    /// Looks into a statement of payments; changes nothing.
    long dues_import_preview(dues::DuesImportPreviewRequest) -> dues::DuesImportPreview = dues::import_preview;
    /// Takes payments over from a statement.
    open dues_import(dues::DuesImportRequest) -> Done<dues::DuesImportOutcome> = dues::import;
    /// Forgets under which name somebody pays.
    open dues_alias_forget(String) -> Done<()> = dues::forget_alias;

    /// The report on a period as the records stand, and its signed versions.
    open report_get(values::Period) -> reports::ReportView = reports::get;
    /// Saves the secretary's own words for a period.
    open report_words_save(reports::ReportWordsRequest) -> Done<reports::ReportView> = reports::save_words;
    /// Explains lines that the rules find, or leaves them out of a report.
    open report_remark(reports::ReportRemarkRequest) -> Done<reports::ReportView> = reports::remark;
    /// Signs the report on a period and freezes it.
    long report_sign(reports::ReportSignRequest) -> Done<reports::ReportVersion> = reports::sign;
    /// Saves a signed version to a file.
    open report_export(reports::ReportExportRequest) -> files::Saved = reports::export;
    /// Prints a signed version.
    open report_print(reports::ReportVersionId) -> outside::Printed = reports::print;
    /// The pages of a signed or unsigned report file are judged without opening them in a viewer.
    locked report_verify(reports::ReportVerifyRequest) -> reports::VerifyView = reports::verify;
    /// Compares a signed report with the open file: its version and the log it names.
    open report_compare(reports::ReportVerifyRequest) -> reports::CompareView = reports::compare;

    /// Keeps the superior's receipt with the signed version that it confirms.
    open report_receipt_import(reports::ReportReceiptRequest) -> Done<reports::ReportView> = reports::import_receipt;

    /// The branches below the committee, with their certificates.
    open superior_branches(Nothing) -> Vec<superior::SuperiorBranchView> = superior::branches;
    /// Adds or changes a branch below the committee.
    open superior_branch_save(superior::SuperiorBranch) -> Done<Vec<superior::SuperiorBranchView>> = superior::save;
    /// Takes out a branch that never reported.
    open superior_branch_delete(superior::SuperiorBranchId) -> Done<Vec<superior::SuperiorBranchView>> = superior::delete;
    /// Trusts certificates from enrolment sheets and lists their branches.
    open superior_enrol(superior::SuperiorEnrolRequest) -> Done<Vec<superior::SuperiorBranchView>> = superior::enrol;
    /// Takes the reports in a folder: thousands at once, each judged for itself.
    long superior_collect(superior::SuperiorCollectRequest) -> Done<superior::SuperiorCollected> = superior::collect;
    /// A quarter: who has reported, what it comes to, what was not taken.
    open superior_period(superior::SuperiorPeriodRequest) -> superior::SuperiorPeriod = superior::period;
    /// Saves a quarter's figures as a spreadsheet.
    long superior_export(superior::SuperiorExportRequest) -> files::Saved = superior::export;
    /// Signs receipts for reports and puts them into a folder.
    long superior_receipts(superior::SuperiorReceiptsRequest) -> Done<superior::SuperiorReceipts> = superior::receipts;

    /// The branch's certificate and whom it trusts.
    open signing_get(Nothing) -> signing::SigningView = signing::get;
    /// Makes a new key and certificate; the old key confirms them. It cannot be undone.
    open certificate_renew(Nothing) -> Done<signing::SigningView> = signing::renew;
    /// Trusts a certificate by its fingerprint.
    open signing_trust(signing::TrustRequest) -> Done<signing::SigningView> = signing::trust;
    /// No longer trusts a fingerprint.
    open signing_distrust(String) -> Done<signing::SigningView> = signing::distrust;
    /// What certificate files say; nothing is trusted by this.
    open certificate_read(signing::CertificatesRequest) -> Vec<signing::CertificateFile> = signing::read_certificates;
    /// Saves the branch's certificate as PEM.
    open certificate_export(signing::CertificateExportRequest) -> files::Saved = signing::export_certificate;

    /// What a package for an inspection would hold.
    long package_get(papers::PackageRequest) -> papers::PackageView = papers::package;
    /// Puts a package for an inspection into an empty folder.
    long package_make(papers::PackageMakeRequest) -> papers::PackageMade = papers::make_package;
    /// What a handbook of the year would hold.
    long handbook_get(papers::HandbookRequest) -> papers::HandbookView = papers::handbook;
    /// What a quarter's bound volume would hold, and what it would lack.
    open bound_quarter_get(values::Quarter) -> papers::BoundQuarterView = papers::bound_quarter;
    /// The pages of a paper as they will print.
    long paper_preview(papers::Paper) -> papers::PaperPages = papers::preview;
    /// Saves a paper as PDF or as a Word document.
    long paper_save(papers::PaperSaveRequest) -> files::Saved = papers::save;
    /// Hands a paper to the system's printing.
    long paper_print(papers::Paper) -> outside::Printed = papers::print;

    /// The rules with their sources.
    locked rule_list(Nothing) -> Vec<rules::RuleView> = rule_sets::list;
    /// Which rule set is in use, by whom it was signed, and since when.
    open rule_set_get(Nothing) -> rule_sets::RuleSetView = rule_sets::get;
    /// What a rule set in a file would change; changes nothing.
    open rule_set_preview(rule_sets::RuleSetRequest) -> rule_sets::RuleSetPreview = rule_sets::preview;
    /// Takes a rule set over.
    open rule_set_adopt(rule_sets::RuleSetAdoptRequest) -> Done<rule_sets::RuleSetView> = rule_sets::adopt;
    /// Goes back to the rule set that came with the program.
    open rule_set_restore(Nothing) -> Done<rule_sets::RuleSetView> = rule_sets::restore;
    /// The texts of the rule set in use, to be edited.
    open rule_set_texts(Nothing) -> rule_sets::RuleSetTexts = rule_sets::export;
    /// Signs a rule set with the branch's certificate and saves it.
    open rule_set_sign(rule_sets::RuleSetSignRequest) -> files::Saved = rule_sets::sign;

    /// Settings of this file.
    open settings_get(Nothing) -> settings::Settings = settings::get;
    /// Changes the settings.
    open settings_save(settings::Settings) -> Done<settings::Settings> = settings::save;
    /// What is laid down here beyond the national rules.
    open local_rules(Nothing) -> Vec<settings::LocalRule> = settings::local_rules;
    /// Saves the local rules as a file for other branches.
    open local_rules_export(settings::LocalRulesExportRequest) -> files::Saved = settings::export_local_rules;
    /// What a file of local rules would change.
    open local_rules_preview(settings::LocalRulesRequest) -> settings::LocalRulesPreview = settings::preview_local_rules;
    /// Takes the local rules of a file over.
    open local_rules_import(settings::LocalRulesRequest) -> Done<settings::Settings> = settings::import_local_rules;
}

fn locked<Request: DeserializeOwned, Reply: Serialize, E>(
    app: &App,
    _: &'static str, // what works without a file leaves no line in its log
    request: Value,
    job: &Job<'_>,
    handler: fn(&App, Request, &Job<'_>) -> Result<Reply, E>,
) -> Result<Value, Problem>
where
    Problem: From<E>,
{
    let request = parse(request)?;
    reply(handler(app, request, job)?)
}

fn open<Request: DeserializeOwned, Reply: Serialize, E>(
    app: &App,
    name: &'static str,
    request: Value,
    job: &Job<'_>,
    handler: fn(&mut Desk<'_>, Request) -> Result<Reply, E>,
) -> Result<Value, Problem>
where
    Problem: From<E>,
{
    let request = parse(request)?;
    let mut slot = app.vault();
    let vault = slot.as_mut().ok_or(VaultError::Locked)?;
    let rules = rule_sets::book(vault, &app.outside, app.rules())?;
    let mut desk = Desk { vault, outside: &app.outside, rules: &rules, job, command: name };
    reply(handler(&mut desk, request)?)
}

/// Work that takes long: it opens the file for moments only.
fn long<Request: DeserializeOwned, Reply: Serialize, E>(
    app: &App,
    name: &'static str,
    request: Value,
    job: &Job<'_>,
    handler: fn(&Door<'_>, Request) -> Result<Reply, E>,
) -> Result<Value, Problem>
where
    Problem: From<E>,
{
    let request = parse(request)?;
    let (opening, rules) = {
        let slot = app.vault();
        let vault = slot.as_ref().ok_or(VaultError::Locked)?;
        (vault.opening(), rule_sets::book(vault, &app.outside, app.rules())?)
    };
    reply(handler(&app.door(opening, &rules, job, name), request)?)
}

fn parse<Request: DeserializeOwned>(request: Value) -> Result<Request, Problem> {
    // A request type without fields takes `null` as well as `{}`.
    let request = if request.is_null() { Value::Object(serde_json::Map::new()) } else { request };
    serde_path_to_error::deserialize(request).map_err(|error| {
        // `agenda[2].title` is `agenda.2.title` to a form, and a field of the record that is to be saved has its own name.
        let field = error.path().to_string().replace('[', ".").replace(']', "");
        let field = field.strip_prefix("record.").unwrap_or(&field).to_owned();
        let reason = error.inner().to_string();
        // What our own values say is a sentence for the user; what the reader of JSON says is not, and begins in English.
        let is_ours = !reason.starts_with(|c: char| c.is_ascii());
        let message = if is_ours { reason } else { "没有填写，或者格式不对".to_owned() };
        // The path of the request itself is a dot: then something is missing, and no one field is at fault.
        let fields = if field == "." { Vec::new() } else { vec![FieldProblem { field, message }] };
        Problem {
            code: "bad_request".to_owned(),
            message: "有内容没有填写或者格式不对，没有保存任何内容".to_owned(),
            hint: Some("请补全或者改正后再试".to_owned()),
            fields,
        }
    })
}

fn reply<Reply: Serialize>(reply: Reply) -> Result<Value, Problem> {
    serde_json::to_value(reply).map_err(|error| Problem {
        code: "internal".to_owned(),
        message: "程序内部出错，已保存的内容不受影响".to_owned(),
        hint: Some(error.to_string()),
        fields: Vec::new(),
    })
}

fn unknown(name: &str) -> Problem {
    Problem {
        code: "unknown_command".to_owned(),
        message: format!("没有名为“{name}”的命令"),
        hint: None,
        fields: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_cannot_be_is_refused_at_its_field() {
        let record = serde_json::json!({ "name": "张三", "kind": "full", "id_number": "440300199003105608" });
        let request = serde_json::json!({ "record": record });
        let problem = parse::<roster::MemberRequest>(request).unwrap_err();
        let message = "身份证号的校验位不对，可能抄错了一位".to_owned();
        assert_eq!(problem.fields, [FieldProblem { field: "id_number".to_owned(), message }]);
    }

    #[test]
    fn what_is_not_filled_in_is_said_without_foreign_words() {
        let request = serde_json::json!({ "id": 1, "on": "", "how": "moved_out", "reason": "" });
        let problem = parse::<roster::MemberLeaveRequest>(request).unwrap_err();
        assert_eq!(problem.fields[0].field, "on");
        let said = format!("{}{:?}{}", problem.message, problem.hint, problem.fields[0].message);
        assert!(!said.replace("Some", "").contains(|c: char| c.is_ascii_alphabetic()), "{said}");
    }

    #[test]
    fn a_request_that_lacks_something_is_refused_as_a_whole() {
        let problem = parse::<roster::MemberRequest>(Value::Null).unwrap_err();
        assert_eq!((problem.code.as_str(), problem.fields.len()), ("bad_request", 0));
    }
}
