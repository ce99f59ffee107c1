// Written from the command table in src-tauri/core/src/commands.rs by `make types`; do not edit.

import { call, type CallOptions } from './call'
import type * as t from './types'

/** The table. */
export interface Commands {
  vault_status: [request: t.Nothing, reply: t.VaultStatus]
  vault_create: [request: t.VaultCreateRequest, reply: t.RecoveryCodeView]
  vault_unlock: [request: t.VaultUnlockRequest, reply: t.VaultStatus]
  vault_recover: [request: t.VaultRecoverRequest, reply: t.RecoveryCodeView]
  vault_lock: [request: t.Nothing, reply: t.VaultStatus]
  passphrase_change: [request: t.PassphraseChangeRequest, reply: t.RecoveryCodeView]
  passphrase_judge: [request: t.PassphraseJudgeRequest, reply: t.PassphraseStrength]
  recovery_confirm: [request: t.RecoveryConfirmRequest, reply: t.VaultStatus]
  vault_backup: [request: t.Nothing, reply: t.VaultStatus]
  backup_list: [request: t.BackupListRequest, reply: t.BackupList]
  backup_look: [request: t.BackupRequest, reply: t.BackupContents]
  backup_restore: [request: t.BackupRequest, reply: t.VaultStatus]
  backup_copy: [request: t.BackupCopyRequest, reply: t.Saved]
  backup_delete: [request: t.BackupDeleteRequest, reply: t.BackupList]
  backup_show: [request: t.BackupListRequest, reply: t.Nothing]
  backup_release: [request: t.Nothing, reply: t.VaultStatus]
  vault_check: [request: t.Nothing, reply: t.CheckView]
  vault_dump: [request: t.Nothing, reply: t.JsonValue]
  undo: [request: t.UndoRequest, reply: t.Done<t.VaultStatus>]
  redo: [request: t.UndoRequest, reply: t.Done<t.VaultStatus>]
  draft_list: [request: t.Nothing, reply: Array<t.Draft>]
  draft_keep: [request: Array<t.Draft>, reply: t.Nothing]
  audit_list: [request: t.AuditQuery, reply: Array<t.AuditEntry>]
  home_overview: [request: t.Nothing, reply: t.HomeView]
  home_badges: [request: t.Nothing, reply: Array<t.HomeBadge>]
  home_calendar: [request: t.HomeCalendarRequest, reply: t.HomeMonth]
  home_find: [request: t.HomeFindRequest, reply: t.HomeFound]
  home_set_aside: [request: t.HomeSetAsideRequest, reply: t.Done<null>]
  home_take_back: [request: t.HomeAsideId, reply: t.Done<null>]
  branch_get: [request: t.Nothing, reply: t.BranchView]
  branch_save: [request: t.BranchRequest, reply: t.Done<t.BranchView>]
  branch_fact_save: [request: t.BranchFactRequest, reply: t.Done<t.BranchView>]
  branch_fact_delete: [request: t.BranchFactId, reply: t.Done<t.BranchView>]
  branch_unit_save: [request: t.BranchUnit, reply: t.Done<t.BranchView>]
  branch_unit_delete: [request: t.BranchUnitId, reply: t.Done<t.BranchView>]
  branch_group_save: [request: t.BranchGroup, reply: t.Done<t.BranchView>]
  branch_group_delete: [request: t.BranchGroupId, reply: t.Done<t.BranchView>]
  branch_term_save: [request: t.BranchTerm, reply: t.Done<t.BranchView>]
  branch_term_delete: [request: t.BranchTermId, reply: t.Done<t.BranchView>]
  branch_office_hand_over: [request: t.OfficeHandOverRequest, reply: t.Done<t.BranchView>]
  branch_helper_save: [request: t.BranchHelper, reply: t.Done<t.BranchView>]
  branch_helper_delete: [request: t.BranchHelperId, reply: t.Done<t.BranchView>]
  branch_room_save: [request: t.BranchRoom, reply: t.Done<t.BranchView>]
  branch_room_delete: [request: t.BranchRoomId, reply: t.Done<t.BranchView>]
  roster_list: [request: t.RosterQuery, reply: t.RosterPage]
  member_get: [request: t.MemberGetRequest, reply: t.MemberView]
  member_save: [request: t.MemberRequest, reply: t.Done<t.MemberView>]
  member_leave: [request: t.MemberLeaveRequest, reply: t.Done<t.MemberView>]
  member_return: [request: t.MemberReturnRequest, reply: t.Done<t.MemberView>]
  member_facts_save: [request: t.FactsRequest, reply: t.Done<number>]
  member_fact_delete: [request: t.FactId, reply: t.Done<t.MemberView>]
  member_stay_save: [request: t.StayEventRequest, reply: t.Done<t.MemberView>]
  member_stay_delete: [request: t.StayEventRequest, reply: t.Done<t.MemberView>]
  member_alike: [request: t.AlikeRequest, reply: Array<t.MemberRow>]
  member_merge_preview: [request: t.MergePreviewRequest, reply: t.MergePreview]
  member_merge: [request: t.MergeRequest, reply: t.Done<t.MemberView>]
  member_photo_get: [request: t.MemberId, reply: t.MemberPhoto | null]
  member_photo_save: [request: t.MemberPhotoRequest, reply: t.Done<t.MemberPhoto>]
  member_photo_delete: [request: t.MemberId, reply: t.Done<null>]
  member_meetings: [request: t.MemberMeetingsRequest, reply: t.MemberMeetings]
  member_study: [request: t.MemberId, reply: t.MemberStudy]
  roster_choices: [request: t.Nothing, reply: t.RosterChoices]
  roster_view_list: [request: t.Nothing, reply: Array<t.RosterView>]
  roster_view_save: [request: t.RosterView, reply: t.Done<Array<t.RosterView>>]
  roster_view_delete: [request: string, reply: t.Done<Array<t.RosterView>>]
  roster_import_preview: [request: t.ImportPreviewRequest, reply: t.ImportPreview]
  roster_import: [request: t.ImportRequest, reply: t.Done<t.ImportOutcome>]
  roster_import_problems_save: [request: t.ImportProblemsRequest, reply: t.Saved]
  roster_export: [request: t.RosterExportRequest, reply: t.Saved]
  transfer_list: [request: t.Nothing, reply: Array<t.TransferRow>]
  transfer_draft: [request: t.TransferDraftRequest, reply: t.TransferDraft]
  transfer_get: [request: t.TransferGetRequest, reply: t.TransferView]
  transfer_save: [request: t.Letter, reply: t.Done<t.TransferView>]
  transfer_receive: [request: t.TransferDayRequest, reply: t.Done<t.TransferView>]
  transfer_return: [request: t.TransferReturnRequest, reply: t.Done<t.TransferView>]
  transfer_in_save: [request: t.Arrival, reply: t.Done<t.TransferView>]
  transfer_in_accept: [request: t.TransferAcceptRequest, reply: t.Done<t.TransferView>]
  transfer_correct: [request: t.TransferCorrectRequest, reply: t.Done<t.TransferView>]
  transfer_reopen: [request: t.TransferId, reply: t.Done<t.TransferView>]
  transfer_in_reply: [request: t.TransferDayRequest, reply: t.Done<t.TransferView>]
  meeting_list: [request: t.MeetingQuery, reply: Array<t.MeetingRow>]
  meeting_get: [request: t.MeetingId, reply: t.MeetingView]
  meeting_save: [request: t.MeetingHead, reply: t.Done<t.MeetingView>]
  meeting_plan: [request: t.Quarter, reply: t.MeetingPlan]
  meeting_plan_save: [request: t.PlanSaveRequest, reply: t.Done<t.MeetingPlan>]
  meeting_cancel: [request: t.MeetingCancelRequest, reply: t.Done<t.MeetingView>]
  meeting_delete: [request: t.MeetingId, reply: t.Done<null>]
  attendance_save: [request: t.AttendanceRequest, reply: t.Done<t.MeetingView>]
  attendance_redraw: [request: t.MeetingId, reply: t.Done<t.MeetingView>]
  attendance_clear: [request: t.MeetingId, reply: t.Done<t.MeetingView>]
  meeting_record_save: [request: t.MeetingRecordRequest, reply: t.Done<t.MeetingView>]
  vote_save: [request: t.Vote, reply: t.Done<t.MeetingView>]
  vote_delete: [request: t.VoteRef, reply: t.Done<t.MeetingView>]
  meeting_copy: [request: t.MeetingCopyRequest, reply: t.Done<t.MeetingView>]
  meeting_correct: [request: t.MeetingCorrectRequest, reply: t.Done<t.MeetingView>]
  examination_save: [request: t.ExaminationRequest, reply: t.Done<t.MeetingView>]
  meeting_template_list: [request: t.Nothing, reply: Array<t.MeetingTemplate>]
  meeting_template_save: [request: t.MeetingTemplate, reply: t.Done<Array<t.MeetingTemplate>>]
  meeting_template_delete: [request: string, reply: t.Done<Array<t.MeetingTemplate>>]
  task_list: [request: t.TaskQuery, reply: Array<t.Task>]
  task_note_save: [request: t.TaskNoteRequest, reply: t.Done<t.Task>]
  task_note_delete: [request: t.TaskNoteId, reply: t.Done<null>]
  talk_year: [request: t.TalkYearRequest, reply: t.TalkYear]
  talk_save: [request: t.TalkRecord, reply: t.Done<t.Talk>]
  talk_delete: [request: t.TalkId, reply: t.Done<null>]
  library_list: [request: t.LibraryQuery, reply: t.LibraryList]
  library_get: [request: t.LibraryDocumentId, reply: t.LibraryView]
  library_save: [request: t.LibraryDocument, reply: t.Done<t.LibraryView>]
  library_delete: [request: t.LibraryDocumentId, reply: t.Done<null>]
  library_uses_save: [request: t.LibraryUsesRequest, reply: t.Done<null>]
  library_uses: [request: t.LibraryPlace, reply: Array<t.LibraryRow>]
  library_export: [request: t.LibraryExportRequest, reply: t.Saved]
  attachment_list: [request: t.AttachmentOwner, reply: Array<t.AttachmentRow>]
  attachment_add: [request: t.AttachmentAddRequest, reply: t.Done<Array<t.AttachmentRow>>]
  attachment_save: [request: t.AttachmentSaveRequest, reply: t.Done<Array<t.AttachmentRow>>]
  attachment_delete: [request: t.AttachmentId, reply: t.Done<Array<t.AttachmentRow>>]
  attachment_picture: [request: t.AttachmentId, reply: t.AttachmentPicture]
  attachment_text: [request: t.AttachmentId, reply: t.AttachmentText]
  attachment_export: [request: t.AttachmentExportRequest, reply: t.Saved]
  meeting_notice_get: [request: t.MeetingId, reply: t.MeetingNoticeView]
  meeting_notice_save: [request: t.MeetingNoticeRequest, reply: t.Done<t.MeetingNoticeView>]
  vote_resolution_get: [request: t.VoteRef, reply: t.VoteResolutionView]
  vote_resolution_save: [request: t.VoteResolutionRequest, reply: t.Done<t.VoteResolutionView>]
  attendance_range: [request: t.AttendanceRangeQuery, reply: t.AttendanceRange]
  attendance_export: [request: t.AttendanceExportRequest, reply: t.Saved]
  election_list: [request: t.ElectionQuery, reply: Array<t.ElectionRow>]
  election_get: [request: t.ElectionId, reply: t.ElectionView]
  election_save: [request: t.Election, reply: t.Done<t.ElectionView>]
  election_delete: [request: t.ElectionId, reply: t.Done<null>]
  election_round_judge: [request: t.ElectionRound, reply: t.ElectionRoundView]
  election_round_save: [request: t.ElectionRound, reply: t.Done<t.ElectionView>]
  election_round_delete: [request: t.ElectionRoundRef, reply: t.Done<t.ElectionView>]
  election_conclude: [request: t.ElectionConcludeRequest, reply: t.Done<t.ElectionView>]
  election_approve: [request: t.ElectionApproveRequest, reply: t.Done<t.ElectionView>]
  appraisal_list: [request: t.AppraisalQuery, reply: Array<t.AppraisalRow>]
  appraisal_get: [request: t.AppraisalId, reply: t.AppraisalView]
  appraisal_save: [request: t.Appraisal, reply: t.Done<t.AppraisalView>]
  appraisal_delete: [request: t.AppraisalId, reply: t.Done<null>]
  appraisal_own_save: [request: t.AppraisalOwnRequest, reply: t.Done<t.AppraisalView>]
  appraisal_mutual_save: [request: t.AppraisalMutualRequest, reply: t.Done<t.AppraisalView>]
  appraisal_tally_judge: [request: t.AppraisalTallyRequest, reply: t.AppraisalTallyView]
  appraisal_tally_save: [request: t.AppraisalTallyRequest, reply: t.Done<t.AppraisalView>]
  appraisal_grades_save: [request: t.AppraisalGradesRequest, reply: t.Done<t.AppraisalView>]
  member_appraisals: [request: t.MemberId, reply: Array<t.MemberAppraisal>]
  development_list: [request: t.DevelopmentQuery, reply: Array<t.DevelopmentRow>]
  development_get: [request: t.DevelopmentFileId, reply: t.DevelopmentFileView]
  development_save: [request: t.DevelopmentPerson, reply: t.Done<t.DevelopmentFileView>]
  development_close: [request: t.DevelopmentCloseRequest, reply: t.Done<t.DevelopmentFileView>]
  development_forms: [request: t.Nothing, reply: t.EntryForms]
  development_entries_save: [request: t.EntriesRequest, reply: t.Done<t.DevelopmentFileView>]
  development_entry_delete: [request: t.EntryId, reply: t.Done<t.DevelopmentFileView>]
  development_to_roster: [request: t.DevelopmentFileId, reply: t.Done<t.DevelopmentFileView>]
  development_guide_save: [request: t.GuideRequest, reply: t.Done<t.DevelopmentFileView>]
  development_guide_delete: [request: t.GuideId, reply: t.Done<t.DevelopmentFileView>]
  development_intention_save: [request: t.IntentionRequest, reply: t.Done<t.DevelopmentFileView>]
  development_materials_save: [request: t.MaterialsRequest, reply: t.Done<t.DevelopmentFileView>]
  development_material_delete: [request: t.MaterialId, reply: t.Done<t.DevelopmentFileView>]
  development_scan_list: [request: t.ScanListRequest, reply: Array<t.ScanPage>]
  development_scan_add: [request: t.ScanAddRequest, reply: t.Done<Array<t.ScanPage>>]
  development_scan_picture: [request: t.ScanId, reply: t.ScanPicture]
  development_scan_move: [request: t.ScanMoveRequest, reply: t.Done<Array<t.ScanPage>>]
  development_scan_delete: [request: t.ScanId, reply: t.Done<Array<t.ScanPage>>]
  development_register: [request: t.Nothing, reply: t.DevelopmentRegister]
  development_booklet_save: [request: t.Booklet, reply: t.Done<t.DevelopmentRegister>]
  development_booklet_delete: [request: t.BookletId, reply: t.Done<t.DevelopmentRegister>]
  development_quota_save: [request: t.Quota, reply: t.Done<t.DevelopmentRegister>]
  development_audit: [request: t.AuditRequest, reply: t.AuditView]
  development_audit_export: [request: t.AuditExportRequest, reply: t.Saved]
  development_checks: [request: t.Nothing, reply: Array<t.AuditCheckView>]
  study_year: [request: t.StudyYearRequest, reply: t.StudyYear]
  study_get: [request: t.StudySessionId, reply: t.StudySessionView]
  study_save: [request: t.StudySession, reply: t.Done<t.StudySessionRow>]
  study_delete: [request: t.StudySessionId, reply: t.Done<null>]
  study_makeup_save: [request: t.StudyMakeup, reply: t.Done<t.StudySessionView>]
  study_makeup_delete: [request: t.StudyPlace, reply: t.Done<t.StudySessionView>]
  study_certificate_save: [request: t.StudyCertificate, reply: t.Done<t.StudySessionView>]
  study_certificate_delete: [request: t.StudyPlace, reply: t.Done<t.StudySessionView>]
  study_plan: [request: t.StudyYearRequest, reply: t.StudyPlan]
  study_topic_save: [request: t.StudyTopic, reply: t.Done<t.StudyPlan>]
  study_topic_delete: [request: t.StudyTopicId, reply: t.Done<t.StudyPlan>]
  study_plan_copy: [request: t.StudyYearRequest, reply: t.Done<t.StudyPlan>]
  study_lacks: [request: t.StudyYearRequest, reply: t.StudyLacks]
  study_export: [request: t.StudyExportRequest, reply: t.Saved]
  disposal_list: [request: t.Nothing, reply: Array<t.Disposal>]
  disposal_save: [request: t.DisposalRecord, reply: t.Done<t.DisposalId>]
  disposal_delete: [request: t.DisposalId, reply: t.Done<null>]
  return_list: [request: t.Nothing, reply: Array<t.ReturnRow>]
  return_get: [request: t.ReturnId, reply: t.ReturnView]
  return_import: [request: t.ReturnImportRequest, reply: t.Done<t.ReturnId>]
  return_save: [request: t.ReturnSaveRequest, reply: t.Done<null>]
  return_delete: [request: t.ReturnId, reply: t.Done<null>]
  return_fill: [request: t.ReturnFillRequest, reply: t.ReturnFilled]
  return_fill_file: [request: t.ReturnFillFileRequest, reply: t.ReturnFilled]
  dues_year: [request: t.DuesYearRequest, reply: t.DuesYear]
  dues_member: [request: t.MemberId, reply: t.DuesMember]
  dues_rate: [request: t.DuesRateRequest, reply: t.DuesRate]
  dues_bases_save: [request: t.DuesBasesRequest, reply: t.Done<null>]
  dues_base_delete: [request: t.DuesBaseId, reply: t.Done<null>]
  dues_pay: [request: t.DuesPayRequest, reply: t.Done<null>]
  dues_payment_save: [request: t.DuesPayment, reply: t.Done<t.DuesPaymentId>]
  dues_payment_delete: [request: t.DuesPaymentId, reply: t.Done<null>]
  dues_ledger: [request: t.DuesLedgerRequest, reply: t.DuesLedger]
  dues_entry_save: [request: t.DuesEntry, reply: t.Done<null>]
  dues_entry_delete: [request: t.DuesEntryId, reply: t.Done<null>]
  dues_publish: [request: t.DuesPublication, reply: t.Done<null>]
  dues_unpublish: [request: t.DuesLedgerRequest, reply: t.Done<null>]
  dues_export: [request: t.DuesExportRequest, reply: t.Saved]
  dues_import_preview: [request: t.DuesImportPreviewRequest, reply: t.DuesImportPreview]
  dues_import: [request: t.DuesImportRequest, reply: t.Done<t.DuesImportOutcome>]
  dues_alias_forget: [request: string, reply: t.Done<null>]
  report_get: [request: t.Period, reply: t.ReportView]
  report_words_save: [request: t.ReportWordsRequest, reply: t.Done<t.ReportView>]
  report_remark: [request: t.ReportRemarkRequest, reply: t.Done<t.ReportView>]
  report_sign: [request: t.ReportSignRequest, reply: t.Done<t.ReportVersion>]
  report_export: [request: t.ReportExportRequest, reply: t.Saved]
  report_print: [request: t.ReportVersionId, reply: t.Printed]
  report_verify: [request: t.ReportVerifyRequest, reply: t.VerifyView]
  report_compare: [request: t.ReportVerifyRequest, reply: t.CompareView]
  report_receipt_import: [request: t.ReportReceiptRequest, reply: t.Done<t.ReportView>]
  superior_branches: [request: t.Nothing, reply: Array<t.SuperiorBranchView>]
  superior_branch_save: [request: t.SuperiorBranch, reply: t.Done<Array<t.SuperiorBranchView>>]
  superior_branch_delete: [request: t.SuperiorBranchId, reply: t.Done<Array<t.SuperiorBranchView>>]
  superior_enrol: [request: t.SuperiorEnrolRequest, reply: t.Done<Array<t.SuperiorBranchView>>]
  superior_collect: [request: t.SuperiorCollectRequest, reply: t.Done<t.SuperiorCollected>]
  superior_period: [request: t.SuperiorPeriodRequest, reply: t.SuperiorPeriod]
  superior_export: [request: t.SuperiorExportRequest, reply: t.Saved]
  superior_receipts: [request: t.SuperiorReceiptsRequest, reply: t.Done<t.SuperiorReceipts>]
  signing_get: [request: t.Nothing, reply: t.SigningView]
  certificate_renew: [request: t.Nothing, reply: t.Done<t.SigningView>]
  signing_trust: [request: t.TrustRequest, reply: t.Done<t.SigningView>]
  signing_distrust: [request: string, reply: t.Done<t.SigningView>]
  certificate_read: [request: t.CertificatesRequest, reply: Array<t.CertificateFile>]
  certificate_export: [request: t.CertificateExportRequest, reply: t.Saved]
  package_get: [request: t.PackageRequest, reply: t.PackageView]
  package_make: [request: t.PackageMakeRequest, reply: t.PackageMade]
  handbook_get: [request: t.HandbookRequest, reply: t.HandbookView]
  bound_quarter_get: [request: t.Quarter, reply: t.BoundQuarterView]
  paper_preview: [request: t.Paper, reply: t.PaperPages]
  paper_save: [request: t.PaperSaveRequest, reply: t.Saved]
  paper_print: [request: t.Paper, reply: t.Printed]
  rule_list: [request: t.Nothing, reply: Array<t.RuleView>]
  rule_set_get: [request: t.Nothing, reply: t.RuleSetView]
  rule_set_preview: [request: t.RuleSetRequest, reply: t.RuleSetPreview]
  rule_set_adopt: [request: t.RuleSetAdoptRequest, reply: t.Done<t.RuleSetView>]
  rule_set_restore: [request: t.Nothing, reply: t.Done<t.RuleSetView>]
  rule_set_texts: [request: t.Nothing, reply: t.RuleSetTexts]
  rule_set_sign: [request: t.RuleSetSignRequest, reply: t.Saved]
  settings_get: [request: t.Nothing, reply: t.Settings]
  settings_save: [request: t.Settings, reply: t.Done<t.Settings>]
  local_rules: [request: t.Nothing, reply: Array<t.LocalRule>]
  local_rules_export: [request: t.LocalRulesExportRequest, reply: t.Saved]
  local_rules_preview: [request: t.LocalRulesRequest, reply: t.LocalRulesPreview]
  local_rules_import: [request: t.LocalRulesRequest, reply: t.Done<t.Settings>]
}

/** Which file is open, and what can be undone. */
export const vaultStatus = (options?: CallOptions) => call('vault_status', {}, options)

/** Makes a new encrypted file and opens it. */
export const vaultCreate = (request: t.VaultCreateRequest, options?: CallOptions) => call('vault_create', request, options)

/** Opens a file with its passphrase. */
export const vaultUnlock = (request: t.VaultUnlockRequest, options?: CallOptions) => call('vault_unlock', request, options)

/** Opens a file with its recovery code and sets a new passphrase. */
export const vaultRecover = (request: t.VaultRecoverRequest, options?: CallOptions) => call('vault_recover', request, options)

/** Closes the file. */
export const vaultLock = (options?: CallOptions) => call('vault_lock', {}, options)

/** Sets a new passphrase and gives a new recovery code. */
export const passphraseChange = (request: t.PassphraseChangeRequest, options?: CallOptions) => call('passphrase_change', request, options)

/** How well a passphrase would protect; nothing is kept of it. */
export const passphraseJudge = (request: t.PassphraseJudgeRequest, options?: CallOptions) => call('passphrase_judge', request, options)

/** Confirms that the recovery code is on paper. */
export const recoveryConfirm = (request: t.RecoveryConfirmRequest, options?: CallOptions) => call('recovery_confirm', request, options)

/** Makes a verified backup beside the file, which can be worked with meanwhile. */
export const vaultBackup = (options?: CallOptions) => call('vault_backup', {}, options)

/** The backups of a file, the newest first. */
export const backupList = (request: t.BackupListRequest, options?: CallOptions) => call('backup_list', request, options)

/** What is in a backup. */
export const backupLook = (request: t.BackupRequest, options?: CallOptions) => call('backup_look', request, options)

/** Puts a backup in the file's place, which is kept as a backup itself. */
export const backupRestore = (request: t.BackupRequest, options?: CallOptions) => call('backup_restore', request, options)

/** Copies a backup to another place and reads it back there. */
export const backupCopy = (request: t.BackupCopyRequest, options?: CallOptions) => call('backup_copy', request, options)

/** Removes backups. */
export const backupDelete = (request: t.BackupDeleteRequest, options?: CallOptions) => call('backup_delete', request, options)

/** Shows the folder of a file's backups in the file manager. */
export const backupShow = (request: t.BackupListRequest, options?: CallOptions) => call('backup_show', request, options)

/** Makes the file to work with of an open backup. */
export const backupRelease = (options?: CallOptions) => call('backup_release', {}, options)

/** Checks integrity, the log, and whether the records are what the log says. */
export const vaultCheck = (options?: CallOptions) => call('vault_check', {}, options)

/** The whole logical content as sorted JSON, for comparing. */
export const vaultDump = (options?: CallOptions) => call('vault_dump', {}, options)

/** Takes the newest change back; with a reason where a signed report has counted it. */
export const undo = (request: t.UndoRequest, options?: CallOptions) => call('undo', request, options)

/** Brings the change back that was taken back last; with a reason where a signed report was made without it. */
export const redo = (request: t.UndoRequest, options?: CallOptions) => call('redo', request, options)

/** What was being written when the file was last locked or the program ended. */
export const draftList = (options?: CallOptions) => call('draft_list', {}, options)

/** Keeps what is being written in place of what was kept before; changes no record. */
export const draftKeep = (request: Array<t.Draft>, options?: CallOptions) => call('draft_keep', request, options)

/** The log of changes, newest first. */
export const auditList = (request: t.AuditQuery, options?: CallOptions) => call('audit_list', request, options)

/** The home page. */
export const homeOverview = (options?: CallOptions) => call('home_overview', {}, options)

/** How much is late or due in each room. */
export const homeBadges = (options?: CallOptions) => call('home_badges', {}, options)

/** A month of the branch, day by day: meetings, study, what is due, anniversaries of joining. */
export const homeCalendar = (request: t.HomeCalendarRequest, options?: CallOptions) => call('home_calendar', request, options)

/** Finds people, meetings, development files, rules, and what the window has to offer. */
export const homeFind = (request: t.HomeFindRequest, options?: CallOptions) => call('home_find', request, options)

/** Sets lines of the home page aside: as not applicable, as done, or until a day. */
export const homeSetAside = (request: t.HomeSetAsideRequest, options?: CallOptions) => call('home_set_aside', request, options)

/** Puts a line back on the home page. */
export const homeTakeBack = (request: t.HomeAsideId, options?: CallOptions) => call('home_take_back', request, options)

/** The branch. */
export const branchGet = (options?: CallOptions) => call('branch_get', {}, options)

/** Changes the branch's own data. */
export const branchSave = (request: t.BranchRequest, options?: CallOptions) => call('branch_save', request, options)

/** Adds a change of kind, superior or committee that was forgotten, or corrects one. */
export const branchFactSave = (request: t.BranchFactRequest, options?: CallOptions) => call('branch_fact_save', request, options)

/** Takes out such a change that was entered by mistake. */
export const branchFactDelete = (request: t.BranchFactId, options?: CallOptions) => call('branch_fact_delete', request, options)

/** Adds or changes a social organization that the branch covers. */
export const branchUnitSave = (request: t.BranchUnit, options?: CallOptions) => call('branch_unit_save', request, options)

/** Removes a unit that nobody belongs to. */
export const branchUnitDelete = (request: t.BranchUnitId, options?: CallOptions) => call('branch_unit_delete', request, options)

/** Adds or changes a party group. */
export const branchGroupSave = (request: t.BranchGroup, options?: CallOptions) => call('branch_group_save', request, options)

/** Removes a party group that nobody belongs to. */
export const branchGroupDelete = (request: t.BranchGroupId, options?: CallOptions) => call('branch_group_delete', request, options)

/** Adds or changes a term. */
export const branchTermSave = (request: t.BranchTerm, options?: CallOptions) => call('branch_term_save', request, options)

/** Removes a term. */
export const branchTermDelete = (request: t.BranchTermId, options?: CallOptions) => call('branch_term_delete', request, options)

/** 换任: an office passes from one member to another, as one change. */
export const branchOfficeHandOver = (request: t.OfficeHandOverRequest, options?: CallOptions) => call('branch_office_hand_over', request, options)

/** Adds or changes someone whom the superior charged with the branch. */
export const branchHelperSave = (request: t.BranchHelper, options?: CallOptions) => call('branch_helper_save', request, options)

/** Removes such a person. */
export const branchHelperDelete = (request: t.BranchHelperId, options?: CallOptions) => call('branch_helper_delete', request, options)

/** Adds or changes a room. */
export const branchRoomSave = (request: t.BranchRoom, options?: CallOptions) => call('branch_room_save', request, options)

/** Removes a room. */
export const branchRoomDelete = (request: t.BranchRoomId, options?: CallOptions) => call('branch_room_delete', request, options)

/** A page of the roster. */
export const rosterList = (request: t.RosterQuery, options?: CallOptions) => call('roster_list', request, options)

/** One member. */
export const memberGet = (request: t.MemberGetRequest, options?: CallOptions) => call('member_get', request, options)

/** Adds or changes a member. */
export const memberSave = (request: t.MemberRequest, options?: CallOptions) => call('member_save', request, options)

/** A member leaves the branch; the record stays. */
export const memberLeave = (request: t.MemberLeaveRequest, options?: CallOptions) => call('member_leave', request, options)

/** A former member returns. */
export const memberReturn = (request: t.MemberReturnRequest, options?: CallOptions) => call('member_return', request, options)

/** Sets the same dated fact for one or more members: group, office, standing … */
export const memberFactsSave = (request: t.FactsRequest, options?: CallOptions) => call('member_facts_save', request, options)

/** Takes a dated fact out that was entered by mistake. */
export const memberFactDelete = (request: t.FactId, options?: CallOptions) => call('member_fact_delete', request, options)

/** Corrects a coming to the branch or a leaving that was entered wrong. */
export const memberStaySave = (request: t.StayEventRequest, options?: CallOptions) => call('member_stay_save', request, options)

/** Takes out a coming or a leaving that was entered by mistake. */
export const memberStayDelete = (request: t.StayEventRequest, options?: CallOptions) => call('member_stay_delete', request, options)

/** Who in the roster may be the person of this name. */
export const memberAlike = (request: t.AlikeRequest, options?: CallOptions) => call('member_alike', request, options)

/** In what two records of one person differ. */
export const memberMergePreview = (request: t.MergePreviewRequest, options?: CallOptions) => call('member_merge_preview', request, options)

/** Makes one record of two of one person. */
export const memberMerge = (request: t.MergeRequest, options?: CallOptions) => call('member_merge', request, options)

/** A member's photo. */
export const memberPhotoGet = (request: t.MemberId, options?: CallOptions) => call('member_photo_get', request, options)

/** Keeps a member's photo, small and without what the camera wrote into it. */
export const memberPhotoSave = (request: t.MemberPhotoRequest, options?: CallOptions) => call('member_photo_save', request, options)

/** Takes a member's photo out. */
export const memberPhotoDelete = (request: t.MemberId, options?: CallOptions) => call('member_photo_delete', request, options)

/** A member's meetings over a period. */
export const memberMeetings = (request: t.MemberMeetingsRequest, options?: CallOptions) => call('member_meetings', request, options)

/** A member's study, year by year. */
export const memberStudy = (request: t.MemberId, options?: CallOptions) => call('member_study', request, options)

/** What the member form offers to choose from. */
export const rosterChoices = (options?: CallOptions) => call('roster_choices', {}, options)

/** The ways of looking at the roster that are kept under a name. */
export const rosterViewList = (options?: CallOptions) => call('roster_view_list', {}, options)

/** Keeps a way of looking at the roster under a name. */
export const rosterViewSave = (request: t.RosterView, options?: CallOptions) => call('roster_view_save', request, options)

/** Takes a kept way of looking at the roster out, by its name. */
export const rosterViewDelete = (request: string, options?: CallOptions) => call('roster_view_delete', request, options)

/** Reads a roster file and says what would come in. */
export const rosterImportPreview = (request: t.ImportPreviewRequest, options?: CallOptions) => call('roster_import_preview', request, options)

/** Stores what a preview showed, as one undo step. */
export const rosterImport = (request: t.ImportRequest, options?: CallOptions) => call('roster_import', request, options)

/** Saves the rows that did not come in as a sheet, each with its reason. */
export const rosterImportProblemsSave = (request: t.ImportProblemsRequest, options?: CallOptions) => call('roster_import_problems_save', request, options)

/** Saves a list of the roster as a spreadsheet; the log says so. */
export const rosterExport = (request: t.RosterExportRequest, options?: CallOptions) => call('roster_export', request, options)

/** Transfers of membership out of the branch and into it, newest letters first. */
export const transferList = (options?: CallOptions) => call('transfer_list', {}, options)

/** Forms for a new letter, filled in as far as the program knows. */
export const transferDraft = (request: t.TransferDraftRequest, options?: CallOptions) => call('transfer_draft', request, options)

/** One transfer, whole. */
export const transferGet = (request: t.TransferGetRequest, options?: CallOptions) => call('transfer_get', request, options)

/** Issues a letter or corrects one; the member stays. */
export const transferSave = (request: t.Letter, options?: CallOptions) => call('transfer_save', request, options)

/** Records the receipt of a letter; the member leaves. */
export const transferReceive = (request: t.TransferDayRequest, options?: CallOptions) => call('transfer_receive', request, options)

/** A letter comes back, is withdrawn, or is sent back. */
export const transferReturn = (request: t.TransferReturnRequest, options?: CallOptions) => call('transfer_return', request, options)

/** Records a letter that came in; nobody enters by this. */
export const transferInSave = (request: t.Arrival, options?: CallOptions) => call('transfer_in_save', request, options)

/** Accepts who came with a letter. */
export const transferInAccept = (request: t.TransferAcceptRequest, options?: CallOptions) => call('transfer_in_accept', request, options)

/** A day was written down wrong; the stay in the branch moves with it. */
export const transferCorrect = (request: t.TransferCorrectRequest, options?: CallOptions) => call('transfer_correct', request, options)

/** Takes the end of a transfer back. */
export const transferReopen = (request: t.TransferId, options?: CallOptions) => call('transfer_reopen', request, options)

/** The receipt for who was accepted was sent. */
export const transferInReply = (request: t.TransferDayRequest, options?: CallOptions) => call('transfer_in_reply', request, options)

/** Meetings, newest first. */
export const meetingList = (request: t.MeetingQuery, options?: CallOptions) => call('meeting_list', request, options)

/** One meeting, whole. */
export const meetingGet = (request: t.MeetingId, options?: CallOptions) => call('meeting_get', request, options)

/** Plans a meeting or corrects its head. */
export const meetingSave = (request: t.MeetingHead, options?: CallOptions) => call('meeting_save', request, options)

/** A quarter's plan, with what the rules still ask for. */
export const meetingPlan = (request: t.Quarter, options?: CallOptions) => call('meeting_plan', request, options)

/** Plans several meetings at once. */
export const meetingPlanSave = (request: t.PlanSaveRequest, options?: CallOptions) => call('meeting_plan_save', request, options)

/** Calls a meeting off. */
export const meetingCancel = (request: t.MeetingCancelRequest, options?: CallOptions) => call('meeting_cancel', request, options)

/** Removes a meeting of which nothing was recorded. */
export const meetingDelete = (request: t.MeetingId, options?: CallOptions) => call('meeting_delete', request, options)

/** Records who came; the first time freezes who was expected. */
export const attendanceSave = (request: t.AttendanceRequest, options?: CallOptions) => call('attendance_save', request, options)

/** Draws the list of a held meeting anew from the roster of its day. */
export const attendanceRedraw = (request: t.MeetingId, options?: CallOptions) => call('attendance_redraw', request, options)

/** Takes out all attendance of a meeting. */
export const attendanceClear = (request: t.MeetingId, options?: CallOptions) => call('attendance_clear', request, options)

/** Saves agenda, contents and resolutions. */
export const meetingRecordSave = (request: t.MeetingRecordRequest, options?: CallOptions) => call('meeting_record_save', request, options)

/** Records a vote. */
export const voteSave = (request: t.Vote, options?: CallOptions) => call('vote_save', request, options)

/** Removes a vote. */
export const voteDelete = (request: t.VoteRef, options?: CallOptions) => call('vote_delete', request, options)

/** Plans a meeting after the pattern of an earlier one. */
export const meetingCopy = (request: t.MeetingCopyRequest, options?: CallOptions) => call('meeting_copy', request, options)

/** Begins to correct a meeting that a signed report counts. */
export const meetingCorrect = (request: t.MeetingCorrectRequest, options?: CallOptions) => call('meeting_correct', request, options)

/** Saves what a member found in himself and promised. */
export const examinationSave = (request: t.ExaminationRequest, options?: CallOptions) => call('examination_save', request, options)

/** Agendas that the branch keeps. */
export const meetingTemplateList = (options?: CallOptions) => call('meeting_template_list', {}, options)

/** Keeps an agenda under a name. */
export const meetingTemplateSave = (request: t.MeetingTemplate, options?: CallOptions) => call('meeting_template_save', request, options)

/** Takes a kept agenda out, by its name. */
export const meetingTemplateDelete = (request: string, options?: CallOptions) => call('meeting_template_delete', request, options)

/** What meetings resolved and somebody has to see to. */
export const taskList = (request: t.TaskQuery, options?: CallOptions) => call('task_list', request, options)

/** Notes what became of a task; may close it. */
export const taskNoteSave = (request: t.TaskNoteRequest, options?: CallOptions) => call('task_note_save', request, options)

/** Takes out a note that was entered by mistake. */
export const taskNoteDelete = (request: t.TaskNoteId, options?: CallOptions) => call('task_note_delete', request, options)

/** A year of talks, and who has had none. */
export const talkYear = (request: t.TalkYearRequest, options?: CallOptions) => call('talk_year', request, options)

/** Records a talk. */
export const talkSave = (request: t.TalkRecord, options?: CallOptions) => call('talk_save', request, options)

/** Removes a talk. */
export const talkDelete = (request: t.TalkId, options?: CallOptions) => call('talk_delete', request, options)

/** The documents of the library, or those in which something is found. */
export const libraryList = (request: t.LibraryQuery, options?: CallOptions) => call('library_list', request, options)

/** One document with where it was used. */
export const libraryGet = (request: t.LibraryDocumentId, options?: CallOptions) => call('library_get', request, options)

/** Adds or changes a document. */
export const librarySave = (request: t.LibraryDocument, options?: CallOptions) => call('library_save', request, options)

/** Removes a document that is used nowhere, with its files. */
export const libraryDelete = (request: t.LibraryDocumentId, options?: CallOptions) => call('library_delete', request, options)

/** Says which documents are spoken of at a session, under a topic or at a meeting. */
export const libraryUsesSave = (request: t.LibraryUsesRequest, options?: CallOptions) => call('library_uses_save', request, options)

/** The documents of such a place. */
export const libraryUses = (request: t.LibraryPlace, options?: CallOptions) => call('library_uses', request, options)

/** Saves the list of the library as a spreadsheet; the log says so. */
export const libraryExport = (request: t.LibraryExportRequest, options?: CallOptions) => call('library_export', request, options)

/** The files of a record: a meeting, a document, a certificate … */
export const attachmentList = (request: t.AttachmentOwner, options?: CallOptions) => call('attachment_list', request, options)

/** Adds files to a record; pictures are made small. */
export const attachmentAdd = (request: t.AttachmentAddRequest, options?: CallOptions) => call('attachment_add', request, options)

/** Says what an attachment shows and where it stands. */
export const attachmentSave = (request: t.AttachmentSaveRequest, options?: CallOptions) => call('attachment_save', request, options)

/** Takes an attachment out. */
export const attachmentDelete = (request: t.AttachmentId, options?: CallOptions) => call('attachment_delete', request, options)

/** A photo or scan for the window. */
export const attachmentPicture = (request: t.AttachmentId, options?: CallOptions) => call('attachment_picture', request, options)

/** What is written in an attachment, where it was read. */
export const attachmentText = (request: t.AttachmentId, options?: CallOptions) => call('attachment_text', request, options)

/** Saves an attachment to a file. */
export const attachmentExport = (request: t.AttachmentExportRequest, options?: CallOptions) => call('attachment_export', request, options)

/** What the notice of a meeting says beyond its head and agenda. */
export const meetingNoticeGet = (request: t.MeetingId, options?: CallOptions) => call('meeting_notice_get', request, options)

/** Saves what a notice says. */
export const meetingNoticeSave = (request: t.MeetingNoticeRequest, options?: CallOptions) => call('meeting_notice_save', request, options)

/** The branch's own words on whom it admitted or converted. */
export const voteResolutionGet = (request: t.VoteRef, options?: CallOptions) => call('vote_resolution_get', request, options)

/** Saves these words. */
export const voteResolutionSave = (request: t.VoteResolutionRequest, options?: CallOptions) => call('vote_resolution_save', request, options)

/** Who came to which meeting of a period. */
export const attendanceRange = (request: t.AttendanceRangeQuery, options?: CallOptions) => call('attendance_range', request, options)

/** Saves the attendance of a period as a spreadsheet; the log says so. */
export const attendanceExport = (request: t.AttendanceExportRequest, options?: CallOptions) => call('attendance_export', request, options)

/** Elections, those of the newest meeting first. */
export const electionList = (request: t.ElectionQuery, options?: CallOptions) => call('election_list', request, options)

/** One election, whole. */
export const electionGet = (request: t.ElectionId, options?: CallOptions) => call('election_get', request, options)

/** Prepares an election or corrects its preparation. */
export const electionSave = (request: t.Election, options?: CallOptions) => call('election_save', request, options)

/** Removes an election that was not concluded. */
export const electionDelete = (request: t.ElectionId, options?: CallOptions) => call('election_delete', request, options)

/** What a round comes to as it is being entered; stores nothing. */
export const electionRoundJudge = (request: t.ElectionRound, options?: CallOptions) => call('election_round_judge', request, options)

/** Records a round, or corrects the newest one. */
export const electionRoundSave = (request: t.ElectionRound, options?: CallOptions) => call('election_round_save', request, options)

/** Removes the newest round. */
export const electionRoundDelete = (request: t.ElectionRoundRef, options?: CallOptions) => call('election_round_delete', request, options)

/** Those elected take up their offices, those before them lay theirs down. */
export const electionConclude = (request: t.ElectionConcludeRequest, options?: CallOptions) => call('election_conclude', request, options)

/** Records the superior's approval of a result. */
export const electionApprove = (request: t.ElectionApproveRequest, options?: CallOptions) => call('election_approve', request, options)

/** Appraisals, newest year first. */
export const appraisalList = (request: t.AppraisalQuery, options?: CallOptions) => call('appraisal_list', request, options)

/** One appraisal, whole. */
export const appraisalGet = (request: t.AppraisalId, options?: CallOptions) => call('appraisal_get', request, options)

/** Begins an appraisal or corrects its year and meeting. */
export const appraisalSave = (request: t.Appraisal, options?: CallOptions) => call('appraisal_save', request, options)

/** Removes an appraisal in which no grade was decided. */
export const appraisalDelete = (request: t.AppraisalId, options?: CallOptions) => call('appraisal_delete', request, options)

/** Records 个人自评. */
export const appraisalOwnSave = (request: t.AppraisalOwnRequest, options?: CallOptions) => call('appraisal_own_save', request, options)

/** Records 党员互评. */
export const appraisalMutualSave = (request: t.AppraisalMutualRequest, options?: CallOptions) => call('appraisal_mutual_save', request, options)

/** What a tally comes to as it is being entered; stores nothing. */
export const appraisalTallyJudge = (request: t.AppraisalTallyRequest, options?: CallOptions) => call('appraisal_tally_judge', request, options)

/** Records 民主测评. */
export const appraisalTallySave = (request: t.AppraisalTallyRequest, options?: CallOptions) => call('appraisal_tally_save', request, options)

/** Records 组织评定. */
export const appraisalGradesSave = (request: t.AppraisalGradesRequest, options?: CallOptions) => call('appraisal_grades_save', request, options)

/** A member's appraisals, newest year first. */
export const memberAppraisals = (request: t.MemberId, options?: CallOptions) => call('member_appraisals', request, options)

/** Development files. */
export const developmentList = (request: t.DevelopmentQuery, options?: CallOptions) => call('development_list', request, options)

/** One file, whole. */
export const developmentGet = (request: t.DevelopmentFileId, options?: CallOptions) => call('development_get', request, options)

/** Opens a file or corrects its person. */
export const developmentSave = (request: t.DevelopmentPerson, options?: CallOptions) => call('development_save', request, options)

/** Closes a file before its end, or opens it again. */
export const developmentClose = (request: t.DevelopmentCloseRequest, options?: CallOptions) => call('development_close', request, options)

/** The forms of all kinds of entry. */
export const developmentForms = (options?: CallOptions) => call('development_forms', {}, options)

/** Adds or corrects entries: what happened on the way. */
export const developmentEntriesSave = (request: t.EntriesRequest, options?: CallOptions) => call('development_entries_save', request, options)

/** Takes out an entry that was made by mistake. */
export const developmentEntryDelete = (request: t.EntryId, options?: CallOptions) => call('development_entry_delete', request, options)

/** Enters into the roster what the superior has approved. */
export const developmentToRoster = (request: t.DevelopmentFileId, options?: CallOptions) => call('development_to_roster', request, options)

/** Appoints, corrects or replaces a mentor or a sponsor. */
export const developmentGuideSave = (request: t.GuideRequest, options?: CallOptions) => call('development_guide_save', request, options)

/** Takes out a mentor or a sponsor who was entered by mistake. */
export const developmentGuideDelete = (request: t.GuideId, options?: CallOptions) => call('development_guide_delete', request, options)

/** Notes on which day the branch means to do a step. */
export const developmentIntentionSave = (request: t.IntentionRequest, options?: CallOptions) => call('development_intention_save', request, options)

/** Says of papers whether they are there and in which state. */
export const developmentMaterialsSave = (request: t.MaterialsRequest, options?: CallOptions) => call('development_materials_save', request, options)

/** Forgets what was said about a paper. */
export const developmentMaterialDelete = (request: t.MaterialId, options?: CallOptions) => call('development_material_delete', request, options)

/** The scanned pages of a file, or of one of its papers. */
export const developmentScanList = (request: t.ScanListRequest, options?: CallOptions) => call('development_scan_list', request, options)

/** Adds scanned pages, all or none; each page of a PDF becomes a picture. */
export const developmentScanAdd = (request: t.ScanAddRequest, options?: CallOptions) => call('development_scan_add', request, options)

/** A scanned page to be shown. */
export const developmentScanPicture = (request: t.ScanId, options?: CallOptions) => call('development_scan_picture', request, options)

/** Puts a scanned page at another place, or into another paper. */
export const developmentScanMove = (request: t.ScanMoveRequest, options?: CallOptions) => call('development_scan_move', request, options)

/** Takes a scanned page out. */
export const developmentScanDelete = (request: t.ScanId, options?: CallOptions) => call('development_scan_delete', request, options)

/** The register of numbered booklets, and how many people a year may be admitted. */
export const developmentRegister = (options?: CallOptions) => call('development_register', {}, options)

/** Adds or corrects a numbered booklet. */
export const developmentBookletSave = (request: t.Booklet, options?: CallOptions) => call('development_booklet_save', request, options)

/** Takes a booklet out that was entered by mistake. */
export const developmentBookletDelete = (request: t.BookletId, options?: CallOptions) => call('development_booklet_delete', request, options)

/** Notes how many people a year may be admitted. */
export const developmentQuotaSave = (request: t.Quota, options?: CallOptions) => call('development_quota_save', request, options)

/** Examines one file, or all. */
export const developmentAudit = (request: t.AuditRequest, options?: CallOptions) => call('development_audit', request, options)

/** Saves what an examination finds as a spreadsheet. */
export const developmentAuditExport = (request: t.AuditExportRequest, options?: CallOptions) => call('development_audit_export', request, options)

/** The checks of the examination, and how they are set here. */
export const developmentChecks = (options?: CallOptions) => call('development_checks', {}, options)

/** A year of study. */
export const studyYear = (request: t.StudyYearRequest, options?: CallOptions) => call('study_year', request, options)

/** One session, with who was absent. */
export const studyGet = (request: t.StudySessionId, options?: CallOptions) => call('study_get', request, options)

/** Records a session. */
export const studySave = (request: t.StudySession, options?: CallOptions) => call('study_save', request, options)

/** Removes a session. */
export const studyDelete = (request: t.StudySessionId, options?: CallOptions) => call('study_delete', request, options)

/** Records how someone who was absent made a session up. */
export const studyMakeupSave = (request: t.StudyMakeup, options?: CallOptions) => call('study_makeup_save', request, options)

/** Takes a makeup out that was entered by mistake. */
export const studyMakeupDelete = (request: t.StudyPlace, options?: CallOptions) => call('study_makeup_delete', request, options)

/** Records the certificate of someone who took part. */
export const studyCertificateSave = (request: t.StudyCertificate, options?: CallOptions) => call('study_certificate_save', request, options)

/** Takes a certificate out that was entered by mistake. */
export const studyCertificateDelete = (request: t.StudyPlace, options?: CallOptions) => call('study_certificate_delete', request, options)

/** The plan of a year, with what of it was learnt. */
export const studyPlan = (request: t.StudyYearRequest, options?: CallOptions) => call('study_plan', request, options)

/** Adds or changes a topic of a year's plan. */
export const studyTopicSave = (request: t.StudyTopic, options?: CallOptions) => call('study_topic_save', request, options)

/** Removes a topic that was not learnt yet. */
export const studyTopicDelete = (request: t.StudyTopicId, options?: CallOptions) => call('study_topic_delete', request, options)

/** Takes the topics of the year before over into an empty plan. */
export const studyPlanCopy = (request: t.StudyYearRequest, options?: CallOptions) => call('study_plan_copy', request, options)

/** Who lacks how many hours and which topics, and until when. */
export const studyLacks = (request: t.StudyYearRequest, options?: CallOptions) => call('study_lacks', request, options)

/** Saves the ledger of a year as a spreadsheet; the log says so. */
export const studyExport = (request: t.StudyExportRequest, options?: CallOptions) => call('study_export', request, options)

/** 限期改正, 劝其退党, 除名 as they were done. */
export const disposalList = (options?: CallOptions) => call('disposal_list', {}, options)

/** Keeps a disposal. */
export const disposalSave = (request: t.DisposalRecord, options?: CallOptions) => call('disposal_save', request, options)

/** Removes a disposal. */
export const disposalDelete = (request: t.DisposalId, options?: CallOptions) => call('disposal_delete', request, options)

/** The superior's tables that were taken in. */
export const returnList = (options?: CallOptions) => call('return_list', {}, options)

/** A table with its places and the first rows as they will be filled. */
export const returnGet = (request: t.ReturnId, options?: CallOptions) => call('return_get', request, options)

/** Takes in an empty table; one with the same header takes the place of the older file and keeps its mapping. */
export const returnImport = (request: t.ReturnImportRequest, options?: CallOptions) => call('return_import', request, options)

/** Says what the places of a table are filled with. */
export const returnSave = (request: t.ReturnSaveRequest, options?: CallOptions) => call('return_save', request, options)

/** Removes a table. */
export const returnDelete = (request: t.ReturnId, options?: CallOptions) => call('return_delete', request, options)

/** Fills in a table that was taken in, and saves it; the log says so. */
export const returnFill = (request: t.ReturnFillRequest, options?: CallOptions) => call('return_fill', request, options)

/** Fills in any empty table, and saves it; the log says so. */
export const returnFillFile = (request: t.ReturnFillFileRequest, options?: CallOptions) => call('return_fill_file', request, options)

/** A year of dues, members by months. */
export const duesYear = (request: t.DuesYearRequest, options?: CallOptions) => call('dues_year', request, options)

/** Everything about one member's dues. */
export const duesMember = (request: t.MemberId, options?: CallOptions) => call('dues_member', request, options)

/** What is owed for a month with such a base. */
export const duesRate = (request: t.DuesRateRequest, options?: CallOptions) => call('dues_rate', request, options)

/** Sets what dues are taken of. */
export const duesBasesSave = (request: t.DuesBasesRequest, options?: CallOptions) => call('dues_bases_save', request, options)

/** Removes a base. */
export const duesBaseDelete = (request: t.DuesBaseId, options?: CallOptions) => call('dues_base_delete', request, options)

/** Enters what was paid, field by field of the grid. */
export const duesPay = (request: t.DuesPayRequest, options?: CallOptions) => call('dues_pay', request, options)

/** Enters a payment with all that belongs to it. */
export const duesPaymentSave = (request: t.DuesPayment, options?: CallOptions) => call('dues_payment_save', request, options)

/** Removes a payment. */
export const duesPaymentDelete = (request: t.DuesPaymentId, options?: CallOptions) => call('dues_payment_delete', request, options)

/** What was handed up, came back and was spent in a year. */
export const duesLedger = (request: t.DuesLedgerRequest, options?: CallOptions) => call('dues_ledger', request, options)

/** Enters a line of it. */
export const duesEntrySave = (request: t.DuesEntry, options?: CallOptions) => call('dues_entry_save', request, options)

/** Removes a line of it. */
export const duesEntryDelete = (request: t.DuesEntryId, options?: CallOptions) => call('dues_entry_delete', request, options)

/** Notes that a year was published. */
export const duesPublish = (request: t.DuesPublication, options?: CallOptions) => call('dues_publish', request, options)

/** Takes back that a year was published. */
export const duesUnpublish = (request: t.DuesLedgerRequest, options?: CallOptions) => call('dues_unpublish', request, options)

/** Saves a year of dues as XLSX. */
export const duesExport = (request: t.DuesExportRequest, options?: CallOptions) => call('dues_export', request, options)

/** Looks into a statement of payments; changes nothing. */
export const duesImportPreview = (request: t.DuesImportPreviewRequest, options?: CallOptions) => call('dues_import_preview', request, options)

/** Takes payments over from a statement. */
export const duesImport = (request: t.DuesImportRequest, options?: CallOptions) => call('dues_import', request, options)

/** Forgets under which name somebody pays. */
export const duesAliasForget = (request: string, options?: CallOptions) => call('dues_alias_forget', request, options)

/** The report on a period as the records stand, and its signed versions. */
export const reportGet = (request: t.Period, options?: CallOptions) => call('report_get', request, options)

/** Saves the secretary's own words for a period. */
export const reportWordsSave = (request: t.ReportWordsRequest, options?: CallOptions) => call('report_words_save', request, options)

/** Explains lines that the rules find, or leaves them out of a report. */
export const reportRemark = (request: t.ReportRemarkRequest, options?: CallOptions) => call('report_remark', request, options)

/** Signs the report on a period and freezes it. */
export const reportSign = (request: t.ReportSignRequest, options?: CallOptions) => call('report_sign', request, options)

/** Saves a signed version to a file. */
export const reportExport = (request: t.ReportExportRequest, options?: CallOptions) => call('report_export', request, options)

/** Prints a signed version. */
export const reportPrint = (request: t.ReportVersionId, options?: CallOptions) => call('report_print', request, options)

/** The pages of a signed or unsigned report file are judged without opening them in a viewer. */
export const reportVerify = (request: t.ReportVerifyRequest, options?: CallOptions) => call('report_verify', request, options)

/** Compares a signed report with the open file: its version and the log it names. */
export const reportCompare = (request: t.ReportVerifyRequest, options?: CallOptions) => call('report_compare', request, options)

/** Keeps the superior's receipt with the signed version that it confirms. */
export const reportReceiptImport = (request: t.ReportReceiptRequest, options?: CallOptions) => call('report_receipt_import', request, options)

/** The branches below the committee, with their certificates. */
export const superiorBranches = (options?: CallOptions) => call('superior_branches', {}, options)

/** Adds or changes a branch below the committee. */
export const superiorBranchSave = (request: t.SuperiorBranch, options?: CallOptions) => call('superior_branch_save', request, options)

/** Takes out a branch that never reported. */
export const superiorBranchDelete = (request: t.SuperiorBranchId, options?: CallOptions) => call('superior_branch_delete', request, options)

/** Trusts certificates from enrolment sheets and lists their branches. */
export const superiorEnrol = (request: t.SuperiorEnrolRequest, options?: CallOptions) => call('superior_enrol', request, options)

/** Takes the reports in a folder: thousands at once, each judged for itself. */
export const superiorCollect = (request: t.SuperiorCollectRequest, options?: CallOptions) => call('superior_collect', request, options)

/** A quarter: who has reported, what it comes to, what was not taken. */
export const superiorPeriod = (request: t.SuperiorPeriodRequest, options?: CallOptions) => call('superior_period', request, options)

/** Saves a quarter's figures as a spreadsheet. */
export const superiorExport = (request: t.SuperiorExportRequest, options?: CallOptions) => call('superior_export', request, options)

/** Signs receipts for reports and puts them into a folder. */
export const superiorReceipts = (request: t.SuperiorReceiptsRequest, options?: CallOptions) => call('superior_receipts', request, options)

/** The branch's certificate and whom it trusts. */
export const signingGet = (options?: CallOptions) => call('signing_get', {}, options)

/** Makes a new key and certificate; the old key confirms them. It cannot be undone. */
export const certificateRenew = (options?: CallOptions) => call('certificate_renew', {}, options)

/** Trusts a certificate by its fingerprint. */
export const signingTrust = (request: t.TrustRequest, options?: CallOptions) => call('signing_trust', request, options)

/** No longer trusts a fingerprint. */
export const signingDistrust = (request: string, options?: CallOptions) => call('signing_distrust', request, options)

/** What certificate files say; nothing is trusted by this. */
export const certificateRead = (request: t.CertificatesRequest, options?: CallOptions) => call('certificate_read', request, options)

/** Saves the branch's certificate as PEM. */
export const certificateExport = (request: t.CertificateExportRequest, options?: CallOptions) => call('certificate_export', request, options)

/** What a package for an inspection would hold. */
export const packageGet = (request: t.PackageRequest, options?: CallOptions) => call('package_get', request, options)

/** Puts a package for an inspection into an empty folder. */
export const packageMake = (request: t.PackageMakeRequest, options?: CallOptions) => call('package_make', request, options)

/** What a handbook of the year would hold. */
export const handbookGet = (request: t.HandbookRequest, options?: CallOptions) => call('handbook_get', request, options)

/** What a quarter's bound volume would hold, and what it would lack. */
export const boundQuarterGet = (request: t.Quarter, options?: CallOptions) => call('bound_quarter_get', request, options)

/** The pages of a paper as they will print. */
export const paperPreview = (request: t.Paper, options?: CallOptions) => call('paper_preview', request, options)

/** Saves a paper as PDF or as a Word document. */
export const paperSave = (request: t.PaperSaveRequest, options?: CallOptions) => call('paper_save', request, options)

/** Hands a paper to the system's printing. */
export const paperPrint = (request: t.Paper, options?: CallOptions) => call('paper_print', request, options)

/** The rules with their sources. */
export const ruleList = (options?: CallOptions) => call('rule_list', {}, options)

/** Which rule set is in use, by whom it was signed, and since when. */
export const ruleSetGet = (options?: CallOptions) => call('rule_set_get', {}, options)

/** What a rule set in a file would change; changes nothing. */
export const ruleSetPreview = (request: t.RuleSetRequest, options?: CallOptions) => call('rule_set_preview', request, options)

/** Takes a rule set over. */
export const ruleSetAdopt = (request: t.RuleSetAdoptRequest, options?: CallOptions) => call('rule_set_adopt', request, options)

/** Goes back to the rule set that came with the program. */
export const ruleSetRestore = (options?: CallOptions) => call('rule_set_restore', {}, options)

/** The texts of the rule set in use, to be edited. */
export const ruleSetTexts = (options?: CallOptions) => call('rule_set_texts', {}, options)

/** Signs a rule set with the branch's certificate and saves it. */
export const ruleSetSign = (request: t.RuleSetSignRequest, options?: CallOptions) => call('rule_set_sign', request, options)

/** Settings of this file. */
export const settingsGet = (options?: CallOptions) => call('settings_get', {}, options)

/** Changes the settings. */
export const settingsSave = (request: t.Settings, options?: CallOptions) => call('settings_save', request, options)

/** What is laid down here beyond the national rules. */
export const localRules = (options?: CallOptions) => call('local_rules', {}, options)

/** Saves the local rules as a file for other branches. */
export const localRulesExport = (request: t.LocalRulesExportRequest, options?: CallOptions) => call('local_rules_export', request, options)

/** What a file of local rules would change. */
export const localRulesPreview = (request: t.LocalRulesRequest, options?: CallOptions) => call('local_rules_preview', request, options)

/** Takes the local rules of a file over. */
export const localRulesImport = (request: t.LocalRulesRequest, options?: CallOptions) => call('local_rules_import', request, options)
