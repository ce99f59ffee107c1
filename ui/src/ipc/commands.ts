// Written from the command table in src-tauri/core/src/commands.rs by `make types`; do not edit.

import { call, type CallOptions } from './call'
import type * as t from './types'

/** Which file is open, and what can be undone. */
export const vaultStatus = (options?: CallOptions) => call<t.VaultStatus>('vault_status', {}, options)

/** Makes a new encrypted file and opens it. */
export const vaultCreate = (request: t.VaultCreateRequest, options?: CallOptions) => call<t.RecoveryCodeView>('vault_create', request, options)

/** Opens a file with its passphrase. */
export const vaultUnlock = (request: t.VaultUnlockRequest, options?: CallOptions) => call<t.VaultStatus>('vault_unlock', request, options)

/** Opens a file with its recovery code and sets a new passphrase. */
export const vaultRecover = (request: t.VaultRecoverRequest, options?: CallOptions) => call<t.RecoveryCodeView>('vault_recover', request, options)

/** Closes the file. */
export const vaultLock = (options?: CallOptions) => call<t.VaultStatus>('vault_lock', {}, options)

/** Sets a new passphrase and gives a new recovery code. */
export const passphraseChange = (request: t.PassphraseChangeRequest, options?: CallOptions) => call<t.RecoveryCodeView>('passphrase_change', request, options)

/** Confirms that the recovery code is on paper. */
export const recoveryConfirm = (request: t.RecoveryConfirmRequest, options?: CallOptions) => call<t.VaultStatus>('recovery_confirm', request, options)

/** Makes a verified backup beside the file. */
export const vaultBackup = (options?: CallOptions) => call<t.VaultStatus>('vault_backup', {}, options)

/** Checks integrity, foreign keys and the audit chain. */
export const vaultCheck = (options?: CallOptions) => call<t.CheckView>('vault_check', {}, options)

/** The whole logical content as sorted JSON, for comparing. */
export const vaultDump = (options?: CallOptions) => call<t.JsonValue>('vault_dump', {}, options)

/** Takes the newest change back. */
export const undo = (options?: CallOptions) => call<t.Done<t.VaultStatus>>('undo', {}, options)

/** Brings the change back that was taken back last. */
export const redo = (options?: CallOptions) => call<t.Done<t.VaultStatus>>('redo', {}, options)

/** The log of changes, newest first. */
export const auditList = (request: t.AuditQuery, options?: CallOptions) => call<Array<t.AuditEntry>>('audit_list', request, options)

/** The home page. */
export const homeOverview = (options?: CallOptions) => call<t.HomeView>('home_overview', {}, options)

/** The branch. */
export const branchGet = (options?: CallOptions) => call<t.BranchView>('branch_get', {}, options)

/** Changes the branch's own data. */
export const branchSave = (request: t.BranchRequest, options?: CallOptions) => call<t.Done<t.BranchView>>('branch_save', request, options)

/** A page of the roster. */
export const rosterList = (request: t.RosterQuery, options?: CallOptions) => call<t.RosterPage>('roster_list', request, options)

/** One member. */
export const memberGet = (request: t.MemberGetRequest, options?: CallOptions) => call<t.MemberView>('member_get', request, options)

/** Adds or changes a member. */
export const memberSave = (request: t.MemberRequest, options?: CallOptions) => call<t.Done<t.MemberView>>('member_save', request, options)

/** A member leaves the branch; the record stays. */
export const memberLeave = (request: t.MemberLeaveRequest, options?: CallOptions) => call<t.Done<t.MemberView>>('member_leave', request, options)

/** A former member returns. */
export const memberReturn = (request: t.MemberReturnRequest, options?: CallOptions) => call<t.Done<t.MemberView>>('member_return', request, options)

/** Sets the same dated fact for one or more members: group, office, standing … */
export const memberFactsSave = (request: t.FactsRequest, options?: CallOptions) => call<t.Done<number>>('member_facts_save', request, options)

/** Takes a dated fact out that was entered by mistake. */
export const memberFactDelete = (request: t.FactId, options?: CallOptions) => call<t.Done<t.MemberView>>('member_fact_delete', request, options)

/** What the member form offers to choose from. */
export const rosterChoices = (options?: CallOptions) => call<t.RosterChoices>('roster_choices', {}, options)

/** Reads a roster file and says what would come in. */
export const rosterImportPreview = (request: t.ImportPreviewRequest, options?: CallOptions) => call<t.ImportPreview>('roster_import_preview', request, options)

/** Stores what a preview showed, as one undo step. */
export const rosterImport = (request: t.ImportRequest, options?: CallOptions) => call<t.Done<t.ImportOutcome>>('roster_import', request, options)

/** Meetings, newest first. */
export const meetingList = (request: t.MeetingQuery, options?: CallOptions) => call<Array<t.MeetingRow>>('meeting_list', request, options)

/** One meeting, whole. */
export const meetingGet = (request: t.MeetingId, options?: CallOptions) => call<t.MeetingView>('meeting_get', request, options)

/** Plans a meeting or corrects its head. */
export const meetingSave = (request: t.MeetingRequest, options?: CallOptions) => call<t.Done<t.MeetingView>>('meeting_save', request, options)

/** Calls a meeting off. */
export const meetingCancel = (request: t.MeetingCancelRequest, options?: CallOptions) => call<t.Done<t.MeetingView>>('meeting_cancel', request, options)

/** Removes a meeting of which nothing was recorded. */
export const meetingDelete = (request: t.MeetingId, options?: CallOptions) => call<t.Done<null>>('meeting_delete', request, options)

/** Records who came; the first time freezes who was expected. */
export const attendanceSave = (request: t.AttendanceRequest, options?: CallOptions) => call<t.Done<t.MeetingView>>('attendance_save', request, options)

/** Saves agenda, contents and resolutions. */
export const meetingRecordSave = (request: t.MeetingRecordRequest, options?: CallOptions) => call<t.Done<t.MeetingView>>('meeting_record_save', request, options)

/** Records a vote. */
export const voteSave = (request: t.VoteRequest, options?: CallOptions) => call<t.Done<t.MeetingView>>('vote_save', request, options)

/** Removes a vote. */
export const voteDelete = (request: t.VoteRef, options?: CallOptions) => call<t.Done<t.MeetingView>>('vote_delete', request, options)

/** Elections, those of the newest meeting first. */
export const electionList = (request: t.ElectionQuery, options?: CallOptions) => call<Array<t.ElectionRow>>('election_list', request, options)

/** One election, whole. */
export const electionGet = (request: t.ElectionId, options?: CallOptions) => call<t.ElectionView>('election_get', request, options)

/** Prepares an election or corrects its preparation. */
export const electionSave = (request: t.ElectionRequest, options?: CallOptions) => call<t.Done<t.ElectionView>>('election_save', request, options)

/** Removes an election that was not concluded. */
export const electionDelete = (request: t.ElectionId, options?: CallOptions) => call<t.Done<null>>('election_delete', request, options)

/** What a round comes to as it is being entered; stores nothing. */
export const electionRoundJudge = (request: t.ElectionRoundRequest, options?: CallOptions) => call<t.ElectionRoundView>('election_round_judge', request, options)

/** Records a round, or corrects the newest one. */
export const electionRoundSave = (request: t.ElectionRoundRequest, options?: CallOptions) => call<t.Done<t.ElectionView>>('election_round_save', request, options)

/** Removes the newest round. */
export const electionRoundDelete = (request: t.ElectionRoundRef, options?: CallOptions) => call<t.Done<t.ElectionView>>('election_round_delete', request, options)

/** Those elected take up their offices, those before them lay theirs down. */
export const electionConclude = (request: t.ElectionConcludeRequest, options?: CallOptions) => call<t.Done<t.ElectionView>>('election_conclude', request, options)

/** Development files. */
export const developmentList = (request: t.DevelopmentQuery, options?: CallOptions) => call<Array<t.DevelopmentRow>>('development_list', request, options)

/** One file, whole. */
export const developmentGet = (request: t.DevelopmentFileId, options?: CallOptions) => call<t.DevelopmentFileView>('development_get', request, options)

/** Opens a file or corrects its person. */
export const developmentSave = (request: t.DevelopmentFileRequest, options?: CallOptions) => call<t.Done<t.DevelopmentFileView>>('development_save', request, options)

/** Closes a file before its end, or opens it again. */
export const developmentClose = (request: t.DevelopmentCloseRequest, options?: CallOptions) => call<t.Done<t.DevelopmentFileView>>('development_close', request, options)

/** Ticks a step. */
export const developmentStepSave = (request: t.StepRequest, options?: CallOptions) => call<t.Done<t.DevelopmentFileView>>('development_step_save', request, options)

/** Says whether a material is there. */
export const developmentMaterialSave = (request: t.MaterialRequest, options?: CallOptions) => call<t.Done<t.DevelopmentFileView>>('development_material_save', request, options)

/** A year of study. */
export const studyYear = (request: t.StudyYearRequest, options?: CallOptions) => call<t.StudyYear>('study_year', request, options)

/** One session. */
export const studyGet = (request: t.StudySessionId, options?: CallOptions) => call<t.StudySessionRow>('study_get', request, options)

/** Records a session. */
export const studySave = (request: t.StudySessionRequest, options?: CallOptions) => call<t.Done<t.StudySessionRow>>('study_save', request, options)

/** Removes a session. */
export const studyDelete = (request: t.StudySessionId, options?: CallOptions) => call<t.Done<null>>('study_delete', request, options)

/** A quarter's report as the records stand, and its signed versions. */
export const reportGet = (request: t.Quarter, options?: CallOptions) => call<t.ReportView>('report_get', request, options)

/** Saves the secretary's own words for a quarter. */
export const reportWordsSave = (request: t.ReportWordsRequest, options?: CallOptions) => call<t.Done<t.ReportView>>('report_words_save', request, options)

/** Signs a quarter's report and freezes it. */
export const reportSign = (request: t.ReportSignRequest, options?: CallOptions) => call<t.Done<t.ReportVersion>>('report_sign', request, options)

/** Saves a signed version to a file. */
export const reportExport = (request: t.ReportExportRequest, options?: CallOptions) => call<t.Saved>('report_export', request, options)

/** Prints a signed version. */
export const reportPrint = (request: t.ReportVersionId, options?: CallOptions) => call<t.Printed>('report_print', request, options)

/** The pages of a signed or unsigned report file are judged without opening them in a viewer. */
export const reportVerify = (request: t.ReportVerifyRequest, options?: CallOptions) => call<t.VerifyView>('report_verify', request, options)

/** The branch's certificate and whom it trusts. */
export const signingGet = (options?: CallOptions) => call<t.SigningView>('signing_get', {}, options)

/** Trusts a certificate by its fingerprint. */
export const signingTrust = (request: t.TrustRequest, options?: CallOptions) => call<t.Done<t.SigningView>>('signing_trust', request, options)

/** No longer trusts a fingerprint. */
export const signingDistrust = (request: string, options?: CallOptions) => call<t.Done<t.SigningView>>('signing_distrust', request, options)

/** Saves the branch's certificate as PEM. */
export const certificateExport = (request: t.CertificateExportRequest, options?: CallOptions) => call<t.Saved>('certificate_export', request, options)

/** The pages of a paper as they will print. */
export const paperPreview = (request: t.Paper, options?: CallOptions) => call<t.PaperPages>('paper_preview', request, options)

/** Saves a paper as PDF. */
export const paperSave = (request: t.PaperSaveRequest, options?: CallOptions) => call<t.Saved>('paper_save', request, options)

/** Hands a paper to the system's printing. */
export const paperPrint = (request: t.Paper, options?: CallOptions) => call<t.Printed>('paper_print', request, options)

/** The rules with their sources. */
export const ruleList = (options?: CallOptions) => call<Array<t.RuleView>>('rule_list', {}, options)

/** Settings of this file. */
export const settingsGet = (options?: CallOptions) => call<t.Settings>('settings_get', {}, options)

/** Changes the settings. */
export const settingsSave = (request: t.Settings, options?: CallOptions) => call<t.Done<t.Settings>>('settings_save', request, options)
