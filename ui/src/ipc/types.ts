// Written from the command table in src-tauri/core/src/commands.rs by `make types`; do not edit.

/**
 * A rule set that was taken over.
 */
export type AdoptedRuleSet = { 
/**
 * `None` where it can no longer be read.
 */
head: RuleSetHead | null, 
/**
 * Under which name the signer was trusted then.
 */
signer: string, adopted_on: string, 
/**
 * Why the program's own is in use instead; `None` where it is in use itself.
 */
passed_over: string | null, };

/**
 * One item of the agenda.
 */
export type AgendaItem = { 
/**
 * What it is about.
 */
title: string, 
/**
 * What was said, as entered.
 */
content: string, 
/**
 * What single persons said, in order.
 */
points: Array<Point>, };

/**
 * Asks who may be the same person.
 */
export type AlikeRequest = { 
/**
 * 姓名
 */
name: string, 
/**
 * 出生日期, where it is known
 */
birth: PartialDate | null, 
/**
 * This one is not meant.
 */
except: MemberId | null, };

/**
 * What the secretary enters to begin an appraisal.
 */
export type Appraisal = { 
/**
 * `None` makes a new one.
 */
id: AppraisalId | null, 
/**
 * The year that is appraised; one appraisal each.
 */
year: number, 
/**
 * The meeting at which it is held.
 */
meeting: MeetingId, };

/**
 * 民主测评 of one member: how many chose which grade.
 */
export type AppraisalCounts = { member: MemberId, 
/**
 * 优秀
 */
excellent: number, 
/**
 * 合格
 */
qualified: number, 
/**
 * 基本合格
 */
basically_qualified: number, 
/**
 * 不合格
 */
unqualified: number, };

/**
 * 等次
 */
export type AppraisalGrade = "excellent" | "qualified" | "basically_qualified" | "unqualified";

/**
 * How many have a grade.
 */
export type AppraisalGradeCount = { grade: AppraisalGrade, count: number, };

/**
 * 组织评定 of all; who is not named has no grade.
 */
export type AppraisalGradesRequest = { appraisal: AppraisalId, 
/**
 * When it was decided.
 */
decided_on: string | null, 
/**
 * Whose grade is decided.
 */
entries: Array<AppraisalVerdict>, };

/**
 * Identifies an appraisal.
 */
export type AppraisalId = number;

/**
 * 党员互评 of one member.
 */
export type AppraisalMutual = { 
/**
 * About whom.
 */
member: MemberId, done: boolean, 
/**
 * What the others said, as noted.
 */
text: string, };

/**
 * 党员互评 of all; who is not named was not spoken about.
 */
export type AppraisalMutualRequest = { appraisal: AppraisalId, 
/**
 * About whom something is recorded.
 */
entries: Array<AppraisalMutual>, };

/**
 * 个人自评 of one member.
 */
export type AppraisalOwn = { member: MemberId, done: boolean, on: string | null, 
/**
 * The member's own text.
 */
text: string, 
/**
 * The text is kept on another paper.
 */
on_paper: boolean, };

/**
 * 个人自评 of all; who is not named has done none.
 */
export type AppraisalOwnRequest = { appraisal: AppraisalId, 
/**
 * Whose is recorded.
 */
entries: Array<AppraisalOwn>, };

/**
 * The papers of an appraisal.
 */
export type AppraisalPaper = { "kind": "appraisal_ballots", appraisal: AppraisalId, copies: number, } | { "kind": "appraisal_tally", appraisal: AppraisalId, } | { "kind": "appraisal_result", appraisal: AppraisalId, };

/**
 * One member in an appraisal.
 */
export type AppraisalPerson = { member: MemberId, name: string, 
/**
 * On the day of the meeting; who is on probation takes part and is not graded.
 */
kind: MemberKind, 
/**
 * How the member stood to the meeting; `None` when not recorded.
 */
status: AttendanceStatus | null, 
/**
 * 个人自评
 */
own: AppraisalOwn, 
/**
 * 党员互评
 */
mutual: AppraisalMutual, 
/**
 * 民主测评; `None` when nothing was counted.
 */
counts: AppraisalCounts | null, 
/**
 * 组织评定
 */
verdict: AppraisalVerdict, };

/**
 * Which appraisals to list.
 */
export type AppraisalQuery = { 
/**
 * Only the one of this meeting.
 */
meeting: MeetingId | null, };

/**
 * An appraisal in a list.
 */
export type AppraisalRow = { id: AppraisalId, 
/**
 * Of which year.
 */
year: number, 
/**
 * `2026年度民主评议党员`
 */
title: string, meeting: MeetingId, on: string, 
/**
 * How far each step is.
 */
steps: Array<AppraisalStep>, 
/**
 * How many have which grade, best first.
 */
grades: Array<AppraisalGradeCount>, };

/**
 * How far a step is.
 */
export type AppraisalStep = { kind: AppraisalStepKind, 
/**
 * Its Chinese name.
 */
name: string, 
/**
 * Of how many members it is done …
 */
done: number, 
/**
 * … out of so many.
 */
of: number, };

/**
 * The four steps, in their order.
 */
export type AppraisalStepKind = "own" | "mutual" | "ballot" | "organization";

/**
 * 民主测评 as counted, whole. With nothing in it the tally is taken back.
 */
export type AppraisalTallyRequest = { appraisal: AppraisalId, 
/**
 * 发出测评票
 */
handed_out: number | null, 
/**
 * 收回测评票
 */
collected: number | null, 
/**
 * Of whom something was counted.
 */
lines: Array<AppraisalCounts>, };

/**
 * What a tally comes to while it is being entered.
 */
export type AppraisalTallyView = { 
/**
 * More were collected than handed out.
 */
is_void: boolean, 
/**
 * What cannot be, field by field; it is refused when saved.
 */
problems: Array<FieldProblem>, 
/**
 * What is odd, field by field; it can be saved.
 */
remarks: Array<FieldProblem>, };

/**
 * 组织评定 of one member.
 */
export type AppraisalVerdict = { member: MemberId, 
/**
 * The branch's grade; `None` when not decided.
 */
grade: AppraisalGrade | null, 
/**
 * Why, and what is done about it.
 */
reason: string, };

/**
 * An appraisal, whole.
 */
export type AppraisalView = { 
/**
 * As entered.
 */
appraisal: Appraisal, 
/**
 * `2026年度民主评议党员`
 */
title: string, 
/**
 * The meeting's title.
 */
meeting_title: string, 
/**
 * The meeting's day.
 */
on: string, 
/**
 * Who decides the grades: 支部委员会, where there is none 支部党员大会 (B06).
 */
organ: string, 
/**
 * The meeting's attendance was recorded.
 */
held: boolean, 
/**
 * 应到
 */
expected: number, 
/**
 * 实到
 */
present: number, 
/**
 * How many came of how many, as a sentence.
 */
attendance: string, 
/**
 * Everyone who takes part, by strokes.
 */
people: Array<AppraisalPerson>, 
/**
 * Who is graded, those with the most 优秀 first.
 */
order: Array<MemberId>, 
/**
 * 发出测评票
 */
handed_out: number | null, 
/**
 * 收回测评票
 */
collected: number | null, 
/**
 * More were collected than handed out.
 */
is_void: boolean, 
/**
 * As many 优秀 as there are as a rule at most.
 */
excellent_at_most: number, 
/**
 * When the grades were decided.
 */
decided_on: string | null, 
/**
 * How far each step is, in their order.
 */
steps: Array<AppraisalStep>, 
/**
 * What is missing or odd, with its article.
 */
findings: Array<Finding>, };

/**
 * Whether the open file holds what a signed report was made from.
 */
export type ArchiveMatch = "agrees" | "no_such_version" | "log_differs" | "not_ours" | "not_valid";

/**
 * A letter that came in, as entered from the paper.
 */
export type Arrival = { 
/**
 * `None` adds one.
 */
id: TransferId | null, 
/**
 * 姓名
 */
name: string, 
/**
 * 正式 or 预备
 */
kind: MemberKind, 
/**
 * 公民身份号码
 */
id_number: IdNumber | null, 
/**
 * 性别
 */
sex: Sex | null, 
/**
 * 民族
 */
ethnicity: string, 
/**
 * 出生日期
 */
birth: PartialDate | null, 
/**
 * 入党日期
 */
joined: PartialDate | null, 
/**
 * 转正日期
 */
converted: PartialDate | null, 
/**
 * 党员联系电话
 */
mobile: string, 
/**
 * 转出的党组织
 */
from_organization: string, 
/**
 * 回执寄往: 党员原所在基层党委; empty means `from_organization`.
 */
reply_to: string, 
/**
 * The letter's number, as the other side gave it.
 */
number: string, 
/**
 * The date on the letter.
 */
issued_on: string, 
/**
 * 有效期, in days.
 */
valid_days: number, 
/**
 * The day on which it came in.
 */
received_on: string, 
/**
 * 党费交至, a month.
 */
dues_paid_to: PartialDate | null, 
/**
 * 经办人
 */
handled_by: string, };

/**
 * What a fact is about.
 */
export type Aspect = "standing" | "party_group" | "office" | "unit" | "mobile" | "lost" | "attendance_not_required" | "vote_suspended" | "discipline";

/**
 * Adds files to a record.
 */
export type AttachmentAddRequest = { owner: AttachmentOwner, 
/**
 * What they are.
 */
kind: AttachmentKind, 
/**
 * Which files.
 */
files: Array<FileToken>, 
/**
 * Keeps photos as they came too, beside the small ones.
 */
keep_originals: boolean, };

/**
 * Saves an attachment to a file.
 */
export type AttachmentExportRequest = { id: AttachmentId, 
/**
 * The file it was made of, where that is kept.
 */
original: boolean, file: FileToken, };

/**
 * Identifies an attachment.
 */
export type AttachmentId = number;

/**
 * What an attachment is.
 */
export type AttachmentKind = "photo" | "sign_in_scan" | "file" | "other";

/**
 * The record that files are kept with.
 */
export type AttachmentOwner = { "meeting": MeetingId } | { "document": LibraryDocumentId } | { "makeup": { session: StudySessionId, member: MemberId, } } | { "certificate": { session: StudySessionId, member: MemberId, } } | { "dues_entry": DuesEntryId } | { "dues_payment": DuesPaymentId };

/**
 * A picture for the window.
 */
export type AttachmentPicture = { 
/**
 * `data:image/jpeg;base64,…`
 */
url: string, };

/**
 * An attachment without its bytes.
 */
export type AttachmentRow = { id: AttachmentId, 
/**
 * Whose it is.
 */
owner: AttachmentOwner, 
/**
 * What it is.
 */
kind: AttachmentKind, 
/**
 * Name of the file it came from.
 */
name: string, 
/**
 * What it shows, in the secretary's own words.
 */
caption: string, 
/**
 * Bytes kept.
 */
bytes: number, 
/**
 * It can be shown as a picture.
 */
is_picture: boolean, 
/**
 * The file it was made of is kept too.
 */
has_original: boolean, 
/**
 * What is written in it was read, and can be shown.
 */
has_text: boolean, };

/**
 * Says what an attachment shows and where in the order it stands.
 */
export type AttachmentSaveRequest = { id: AttachmentId, 
/**
 * What it shows.
 */
caption: string, 
/**
 * Its place among those of its kind, from 0; `None` leaves it where it is.
 */
position: number | null, };

/**
 * What is written in an attachment.
 */
export type AttachmentText = { text: string, };

/**
 * One member's attendance over a period, in numbers.
 */
export type AttendanceCount = { 
/**
 * The member's name.
 */
name: string, 
/**
 * 正式 / 预备
 */
kind: string, 
/**
 * Meetings at which the member was expected.
 */
expected: number, 
/**
 * 到会
 */
present: number, 
/**
 * 请假
 */
on_leave: number, 
/**
 * 缺席
 */
absent: number, 
/**
 * Came to none of the last three meetings, of any kind, also of before the period.
 */
missed_three: boolean, };

/**
 * One person's attendance as entered.
 */
export type AttendanceEntry = { member: MemberId, 
/**
 * How; `None` when not yet recorded.
 */
status: AttendanceStatus | null, 
/**
 * Why on leave.
 */
reason: string | null, 
/**
 * 迟到, of someone present.
 */
late: boolean, 
/**
 * Does not count among the voting members expected (V11).
 */
exclusion: Exclusion | null, };

/**
 * Saves the attendance of a period as XLSX.
 */
export type AttendanceExportRequest = { 
/**
 * Which meetings.
 */
query: AttendanceRangeQuery, file: FileToken, };

/**
 * The order of people at a meeting.
 */
export type AttendanceOrder = "pinyin" | "strokes" | "group";

/**
 * Members by meetings.
 */
export type AttendanceRange = { 
/**
 * What was asked for.
 */
query: AttendanceRangeQuery, 
/**
 * The day as of which it is: the last one, or today.
 */
as_of: string, 
/**
 * Meetings whose attendance was recorded, by time.
 */
meetings: Array<RangeMeeting>, 
/**
 * Those who were expected at one of them, and the members of the day, in roster order.
 */
rows: Array<RangeRow>, 
/**
 * The branch month by month.
 */
months: Array<RangeMonth>, 
/**
 * What the marks of the rows mean.
 */
legend: string, };

/**
 * Which meetings to look at.
 */
export type AttendanceRangeQuery = { 
/**
 * First day, inclusive.
 */
from: string, 
/**
 * Last day, inclusive.
 */
to: string, 
/**
 * Only this kind; `None` is all of them.
 */
kind: MeetingKind | null, };

/**
 * The attendance of a meeting, whole. Saving it the first time freezes who was expected and who could vote.
 */
export type AttendanceRequest = { id: MeetingId, 
/**
 * Everyone whose status was entered.
 */
entries: Array<AttendanceEntry>, };

/**
 * One person on a meeting's list.
 */
export type AttendanceRow = { member: MemberId, name: string, 
/**
 * Full or probationary, on the day.
 */
kind: MemberKind, 
/**
 * Party group.
 */
party_group: string, 
/**
 * May vote on the day.
 */
voting: boolean, 
/**
 * 不作硬性要求 (B19): away, this person is never absent.
 */
attendance_not_required: boolean, 
/**
 * As recorded.
 */
status: AttendanceStatus | null, 
/**
 * Why on leave.
 */
reason: string | null, 
/**
 * 迟到
 */
late: boolean, 
/**
 * Does not count among the voting members expected (V11).
 */
exclusion: Exclusion | null, };

/**
 * How one person stands to one meeting.
 */
export type AttendanceStatus = "present" | "on_leave" | "absent" | "not_required";

/**
 * Attendance in numbers.
 */
export type AttendanceTally = { 
/**
 * 应到: everyone expected, without those of whom it was not required and who did not come.
 */
expected: number, 
/**
 * 实到
 */
present: number, 
/**
 * Of those present, 迟到.
 */
late: number, 
/**
 * 请假
 */
on_leave: number, 
/**
 * 缺席
 */
absent: number, 
/**
 * 不作硬性要求
 */
not_required: number, 
/**
 * Not yet recorded.
 */
unrecorded: number, 
/**
 * 有表决权: full members whose rights are not suspended and who are not excluded (V11).
 */
voting_expected: number, 
/**
 * Of those, present.
 */
voting_present: number, };

/**
 * A check, for whoever wants to know what is looked at and switch a local one off.
 */
export type AuditCheckView = { id: string, name: string, 
/**
 * National, local or by custom of inspectors.
 */
scope: AuditScope, 
/**
 * Where it stands.
 */
source: string, 
/**
 * Why it cannot be answered from what a file has; `None` where it can.
 */
unanswered: string | null, 
/**
 * It is switched off.
 */
off: boolean, 
/**
 * Its number, where a superior committee may set another: what is counted, the usual one, and the one set.
 */
number: AuditNumber | null, };

/**
 * How much an examination found.
 */
export type AuditCount = { errors: number, warnings: number, notices: number, };

/**
 * One entry of the log of changes.
 */
export type AuditEntry = { 
/**
 * 1, 2, …
 */
seq: number, 
/**
 * Local time with offset.
 */
at: string, 
/**
 * Command name.
 */
command: string, 
/**
 * What was done, in Chinese.
 */
label: string, 
/**
 * How many records it touched.
 */
records: number, 
/**
 * Its time is before that of the entry before it: the clock was set back. The order is that of `seq`.
 */
clock_set_back: boolean, };

/**
 * Saves what an examination finds as XLSX.
 */
export type AuditExportRequest = { 
/**
 * Of one file; `None` of all.
 */
file: DevelopmentFileId | null, to: FileToken, };

/**
 * One fault of a file.
 */
export type AuditFinding = { 
/**
 * The check, e.g. `KC10`.
 */
id: string, 
/**
 * What the check is called.
 */
name: string, 
/**
 * The rule behind it.
 */
rule: RuleId | null, 
/**
 * What it is held against: each step by the text of its own day.
 */
text: LawText, severity: AuditSeverity, 
/**
 * Where that stands: an article, or who asks for it.
 */
article: string, 
/**
 * One Chinese sentence: what was compared and what does not fit.
 */
message: string, 
/**
 * The days that were compared.
 */
dates: Array<string>, 
/**
 * The step it is about; 0 for the file as a whole.
 */
step: number, 
/**
 * The paper it is about.
 */
material: string | null, 
/**
 * What to do.
 */
action: string, };

/**
 * The number of a check.
 */
export type AuditNumber = { usual: number, set: number | null, };

/**
 * Which entries of the log.
 */
export type AuditQuery = { 
/**
 * Only entries before this one; `None` from the newest.
 */
before: number | null, 
/**
 * At most so many, up to 500.
 */
limit: number, 
/**
 * Only entries that touched this member's records.
 */
member: number | null, };

/**
 * Examines one file, or all.
 */
export type AuditRequest = { 
/**
 * `None` examines all.
 */
file: DevelopmentFileId | null, };

/**
 * Who asks for what a check looks at.
 */
export type AuditScope = "national" | "local" | "practice";

/**
 * How grave a fault is.
 */
export type AuditSeverity = "error" | "warn" | "notice";

/**
 * Files, examined.
 */
export type AuditView = { 
/**
 * The day it was done.
 */
on: string, 
/**
 * How many over all files.
 */
count: AuditCount, 
/**
 * What concerns the branch and no single file.
 */
branch: Array<AuditFinding>, files: Array<AuditedFile>, };

/**
 * One file, examined.
 */
export type AuditedFile = { file: DevelopmentFileId, 
/**
 * Whose file.
 */
person: string, stage: DevelopmentStage, 
/**
 * How many, by severity.
 */
count: AuditCount, 
/**
 * The gravest first, each with what was compared.
 */
findings: Array<AuditFinding>, };

/**
 * What is in a backup.
 */
export type BackupContents = { branch: string, 
/**
 * People in the roster, former ones too.
 */
members: number, 
/**
 * Meetings, planned or held.
 */
meetings: number, 
/**
 * All records.
 */
records: number, 
/**
 * When something was last changed, local time with offset.
 */
changed_at: string | null, 
/**
 * What that was, in Chinese.
 */
last_change: string, };

/**
 * Where a copy of a backup goes.
 */
export type BackupCopyRequest = { 
/**
 * Whose; `None` for the open file.
 */
file: FileToken | null, 
/**
 * As in the list.
 */
name: string, 
/**
 * Where to; nothing may stand there.
 */
to: FileToken, };

/**
 * Which backups are to be removed.
 */
export type BackupDeleteRequest = { 
/**
 * Whose; `None` for the open file.
 */
file: FileToken | null, 
/**
 * As in the list.
 */
names: Array<string>, };

/**
 * What a backup was made for.
 */
export type BackupKind = "routine" | "before_upgrade" | "before_restore";

/**
 * A file's backups.
 */
export type BackupList = { 
/**
 * Name of the folder they are in, beside the file.
 */
folder: string, 
/**
 * The newest first.
 */
backups: Array<BackupRow>, };

/**
 * The backups of the open file, or of another.
 */
export type BackupListRequest = { 
/**
 * Whose; `None` for the open file.
 */
file: FileToken | null, 
/**
 * A passphrase for those that the open file's key does not open.
 */
passphrase: string | null, };

/**
 * One backup.
 */
export type BackupRequest = { 
/**
 * Whose; `None` for the open file.
 */
file: FileToken | null, 
/**
 * As in the list.
 */
name: string, 
/**
 * As in [`BackupListRequest`].
 */
passphrase: string | null, };

/**
 * One backup in the list.
 */
export type BackupRow = { 
/**
 * File name, by which it is asked for.
 */
name: string, 
/**
 * When it was made, local time `2026-11-23 09:12`.
 */
at: string, 
/**
 * It is dated in the future: the clock was wrong.
 */
is_ahead: boolean, 
/**
 * What it was made for.
 */
kind: BackupKind, 
/**
 * Size.
 */
bytes: number, 
/**
 * Whether it opens and was checked.
 */
state: BackupState, 
/**
 * How many records are in it; `None` where it was not opened.
 */
records: number | null, };

/**
 * What can be said of a backup.
 */
export type BackupState = "verified" | "unverified" | "other_passphrase" | "unreadable" | "empty" | "open";

/**
 * How votes were cast.
 */
export type BallotKind = "hands" | "secret";

/**
 * A numbered booklet.
 */
export type Booklet = { 
/**
 * `None` adds one.
 */
id: BookletId | null, 
/**
 * 编号
 */
serial: string, 
/**
 * 领到日期
 */
received_on: string | null, 
/**
 * Whom it was handed out to.
 */
file: DevelopmentFileId | null, 
/**
 * 发出日期
 */
handed_out_on: string | null, 
/**
 * 作废日期
 */
void_on: string | null, 
/**
 * 作废原因
 */
void_reason: string, };

/**
 * Identifies a booklet.
 */
export type BookletId = number;

/**
 * Something that a volume lacks.
 */
export type BoundLack = { 
/**
 * Of which meeting.
 */
meeting: MeetingId, 
/**
 * Which part is the poorer for it.
 */
part: BoundPart, 
/**
 * The sentence to show.
 */
message: string, };

/**
 * A part that can be poorer than it should be.
 */
export type BoundPart = "attendance" | "minutes" | "scans";

/**
 * What goes into a volume beside the cover, the contents, the plan and the resolutions.
 */
export type BoundParts = { 
/**
 * 会议记录
 */
minutes: boolean, 
/**
 * 纪实报告表
 */
forms: boolean, 
/**
 * 签到表扫描件
 */
scans: boolean, 
/**
 * 会议照片
 */
photos: boolean, 
/**
 * 到会统计表
 */
attendance: boolean, };

/**
 * A quarter before it is bound: what there is, and what is missing.
 */
export type BoundQuarterView = { quarter: Quarter, 
/**
 * Meetings held.
 */
held: number, 
/**
 * Photos of those.
 */
photos: number, 
/**
 * Scans of sign-in sheets of those.
 */
scans: number, 
/**
 * The secretary's name, if there is one.
 */
secretary: string | null, 
/**
 * What is missing, by time. The volume is made all the same.
 */
missing: Array<BoundLack>, };

/**
 * The branch's own data.
 */
export type Branch = { 
/**
 * 支部全称
 */
name: string, 
/**
 * 组织代码
 */
code: string, 
/**
 * Ordinary, joint or temporary.
 */
kind: BranchKind, 
/**
 * 上级党组织
 */
superior: string, 
/**
 * 所在社会组织: the first of the units. Another name renames that unit, none leaves the units as they are.
 */
unit: string, 
/**
 * 成立日期
 */
founded_on: PartialDate | null, 
/**
 * 批准文号
 */
approval: string, 
/**
 * Contact telephone.
 */
phone: string, 
/**
 * 地址
 */
address: string, 
/**
 * A committee exists (B05); without one the general meeting stands in for it (B06).
 */
has_committee: boolean, 
/**
 * 备注
 */
note: string, };

/**
 * What a fact is about.
 */
export type BranchAspect = "committee" | "superior" | "kind";

/**
 * Identifies a fact.
 */
export type BranchFactId = number;

/**
 * Adds a fact that was forgotten, or corrects one.
 */
export type BranchFactRequest = { 
/**
 * `None` adds one.
 */
id: BranchFactId | null, 
/**
 * What it is about.
 */
aspect: BranchAspect, 
/**
 * What holds from then on.
 */
value: string, 
/**
 * From when; `None`: since before the file was begun.
 */
since: PartialDate | null, why: string, };

/**
 * A fact as the window shows it.
 */
export type BranchFactView = { 
/**
 * In Chinese: 设支部委员会, the superior's name, 联合党支部.
 */
title: string, 
/**
 * The first day on which it no longer held; `None` while it lasts.
 */
until: PartialDate | null, id: BranchFactId, 
/**
 * What it is about.
 */
aspect: BranchAspect, 
/**
 * What holds from then on.
 */
value: string, 
/**
 * From when; `None` when it was so before the file was begun. Without its day it counts from the first possible one.
 */
since: PartialDate | null, why: string, 
/**
 * The day on which it was entered; `None` for what an older file had.
 */
recorded_on: string | null, 
/**
 * Who entered it.
 */
recorded_by: string, };

/**
 * 党小组
 */
export type BranchGroup = { 
/**
 * `None` adds one.
 */
id: BranchGroupId | null, 
/**
 * 名称
 */
name: string, 
/**
 * 组长
 */
leader: MemberId | null, 
/**
 * 设立日期; `None` when it was there before the file was begun.
 */
since: PartialDate | null, 
/**
 * 撤销日期: the first day without it; `None` while it lasts. Its members are in no group from then on.
 */
until: PartialDate | null, 
/**
 * 备注
 */
note: string, };

/**
 * Identifies a party group.
 */
export type BranchGroupId = number;

/**
 * A party group with its leader's name and the number of its members.
 */
export type BranchGroupView = { 
/**
 * The leader's name, while a member.
 */
leader_name: string | null, 
/**
 * Members in it.
 */
members: number, 
/**
 * `None` adds one.
 */
id: BranchGroupId | null, 
/**
 * 名称
 */
name: string, 
/**
 * 组长
 */
leader: MemberId | null, 
/**
 * 设立日期; `None` when it was there before the file was begun.
 */
since: PartialDate | null, 
/**
 * 撤销日期: the first day without it; `None` while it lasts. Its members are in no group from then on.
 */
until: PartialDate | null, 
/**
 * 备注
 */
note: string, };

/**
 * Someone whom the superior sent or charged with the branch.
 */
export type BranchHelper = { 
/**
 * `None` adds one.
 */
id: BranchHelperId | null, 
/**
 * As what.
 */
role: HelperRole, 
/**
 * 姓名
 */
name: string, 
/**
 * 电话
 */
phone: string, 
/**
 * 所在单位
 */
unit: string, since: PartialDate | null, 
/**
 * Until when; `None` while it lasts.
 */
until: PartialDate | null, 
/**
 * 备注
 */
note: string, };

/**
 * Identifies a helper.
 */
export type BranchHelperId = number;

/**
 * Kinds of branch.
 */
export type BranchKind = "ordinary" | "joint" | "temporary";

/**
 * Puts the branch's own data in place of the stored ones.
 */
export type BranchRequest = { 
/**
 * All of them.
 */
record: Branch, 
/**
 * Of a changed kind, superior or committee.
 */
changed: Changed, };

/**
 * 活动场所
 */
export type BranchRoom = { 
/**
 * `None` adds one.
 */
id: BranchRoomId | null, 
/**
 * 名称
 */
name: string, 
/**
 * 地址
 */
address: string, 
/**
 * 面积, whole square metres
 */
square_metres: number | null, 
/**
 * 备注
 */
note: string, };

/**
 * Identifies a room.
 */
export type BranchRoomId = number;

/**
 * 届: how long those elected serve.
 */
export type BranchTerm = { 
/**
 * `None` adds one.
 */
id: BranchTermId | null, 
/**
 * 第几届
 */
number: number, 
/**
 * 选举日期
 */
elected_on: string, 
/**
 * 任期年数; `None` in a request takes those of the rule (B07).
 */
years: number | null, 
/**
 * 经批准延期到 (V01)
 */
postponed_to: string | null, 
/**
 * 届满换届日期; `None` while it runs
 */
ended_on: string | null, 
/**
 * 批准文号
 */
approval: string, 
/**
 * 备注
 */
note: string, };

/**
 * Identifies a term.
 */
export type BranchTermId = number;

/**
 * A term with the day on which it is over.
 */
export type BranchTermView = { 
/**
 * 届满日期, or the day up to which it was postponed
 */
due_on: string, 
/**
 * The one that runs today.
 */
running: boolean, 
/**
 * `None` adds one.
 */
id: BranchTermId | null, 
/**
 * 第几届
 */
number: number, 
/**
 * 选举日期
 */
elected_on: string, 
/**
 * 任期年数; `None` in a request takes those of the rule (B07).
 */
years: number | null, 
/**
 * 经批准延期到 (V01)
 */
postponed_to: string | null, 
/**
 * 届满换届日期; `None` while it runs
 */
ended_on: string | null, 
/**
 * 批准文号
 */
approval: string, 
/**
 * 备注
 */
note: string, };

/**
 * A social organization that the branch covers.
 */
export type BranchUnit = { 
/**
 * `None` adds one.
 */
id: BranchUnitId | null, 
/**
 * 名称
 */
name: string, 
/**
 * 统一社会信用代码， 18 characters
 */
credit_code: string, 
/**
 * Which kind.
 */
kind: UnitKind, 
/**
 * 登记日期
 */
registered_on: PartialDate | null, 
/**
 * 法定代表人
 */
legal_representative: string, 
/**
 * 从业人数
 */
employees: number | null, 
/**
 * 会员数 (S09)
 */
association_members: number | null, 
/**
 * 党建写入章程 (S04)
 */
in_charter: boolean, in_charter_on: PartialDate | null, 
/**
 * The first day on which the branch covered it; `None` when that was before the file was begun.
 */
since: PartialDate | null, 
/**
 * The first day on which it no longer did; `None` while it does.
 */
until: PartialDate | null, 
/**
 * 备注
 */
note: string, };

/**
 * Identifies a unit.
 */
export type BranchUnitId = number;

/**
 * A unit with the number of its members.
 */
export type BranchUnitView = { 
/**
 * Members of the branch who belong to it.
 */
members: number, 
/**
 * `None` adds one.
 */
id: BranchUnitId | null, 
/**
 * 名称
 */
name: string, 
/**
 * 统一社会信用代码， 18 characters
 */
credit_code: string, 
/**
 * Which kind.
 */
kind: UnitKind, 
/**
 * 登记日期
 */
registered_on: PartialDate | null, 
/**
 * 法定代表人
 */
legal_representative: string, 
/**
 * 从业人数
 */
employees: number | null, 
/**
 * 会员数 (S09)
 */
association_members: number | null, 
/**
 * 党建写入章程 (S04)
 */
in_charter: boolean, in_charter_on: PartialDate | null, 
/**
 * The first day on which the branch covered it; `None` when that was before the file was begun.
 */
since: PartialDate | null, 
/**
 * The first day on which it no longer did; `None` while it does.
 */
until: PartialDate | null, 
/**
 * 备注
 */
note: string, };

/**
 * The branch with all its lists, and what follows from its members.
 */
export type BranchView = { 
/**
 * 书记, from the roster.
 */
secretary: string | null, 
/**
 * Names of the party groups, sorted.
 */
party_groups: Array<string>, 
/**
 * Members now.
 */
members: number, 
/**
 * Of those, full members.
 */
full: number, 
/**
 * Of those, probationary members.
 */
probationary: number, 
/**
 * Those whose membership is suspended (E04), counted in neither.
 */
suspended: number, 
/**
 * What changed about kind, superior and committee, by aspect, the newest first.
 */
history: Array<BranchFactView>, 
/**
 * Who holds which office now, by office.
 */
committee: Array<CommitteeSeat>, 
/**
 * Who held which office before, by office, the latest first.
 */
former_offices: Array<OfficeHeld>, 
/**
 * The social organizations covered; after those entered the ones that only the roster names.
 */
units: Array<BranchUnitView>, 
/**
 * The party groups; after those entered the ones that only the roster names.
 */
groups: Array<BranchGroupView>, 
/**
 * The terms, newest first.
 */
terms: Array<BranchTermView>, 
/**
 * 党建组织员, 第一书记 …
 */
helpers: Array<BranchHelper>, 
/**
 * 活动场所
 */
rooms: Array<BranchRoom>, 
/**
 * Years that a new term has (B07).
 */
term_years: number, 
/**
 * Years by which an election is as a rule postponed at most (V01).
 */
postponed_years: number, 
/**
 * What the rules say.
 */
findings: Array<Finding>, 
/**
 * 支部全称
 */
name: string, 
/**
 * 组织代码
 */
code: string, 
/**
 * Ordinary, joint or temporary.
 */
kind: BranchKind, 
/**
 * 上级党组织
 */
superior: string, 
/**
 * 所在社会组织: the first of the units. Another name renames that unit, none leaves the units as they are.
 */
unit: string, 
/**
 * 成立日期
 */
founded_on: PartialDate | null, 
/**
 * 批准文号
 */
approval: string, 
/**
 * Contact telephone.
 */
phone: string, 
/**
 * 地址
 */
address: string, 
/**
 * A committee exists (B05); without one the general meeting stands in for it (B06).
 */
has_committee: boolean, 
/**
 * 备注
 */
note: string, };

/**
 * Saves our certificate as PEM, for the superior.
 */
export type CertificateExportRequest = { file: FileToken, };

/**
 * What a file is that should be a certificate.
 */
export type CertificateFile = { 
/**
 * File name without folder.
 */
file: string, 
/**
 * What it says; `None` when it is no certificate.
 */
certificate: CertificateView | null, };

/**
 * Whether the branch's certificate can sign.
 */
export type CertificateState = "good" | "ends_soon" | "expired" | "not_yet_valid" | "other_name";

/**
 * What a certificate says.
 */
export type CertificateView = { 
/**
 * Common name: the branch.
 */
subject: string, 
/**
 * SHA-256 of the certificate, 64 upper-case hex digits.
 */
fingerprint: string, 
/**
 * First valid moment.
 */
valid_from: string, 
/**
 * Last valid moment.
 */
valid_to: string, };

/**
 * Reads certificate files that branches handed in.
 */
export type CertificatesRequest = { files: Array<FileToken>, };

/**
 * What is said of a change when a record is saved. It goes into the history, not into the record.
 */
export type Changed = { 
/**
 * From when what was changed holds; `None` means from today, in a new record from the beginning.
 */
since: PartialDate | null, 
/**
 * Why it changed; may be empty.
 */
why: string, };

/**
 * A check of 发展党员档案 that is other.
 */
export type CheckChange = { id: string, name: string, 
/**
 * The program does not know it: it is carried and not made.
 */
is_unknown: boolean, };

/**
 * What the check of a whole file found.
 */
export type CheckView = { 
/**
 * Nothing is wrong.
 */
ok: boolean, 
/**
 * One Chinese sentence per fault.
 */
faults: Array<string>, 
/**
 * One Chinese sentence each for what is no fault but should be known: that the clock was set back.
 */
notes: Array<string>, 
/**
 * Audit entries checked.
 */
audit_entries: number, 
/**
 * Head of the audit chain, hex.
 */
audit_head: string, };

/**
 * How a file ended before its end.
 */
export type CloseWay = "withdrawn" | "not_pursued" | "not_approved" | "revoked" | "moved_away" | "other";

/**
 * Who holds an office.
 */
export type CommitteeSeat = { member: MemberId, name: string, 
/**
 * Which office.
 */
office: Office, 
/**
 * All that the member holds, this one among them.
 */
offices: Offices, 
/**
 * 任职时间; `None` when it was before the file was begun.
 */
since: PartialDate | null, 
/**
 * 党龄 in whole months.
 */
party_age_months: number | null, };

/**
 * The answer to "is this report what this file holds".
 */
export type CompareView = { file: string, 
/**
 * The answer.
 */
outcome: ArchiveMatch, 
/**
 * One large sentence in Chinese.
 */
sentence: string, };

/**
 * Whether something was corrected on a paper.
 */
export type Correction = "none" | "sealed" | "unsealed";

/**
 * Closes a file before its end, or opens it again.
 */
export type DevelopmentCloseRequest = { id: DevelopmentFileId, 
/**
 * `None` opens it again.
 */
closed: DevelopmentClosed | null, };

/**
 * When, how and why a file was closed.
 */
export type DevelopmentClosed = { on: string, how: CloseWay, reason: string, };

/**
 * Identifies a development file.
 */
export type DevelopmentFileId = number;

/**
 * A file, whole.
 */
export type DevelopmentFileView = { 
/**
 * The person.
 */
person: DevelopmentPerson, 
/**
 * Follows from the entries.
 */
stage: DevelopmentStage, 
/**
 * The highest finished step, 0–25.
 */
last_step: number, 
/**
 * The 25 steps.
 */
steps: Array<StepView>, 
/**
 * What can be entered at any time, with what was.
 */
others: Array<Entry>, 
/**
 * Mentors and sponsors.
 */
guides: Array<GuideView>, 
/**
 * Materials of a whole stage (no single step).
 */
stage_materials: Array<MaterialView>, 
/**
 * What is due, most pressing first.
 */
findings: Array<Finding>, 
/**
 * What the examination of the file found, by severity.
 */
audit: AuditCount, 
/**
 * Required materials up to the last finished step that are there.
 */
materials_present: number, 
/**
 * Required materials up to the last finished step.
 */
materials_required: number, 
/**
 * Closed before its end.
 */
closed: DevelopmentClosed | null, 
/**
 * The member of the roster.
 */
member: MemberId | null, 
/**
 * What the roster should say and does not.
 */
roster_act: RosterAct | null, 
/**
 * A day is counted with a year whose holidays are not known (trap 10).
 */
caveat: string, };

/**
 * Papers that go together.
 */
export type DevelopmentPackage = "pre_examination" | "approval" | "stage_1" | "stage_2" | "stage_3" | "stage_4" | "stage_5" | "archive";

/**
 * The papers of 发展党员.
 */
export type DevelopmentPaper = { "kind": "form", file: DevelopmentFileId, code: string, entry: EntryId | null, } | { "kind": "guide", file: DevelopmentFileId, } | { "kind": "package", file: DevelopmentFileId, package: DevelopmentPackage, } | { "kind": "audit", file: DevelopmentFileId | null, } | { "kind": "roster", year: number, of: DevelopmentRosterKind, };

/**
 * The person of a file, as entered.
 */
export type DevelopmentPerson = { 
/**
 * `None` opens one.
 */
id: DevelopmentFileId | null, 
/**
 * 姓名
 */
name: string, 
/**
 * 公民身份号码
 */
id_number: IdNumber | null, 
/**
 * 性别
 */
sex: Sex | null, 
/**
 * 民族
 */
ethnicity: string, 
/**
 * 出生日期
 */
birth: PartialDate | null, 
/**
 * 学历
 */
education: string, 
/**
 * 单位及职务
 */
unit_and_post: string, 
/**
 * 手机号
 */
mobile: string, 
/**
 * What else is known: 简历, 家庭主要成员 …
 */
details: Values, 
/**
 * 备注
 */
note: string, 
/**
 * The day of the application: entered, it is step 1; `None` leaves that step as it is.
 */
applied_on: string | null, };

/**
 * Which files.
 */
export type DevelopmentQuery = { 
/**
 * Part of the name or its pinyin.
 */
search: string, 
/**
 * Closed and archived ones too.
 */
include_closed: boolean, };

/**
 * The register of booklets, and the plans.
 */
export type DevelopmentRegister = { 
/**
 * By number.
 */
booklets: Array<Booklet>, 
/**
 * Numbers that files name and the register does not have.
 */
unknown: Array<string>, 
/**
 * The newest year first.
 */
quotas: Array<QuotaRow>, };

/**
 * Whose roster it is.
 */
export type DevelopmentRosterKind = "applicants" | "activists" | "candidates" | "probationary" | "converted";

/**
 * A file on the board.
 */
export type DevelopmentRow = { id: DevelopmentFileId, 
/**
 * 姓名
 */
name: string, 
/**
 * Stage.
 */
stage: DevelopmentStage, 
/**
 * The highest finished step, 0–25.
 */
last_step: number, 
/**
 * Name of the next step; empty at the end.
 */
next_step: string, 
/**
 * The most pressing finding.
 */
finding: Finding | null, 
/**
 * What the examination of the file found.
 */
audit: AuditCount, 
/**
 * Percent of the required materials up to the last finished step that are there.
 */
completeness: number, 
/**
 * Closed before its end.
 */
closed: boolean, };

/**
 * What is asked for of development files where the branch is.
 */
export type DevelopmentSettings = { 
/**
 * Checks that do not apply here, by id; only local ones and those by custom can be switched off.
 */
checks_off: Array<string>, 
/**
 * Checks that are made here though they are not as a rule, by id.
 */
checks_on: Array<string>, 
/**
 * The numbers of checks that are others here, by id.
 */
numbers: { [key in string]: number }, 
/**
 * Papers asked for beyond the national list.
 */
materials: Array<LocalMaterial>, 
/**
 * Where that is laid down.
 */
source: string, };

/**
 * The stage follows from the entries; it is never entered.
 */
export type DevelopmentStage = "applicant" | "activist" | "candidate" | "probationary" | "converted";

/**
 * By what members are counted.
 */
export type Dimension = "kind" | "state" | "group" | "unit" | "office" | "sex" | "age" | "education" | "ethnicity" | "party_age" | "missing";

/**
 * How many stand under each label of a dimension.
 */
export type DimensionCounts = { 
/**
 * Which dimension.
 */
by: Dimension, 
/**
 * What it is called.
 */
title: string, 
/**
 * Its labels, in the usual order; empty ones are left out.
 */
counts: Array<LabelCount>, };

/**
 * 党纪处分, but for 开除党籍, which ends the membership.
 */
export type Discipline = "warning" | "serious_warning" | "dismissed" | "probation";

/**
 * A disposal in the list.
 */
export type Disposal = { name: string, 
/**
 * By which day a correction ends as a rule (E10): so many months after the decision; for what is no correction `None`.
 */
usual_term: string | null, 
/**
 * `None` adds one.
 */
id: DisposalId | null, member: MemberId, kind: DisposalKind, 
/**
 * What it is about, in the secretary's own words.
 */
ground: string, 
/**
 * When it was taken up.
 */
begun_on: string, 
/**
 * 谈话教育
 */
talked_on: string | null, 
/**
 * 向上级事前备案 (E15)
 */
filed_on: string | null, 
/**
 * The general meeting that decided, where it is in the minutes book.
 */
meeting: MeetingId | null, 
/**
 * When the general meeting decided.
 */
decided_on: string | null, 
/**
 * 上级批复
 */
replied_on: string | null, 
/**
 * The last day of a correction (E10).
 */
term_to: string | null, 
/**
 * How it ended; together with its day.
 */
outcome: DisposalOutcome | null, ended_on: string | null, note: string, };

/**
 * Identifies a disposal.
 */
export type DisposalId = number;

/**
 * The three means.
 */
export type DisposalKind = "correction" | "persuasion" | "striking_off";

/**
 * How it ended.
 */
export type DisposalOutcome = "corrected" | "left" | "struck_off" | "not_done";

/**
 * A disposal as entered. No day is asked for before it has come.
 */
export type DisposalRecord = { 
/**
 * `None` adds one.
 */
id: DisposalId | null, member: MemberId, kind: DisposalKind, 
/**
 * What it is about, in the secretary's own words.
 */
ground: string, 
/**
 * When it was taken up.
 */
begun_on: string, 
/**
 * 谈话教育
 */
talked_on: string | null, 
/**
 * 向上级事前备案 (E15)
 */
filed_on: string | null, 
/**
 * The general meeting that decided, where it is in the minutes book.
 */
meeting: MeetingId | null, 
/**
 * When the general meeting decided.
 */
decided_on: string | null, 
/**
 * 上级批复
 */
replied_on: string | null, 
/**
 * The last day of a correction (E10).
 */
term_to: string | null, 
/**
 * How it ended; together with its day.
 */
outcome: DisposalOutcome | null, ended_on: string | null, note: string, };

/**
 * What the program does about a rule.
 */
export type Does = "reminds" | "checks" | "explains";

/**
 * What a change answers: its value, which rooms it touched, and how to take it back.
 */
export type Done<T> = { 
/**
 * The new state of what was changed.
 */
value: T, 
/**
 * Rooms whose records changed, so that their pages reload.
 */
changes: Array<Room>, 
/**
 * What can be undone now, for the toast; `None` when this change cannot be undone.
 */
undo: string | null, };

/**
 * What stood in the forms of one page when the file was locked or the program ended.
 */
export type Draft = { 
/**
 * The page's address in the window.
 */
page: string, 
/**
 * What the forms are called.
 */
labels: Array<string>, 
/**
 * What the window needs to show it again; the core does not look into it.
 */
content: string, 
/**
 * When it was kept, local time `2026-11-23 09:12`; `None` for one that comes new.
 */
kept_at: string | null, };

/**
 * Under which name somebody pays by telephone: learnt once.
 */
export type DuesAlias = { alias: string, member: MemberId, };

/**
 * 党费基数: what somebody's dues are taken of, from a month until the next one begins.
 */
export type DuesBase = { 
/**
 * `None` adds one.
 */
id: DuesBaseId | null, member: MemberId, kind: DuesKind, from: Month, 
/**
 * The last month of a relief; then what was so before holds again. `None` for all other kinds.
 */
to: Month | null, 
/**
 * 基数 a month, without tax, insurances, housing fund (F12); of a yearly salary that of the year. Of kinds with a rate.
 */
base: Fen | null, 
/**
 * What is owed for a month, where it is agreed upon.
 */
monthly: Fen | null, 
/**
 * When the branch agreed to a relief.
 */
branch_agreed_on: string | null, 
/**
 * When the superior agreed to it.
 */
superior_agreed_on: string | null, note: string, };

/**
 * Identifies a base.
 */
export type DuesBaseId = number;

/**
 * Several bases at once, as those of a new year.
 */
export type DuesBasesRequest = { bases: Array<DuesBase>, };

/**
 * One member's month.
 */
export type DuesCell = { state: DuesState, 
/**
 * What was owed; nothing where no base was set.
 */
owed: Fen, paid: Fen, 
/**
 * How many payments it comes from.
 */
payments: number, 
/**
 * What was noted with them: why it is not what was owed, from whom it came …
 */
note: string, };

/**
 * A line of 收支.
 */
export type DuesEntry = { 
/**
 * `None` adds one.
 */
id: DuesEntryId | null, on: string, kind: DuesEntryKind, 
/**
 * Above 0.
 */
amount: Fen, 
/**
 * The months that are handed up.
 */
from: Month | null, to: Month | null, 
/**
 * What it was spent for.
 */
spent_for: DuesUse | null, 
/**
 * The meeting that decided upon it.
 */
meeting: MeetingId | null, 
/**
 * From or to whom.
 */
party: string, 
/**
 * 凭证号
 */
voucher: string, 
/**
 * What it was; for what is spent never empty.
 */
note: string, };

/**
 * Identifies a line of 收支.
 */
export type DuesEntryId = number;

/**
 * What kind of line of 收支.
 */
export type DuesEntryKind = "opening" | "handed_up" | "returned" | "other_income" | "spent";

/**
 * A line of 收支 in the list.
 */
export type DuesEntryRow = { 
/**
 * What the meeting that decided is called, with its day.
 */
meeting_title: string, 
/**
 * How many files are kept with it: vouchers, receipts.
 */
files: number, 
/**
 * What is there after it, in fen; less than nothing where more went out than was entered as come in.
 */
balance: number, 
/**
 * `None` adds one.
 */
id: DuesEntryId | null, on: string, kind: DuesEntryKind, 
/**
 * Above 0.
 */
amount: Fen, 
/**
 * The months that are handed up.
 */
from: Month | null, to: Month | null, 
/**
 * What it was spent for.
 */
spent_for: DuesUse | null, 
/**
 * The meeting that decided upon it.
 */
meeting: MeetingId | null, 
/**
 * From or to whom.
 */
party: string, 
/**
 * 凭证号
 */
voucher: string, 
/**
 * What it was; for what is spent never empty.
 */
note: string, };

/**
 * Saves a year of dues as XLSX.
 */
export type DuesExportRequest = { year: number, file: FileToken, };

/**
 * Where in a statement what stands: numbers of columns, from 0.
 */
export type DuesImportColumns = { 
/**
 * The row with the names of the columns, from 0.
 */
header: number, 
/**
 * 交易时间
 */
time: number, 
/**
 * 交易对方
 */
party: number, 
/**
 * 金额
 */
amount: number, 
/**
 * 收/支; `None` when every positive amount came in.
 */
direction: number | null, 
/**
 * 当前状态
 */
status: number | null, 
/**
 * 交易单号
 */
transaction: number | null, 
/**
 * 备注、附言
 */
note: number | null, 
/**
 * 商品、摘要, where a transfer has what its payer wrote
 */
goods: number | null, 
/**
 * 交易类型, which tells 红包
 */
kind: number | null, };

/**
 * What was taken over.
 */
export type DuesImportOutcome = { payments: number, amount: Fen, };

/**
 * What was read of a statement.
 */
export type DuesImportPreview = { 
/**
 * The file's name, without folder.
 */
file_name: string, 
/**
 * Which sheet was read, and which there are.
 */
sheet: string, sheets: Array<string>, 
/**
 * Whose statement it is.
 */
way: DuesWay, 
/**
 * The names of the columns, as they stand there; where none are found, those of the row that looks most like them.
 */
header: Array<string>, columns: DuesImportColumns, 
/**
 * Which columns are missing, in one Chinese sentence; then nothing was read, the columns are a first guess, and somebody
 * has to choose them. Empty when all is well.
 */
unread: string, 
/**
 * 对上了: the person and the months are certain.
 */
matched: Array<DuesImportRow>, 
/**
 * 要看一看: the person, or for which months, is not.
 */
doubtful: Array<DuesImportRow>, 
/**
 * 与党费无关: spent, refunded, closed, neutral, or no row of money at all.
 */
ignored: number, 
/**
 * Entered already, by the number of the transaction.
 */
known: number, };

/**
 * Looks into a statement; changes nothing.
 */
export type DuesImportPreviewRequest = { file: FileToken, 
/**
 * Which sheet; `None` takes the first that looks like a statement.
 */
sheet: string | null, 
/**
 * Which columns, chosen by hand; `None` tells them by their names.
 */
columns: DuesImportColumns | null, };

/**
 * Takes payments over from a statement, and keeps under which names people pay.
 */
export type DuesImportRequest = { payments: Array<DuesPayment>, aliases: Array<DuesAlias>, };

/**
 * One payment that came in.
 */
export type DuesImportRow = { 
/**
 * The row of the sheet, from 1, as the sheet counts them.
 */
row: number, paid_on: string, 
/**
 * 交易对方 as it stands there.
 */
party: string, 
/**
 * 备注、商品 as they stand there.
 */
note: string, amount: Fen, transaction: string, 
/**
 * Whose dues it is taken for; `None` where that cannot be told.
 */
member: MemberId | null, name: string, 
/**
 * For which months, as proposed: all of the amount, or nothing where that cannot be told.
 */
months: Array<DuesPart>, 
/**
 * Why it has to be looked at, in one Chinese sentence; empty for what is certain.
 */
doubt: string, };

/**
 * How it is told what somebody owes.
 */
export type DuesKind = "salary" | "yearly_salary" | "retired" | "fixed" | "farmer" | "reduced" | "waived";

/**
 * A year's 收支.
 */
export type DuesLedger = { year: number, 
/**
 * The newest first.
 */
entries: Array<DuesEntryRow>, 
/**
 * What was there when the year began, in fen.
 */
before: number, 
/**
 * What members paid in the year.
 */
paid_in: Fen, handed_up: Fen, returned: Fen, other_income: Fen, spent: Fen, 
/**
 * What is there at its end, or now, in fen.
 */
balance: number, 
/**
 * What was spent for each use.
 */
uses: Array<DuesUseSum>, 
/**
 * When the year was published (F13).
 */
published: DuesPublication | null, };

/**
 * Which year.
 */
export type DuesLedgerRequest = { year: number, };

/**
 * Everything about one member's dues.
 */
export type DuesMember = { member: MemberId, name: string, 
/**
 * The newest first.
 */
bases: Array<DuesBase>, 
/**
 * The newest first.
 */
payments: Array<DuesPayment>, 
/**
 * Names under which the member pays by telephone.
 */
aliases: Array<string>, 
/**
 * The last month up to which everything is paid; `None` when nothing is.
 */
paid_to: Month | null, };

/**
 * The papers of dues.
 */
export type DuesPaper = { "kind": "dues_register", from: Month, to: Month, } | { "kind": "dues_publication_sheet", year: number, } | { "kind": "dues_statement", year: number, } | { "kind": "dues_receipt", payment: DuesPaymentId, };

/**
 * What a payment holds for one month.
 */
export type DuesPart = { month: Month, amount: Fen, };

/**
 * What one member has paid for one month.
 */
export type DuesPayEntry = { member: MemberId, month: Month, 
/**
 * All of it; nothing takes out what stood there.
 */
amount: Fen, 
/**
 * Why it is not what was owed, or what else is to be noted; `None` leaves the note of an amount that stays.
 */
note: string | null, };

/**
 * Fields of the grid as they were typed, taken or pasted.
 */
export type DuesPayRequest = { entries: Array<DuesPayEntry>, 
/**
 * The day of those that are new.
 */
paid_on: string, way: DuesWay, };

/**
 * One payment of one member.
 */
export type DuesPayment = { 
/**
 * `None` adds one.
 */
id: DuesPaymentId | null, 
/**
 * Whose dues they are.
 */
member: MemberId, paid_on: string, way: DuesWay, 
/**
 * Who brought it, where that was somebody else at the member's wish; nobody pays for another (F11).
 */
payer: string, 
/**
 * 收款人
 */
received_by: string, 
/**
 * Number of the receipt.
 */
receipt: string, 
/**
 * As the statement of an account has it; one is entered once.
 */
transaction: string, note: string, 
/**
 * For which months, how much each.
 */
months: Array<DuesPart>, };

/**
 * Identifies a payment of dues.
 */
export type DuesPaymentId = number;

/**
 * 公布: when and where the members were told of a year's dues (F13).
 */
export type DuesPublication = { year: number, published_on: string, 
/**
 * 公布栏, 党员大会 …
 */
place: string, note: string, };

/**
 * What is owed for a month, and by which rule.
 */
export type DuesRate = { fen: Fen, rule: RuleId, };

/**
 * Asks what somebody owes for a month, without any file.
 */
export type DuesRateRequest = { kind: DuesKind, 
/**
 * Fen a month, of a yearly salary fen a year; what was agreed, of a farmer or a reduced amount.
 */
base_fen: Fen, 
/**
 * By the rules of that day.
 */
on: string, };

/**
 * To what an amount is rounded, half of it upwards.
 */
export type DuesRounding = "fen" | "jiao" | "yuan";

/**
 * One member's year.
 */
export type DuesRow = { member: MemberId, name: string, kind: MemberKind, 
/**
 * Left the branch meanwhile.
 */
has_left: boolean, 
/**
 * The base of the year's last month that it has one for.
 */
base: DuesBase | null, 
/**
 * The relief that ended with the year before, or in the year: it may be agreed to again.
 */
ended: DuesBase | null, 
/**
 * The twelve months.
 */
cells: Array<DuesCell>, owed: Fen, paid: Fen, 
/**
 * What is lacking of the months that are over.
 */
lacking: Fen, 
/**
 * How many of these months.
 */
lacking_months: number, };

/**
 * How dues are collected where the branch is.
 */
export type DuesSettings = { 
/**
 * To what an amount that is owed is rounded (F14).
 */
rounding: DuesRounding, 
/**
 * The first month that is rounded so; earlier ones are exact. `None` rounds all.
 */
rounding_from: Month | null, 
/**
 * Paid by the quarter, as the branch agreed (F10): a month is due when its quarter ends.
 */
quarterly: boolean, 
/**
 * Where that is laid down.
 */
source: string, };

/**
 * How a member's month stands.
 */
export type DuesState = "outside" | "unset" | "waived" | "open" | "lacking" | "settled" | "more";

/**
 * What was owed and paid in a stretch of months.
 */
export type DuesSum = { owed: Fen, paid: Fen, 
/**
 * Members who owed something.
 */
owing: number, 
/**
 * Those of them who paid all of it.
 */
settled: number, };

/**
 * The five uses that are permitted (中组发〔2008〕3号 第十九条).
 */
export type DuesUse = "training" | "materials" | "honours" | "hardship" | "disaster";

/**
 * What was spent for one use.
 */
export type DuesUseSum = { spent_for: DuesUse, amount: Fen, };

/**
 * In which way it was paid.
 */
export type DuesWay = "cash" | "transfer" | "wechat" | "alipay" | "other";

/**
 * A year of dues: members by months.
 */
export type DuesYear = { year: number, 
/**
 * One page of them, in the order of the roster.
 */
rows: Array<DuesRow>, 
/**
 * How many there are on all pages.
 */
total: number, 
/**
 * The twelve months, of everybody whoever is listed.
 */
months: Array<DuesSum>, 
/**
 * The four quarters.
 */
quarters: Array<DuesSum>, whole: DuesSum, 
/**
 * Members without a base for the present month, or the year's last.
 */
without_base: number, 
/**
 * Members who lack something of the months that are over.
 */
in_arrears: number, 
/**
 * What they lack together.
 */
lacking: Fen, };

/**
 * Which year, and who of it.
 */
export type DuesYearRequest = { year: number, 
/**
 * Only whose name contains it; empty for everybody.
 */
search: string, 
/**
 * Only who lacks something.
 */
lacking: boolean, 
/**
 * Pages of [`DuesYear::PAGE`] people, from 0.
 */
page: number, };

/**
 * What the secretary enters to prepare an election.
 */
export type Election = { 
/**
 * `None` makes a new one.
 */
id: ElectionId | null, 
/**
 * The meeting at which it is held.
 */
meeting: MeetingId, 
/**
 * Why it is held.
 */
purpose: ElectionPurpose, 
/**
 * What is elected.
 */
post: ElectionPost, 
/**
 * 应选名额
 */
seats: number, 
/**
 * Candidates; in a reply by strokes, as on the ballot.
 */
candidates: Array<MemberId>, 
/**
 * 总监票人
 */
chief_scrutineer: string, 
/**
 * 监票人, by name
 */
scrutineers: Array<string>, 
/**
 * 计票人, by name
 */
counters: Array<string>, };

/**
 * The superior's approval.
 */
export type ElectionApproval = { on: string, 
/**
 * Its number, as entered; may be empty.
 */
number: string, };

/**
 * Records the superior's approval.
 */
export type ElectionApproveRequest = { 
/**
 * Of which election.
 */
election: ElectionId, 
/**
 * The approval.
 */
approval: ElectionApproval, };

/**
 * Assigns the offices and ends those before.
 */
export type ElectionConcludeRequest = { election: ElectionId, 
/**
 * The offices of those elected, and of those who held one before where it differs from the proposal.
 */
offices: Array<ElectionOffice>, 
/**
 * 第几届: the term that begins with it; `None` records none.
 */
term: number | null, };

/**
 * Someone who was elected.
 */
export type ElectionElected = { person: ElectionPerson, 
/**
 * In which round.
 */
round: number, 
/**
 * With how many votes.
 */
votes: number, };

/**
 * Someone who holds an office on the day and was not elected.
 */
export type ElectionHolder = { member: MemberId, name: string, offices: Offices, 
/**
 * Which from then on; none lays them down.
 */
proposed: Offices, };

/**
 * Identifies an election.
 */
export type ElectionId = number;

/**
 * The vote that is due next.
 */
export type ElectionNextRound = { number: number, 
/**
 * Why it is held.
 */
kind: ElectionRoundKind, 
/**
 * The round before was void and is held again (V06).
 */
again: boolean, 
/**
 * Seats to be filled.
 */
seats: number, 
/**
 * Who stands, by strokes. For the rest of the seats a proposal: others may stand.
 */
candidates: Array<ElectionPerson>, 
/**
 * The sentence to read out before it.
 */
before: string, };

/**
 * Who holds which office from then on.
 */
export type ElectionOffice = { member: MemberId, 
/**
 * Which; one may hold two, and who has none holds none any more.
 */
offices: Offices, };

/**
 * The papers of an election.
 */
export type ElectionPaper = { "kind": "ballots", election: ElectionId, copies: number, } | { "kind": "tally_sheet", election: ElectionId, round: number, } | { "kind": "election_report", election: ElectionId, };

/**
 * Someone who is voted for. Whoever is not a member with the right to be elected has a name only.
 */
export type ElectionPerson = { 
/**
 * Who; `None` for a written-in name of nobody who can be elected.
 */
member: MemberId | null, name: string, };

/**
 * What is elected.
 */
export type ElectionPost = "committee_member" | "secretary" | "deputy_secretary";

/**
 * Why it is held.
 */
export type ElectionPurpose = "regular" | "by_election";

/**
 * Which elections to list.
 */
export type ElectionQuery = { 
/**
 * Only those of this meeting.
 */
meeting: MeetingId | null, };

/**
 * One round as counted.
 */
export type ElectionRound = { election: ElectionId, 
/**
 * `None` adds one; only the newest can be changed.
 */
number: number | null, 
/**
 * 应到会有选举权的人数
 */
voters_expected: number, 
/**
 * 实到会有选举权的人数
 */
voters_present: number, 
/**
 * 发出选票
 */
handed_out: number, 
/**
 * 收回选票
 */
collected: number, 
/**
 * 无效票
 */
invalid: number, 
/**
 * The candidates' votes.
 */
candidates: Array<ElectionVotes>, 
/**
 * 另选他人
 */
write_ins: Array<ElectionWriteIn>, };

/**
 * Why a round is held.
 */
export type ElectionRoundKind = "first" | "run_off" | "rest";

/**
 * Names a round.
 */
export type ElectionRoundRef = { election: ElectionId, 
/**
 * Which round, from 1.
 */
number: number, };

/**
 * A round with its outcome.
 */
export type ElectionRoundView = { 
/**
 * As entered.
 */
round: ElectionRound, 
/**
 * Why it was held.
 */
kind: ElectionRoundKind, 
/**
 * Seats to be filled.
 */
seats: number, 
/**
 * 有效票
 */
valid_ballots: number, 
/**
 * V03, V06: the round stands.
 */
stands: boolean, 
/**
 * Votes in favour that elect (V05).
 */
votes_needed: number, 
/**
 * Who was elected, by votes.
 */
elected: Array<ElectionPerson>, 
/**
 * Who must be voted on again (V08).
 */
tied: Array<ElectionPerson>, 
/**
 * Seats still open.
 */
open_seats: number, 
/**
 * The sentence to read out; empty while something cannot be.
 */
announcement: string, 
/**
 * What cannot be, field by field; it is refused when saved.
 */
problems: Array<FieldProblem>, 
/**
 * What is odd, field by field; it can be saved.
 */
remarks: Array<FieldProblem>, };

/**
 * An election in a list.
 */
export type ElectionRow = { id: ElectionId, 
/**
 * `换届选举支部委员会委员`
 */
title: string, meeting: MeetingId, meeting_title: string, on: string, 
/**
 * 应选名额
 */
seats: number, 
/**
 * Names of those elected, in the order of the counting.
 */
elected: Array<string>, 
/**
 * Where it stands.
 */
state: ElectionState, };

/**
 * Where an election stands.
 */
export type ElectionState = "prepared" | "counting" | "decided" | "concluded";

/**
 * An election, whole.
 */
export type ElectionView = { 
/**
 * As entered.
 */
election: Election, 
/**
 * `换届选举支部委员会委员`
 */
title: string, 
/**
 * The meeting's title.
 */
meeting_title: string, 
/**
 * The meeting's day.
 */
on: string, 
/**
 * The meeting's attendance was recorded, so that ballots can be counted.
 */
held: boolean, 
/**
 * Where it stands.
 */
state: ElectionState, 
/**
 * 应到会有选举权的人数, from the meeting's attendance
 */
voters_expected: number, 
/**
 * 实到会有选举权的人数, likewise
 */
voters_present: number, 
/**
 * Candidates by strokes.
 */
candidates: Array<ElectionPerson>, 
/**
 * Everyone who can be elected, by strokes.
 */
eligible: Array<ElectionPerson>, 
/**
 * How many candidates there should be (V04).
 */
candidates_needed: number, 
/**
 * The sentence to read out before the vote.
 */
before: string, 
/**
 * Rounds in order.
 */
rounds: Array<ElectionRoundView>, 
/**
 * The vote that is due next; `None` when every seat is filled.
 */
next: ElectionNextRound | null, 
/**
 * Those elected, in the order of the counting.
 */
elected: Array<ElectionElected>, 
/**
 * Who else holds an office on the day, with the office proposed from then on.
 */
holders: Array<ElectionHolder>, 
/**
 * The number of the term that would begin with it (换届); `None` when none begins, or it is recorded already.
 */
term: number | null, 
/**
 * Who took up, kept or laid down which office, once concluded.
 */
offices: Array<ElectionOffice>, 
/**
 * The superior's approval (V10), once it came.
 */
approval: ElectionApproval | null, 
/**
 * What is missing or odd, with its article.
 */
findings: Array<Finding>, };

/**
 * A candidate's votes.
 */
export type ElectionVotes = { member: MemberId, 
/**
 * 赞成
 */
votes_for: number, 
/**
 * 不赞成
 */
votes_against: number, 
/**
 * 弃权
 */
abstained: number, };

/**
 * Votes for someone who is not on the ballot.
 */
export type ElectionWriteIn = { 
/**
 * Who; `None` takes the member of that name, if there is just one who can be elected.
 */
member: MemberId | null, 
/**
 * Name as written.
 */
name: string, 
/**
 * How many wrote it.
 */
votes: number, };

/**
 * Adds or corrects entries of a file, all or none.
 */
export type EntriesRequest = { file: DevelopmentFileId, entries: Array<Entry>, 
/**
 * That it was so was confirmed, however unlikely it is.
 */
insist: boolean, 
/**
 * What follows for the roster is entered there by the same change.
 */
roster: boolean, };

/**
 * What happened on a day.
 */
export type Entry = { 
/**
 * `None` adds one.
 */
id: EntryId | null, kind: EntryKind, 
/**
 * The day that the paper bears or the meeting was held.
 */
on: string, 
/**
 * The meeting at which it was decided, where the file has it.
 */
meeting: MeetingId | null, 
/**
 * The vote at that meeting.
 */
vote: number | null, 
/**
 * What else was written down.
 */
values: Values, 
/**
 * 备注
 */
note: string, };

/**
 * A field of an entry, or of what is known of the person.
 */
export type EntryField = "received_on" | "received_by" | "talkers" | "talker_post" | "superior_post" | "place" | "experience" | "understanding" | "motive" | "conduct" | "family_state" | "explained" | "both_signed" | "way" | "expected" | "present" | "votes_for" | "votes_against" | "abstained" | "written_for" | "written_against" | "ballot" | "issued" | "collected" | "invalid" | "opinion" | "sent_on" | "answered_by" | "answer" | "mentor_opinion" | "group_opinion" | "branch_opinion" | "members_opinion" | "masses_opinion" | "sponsor_opinions" | "mentor_signed" | "secretary_signed" | "talker_signed" | "content" | "ends_on" | "organizer" | "organizer_kind" | "days" | "hours" | "held" | "result" | "certificate" | "exempt_reason" | "host" | "attendees" | "person_present" | "all_spoke" | "notice_at" | "phone" | "contact" | "raised" | "settled" | "to" | "relation" | "about" | "asked_at" | "answered_on" | "answered" | "verdict" | "beliefs" | "net_conduct" | "family_review" | "inquiry" | "sealed" | "leaves_on" | "leave_reason" | "handed_out_on" | "serial" | "sponsor_name" | "outcome" | "conversion_outcome" | "months" | "delay_reason" | "own_report" | "to_explain" | "sponsors_spoke" | "committee_reported" | "discussed" | "performance" | "approver_kind" | "probation_from" | "probation_to" | "general_branch_on" | "told_on" | "announced_on" | "group" | "leader" | "self_review" | "full_from" | "talked_on" | "receiver" | "archive_kind" | "pages" | "handed_by" | "from_branch" | "examined_on" | "examined_by" | "missing_papers" | "to_branch" | "papers_handed" | "decision" | "decided_on" | "former_name" | "native_place" | "league_joined" | "mobile" | "household" | "residence" | "has_personnel_file" | "resume" | "family" | "relations" | "awards";

/**
 * The form of one kind.
 */
export type EntryForm = { kind: EntryKind, title: string, 
/**
 * What its day is the day of.
 */
day_title: string, 
/**
 * The step it belongs to; 0 for what can happen at any time.
 */
step: number, 
/**
 * Its entry means that the step is done.
 */
finishes: boolean, times: EntryTimes, 
/**
 * The meeting at which it is decided.
 */
meeting: MeetingKind | null, fields: Array<FieldForm>, };

/**
 * What can be entered.
 */
export type EntryForms = { 
/**
 * A form for each kind, in the order of the steps.
 */
kinds: Array<EntryForm>, 
/**
 * What is asked about the person.
 */
person: Array<FieldForm>, };

/**
 * Identifies an entry.
 */
export type EntryId = number;

/**
 * A kind of entry.
 */
export type EntryKind = "application" | "talk" | "recommendation" | "activist" | "activist_filing" | "mentors_named" | "review" | "mentor_talk" | "activist_training" | "candidate_opinions" | "candidate_meeting" | "candidate_consent" | "candidate_notice" | "candidate" | "sponsors_named" | "review_letter" | "political_review" | "training" | "committee_review" | "pre_examination" | "application_form" | "sponsor_opinion" | "admission" | "superior_talk" | "approval" | "superior_filing" | "group_assignment" | "oath" | "probation_review" | "conversion_application" | "conversion_opinions" | "conversion_review" | "conversion_notice" | "conversion" | "conversion_approval" | "archive" | "arrival" | "handover" | "discipline" | "explanation";

/**
 * How often a kind of entry is made.
 */
export type EntryTimes = "once" | "again";

/**
 * How someone came to the branch.
 */
export type EntryWay = "original" | "admitted" | "moved_in" | "restored" | "other";

/**
 * One member's 对照检查, every word as entered (trap 13).
 */
export type Examination = { member: MemberId, 
/**
 * 查摆的问题
 */
problems: string, 
/**
 * 整改承诺
 */
promises: string, };

/**
 * Saves what one member found; both texts empty takes it out.
 */
export type ExaminationRequest = { 
/**
 * At which meeting.
 */
meeting: MeetingId, 
/**
 * What was found.
 */
examination: Examination, };

/**
 * Why a member does not count, and what that rests on (V11: both are recorded).
 */
export type Exclusion = { 
/**
 * Which of the six cases.
 */
ground: ExclusionGround, 
/**
 * The superior's consent: its number or date, as entered.
 */
consent: string, 
/**
 * The general meeting's decision: its date, as entered.
 */
decision: string, };

/**
 * The six cases of V11.
 */
export type ExclusionGround = "no_expression" | "abroad" | "punished" | "bedridden" | "transfer_overdue" | "retired_home";

/**
 * How someone left the branch.
 */
export type ExitWay = "moved_out" | "deceased" | "withdrew" | "struck_off" | "expelled" | "revoked" | "other";

/**
 * How the frozen list differs from what the roster says of that day now, by names.
 */
export type ExpectedDrift = { 
/**
 * Expected, and not on the list.
 */
missing: Array<string>, 
/**
 * On the list, and not expected.
 */
surplus: Array<string>, 
/**
 * On the list with another kind, right to vote, or 不作硬性要求 (B19).
 */
changed: Array<string>, };

/**
 * Which columns a table has.
 */
export type ExportLayout = "national" | { "chosen": Array<ImportField> };

/**
 * Identifies a fact.
 */
export type FactId = number;

/**
 * Sets the same fact for one or more members.
 */
export type FactsRequest = { members: Array<MemberId>, 
/**
 * What it is about.
 */
aspect: Aspect, 
/**
 * What holds from then on; `""` is the ordinary case.
 */
value: string, 
/**
 * Where to, or in what way.
 */
detail: string, 
/**
 * From when; not in the future. `None`: since before the file was begun, where nothing of the kind is there yet.
 */
since: PartialDate | null, why: string, };

/**
 * An amount in fen, never less than nothing. On the wire a whole number of fen; in a sentence yuan, `23.50`.
 */
export type Fen = number;

/**
 * A field of a form.
 */
export type FieldForm = { field: EntryField, label: string, kind: FieldKind, choices: Array<FormChoice>, };

/**
 * How a field is filled in.
 */
export type FieldKind = "text" | "words" | "day" | "count" | "yes_no" | "choice";

/**
 * What is wrong with one field of a request.
 */
export type FieldProblem = { 
/**
 * The field's name in the request; list items as `agenda.2.title`.
 */
field: string, 
/**
 * One Chinese sentence.
 */
message: string, };

/**
 * A field that a sheet can have a column for.
 */
export type FieldView = { field: ImportField, 
/**
 * What it is called.
 */
title: string, 
/**
 * In an export masked, or left out, unless the user says otherwise.
 */
sensitive: boolean, };

/**
 * Names a file the user chose. The window sees only this; the front that issued it knows the path.
 */
export type FileToken = string;

/**
 * What a rule has to say about a record. Never a block (trap 3).
 */
export type Finding = { 
/**
 * The rule that asks for it; `None` where two entries merely do not agree.
 */
rule: RuleId | null, 
/**
 * How pressing.
 */
severity: Severity, 
/**
 * One Chinese sentence: whose, what, and by when.
 */
message: string, 
/**
 * What to do, a few words for the button: 办理, 去开 …
 */
action: string, due: string | null, 
/**
 * Where to go.
 */
subject: Subject, 
/**
 * What tells it from others of its rule about the same record and day: the group, the step, the people by their ids,
 * separated by spaces. A line of the home page is set aside by it, so that nothing else goes with it.
 */
key: string, };

/**
 * One of the first steps.
 */
export type FirstStep = { 
/**
 * Stable name: `import_roster`, `set_offices`, `first_meeting`, `first_study`, `backup`.
 */
code: string, 
/**
 * In Chinese.
 */
title: string, done: boolean, };

/**
 * What can be chosen.
 */
export type FormChoice = { value: string, label: string, };

/**
 * Someone who was in the branch before.
 */
export type FormerMember = { id: MemberId, name: string, 
/**
 * Since when the person is no longer a member here.
 */
left_on: string, 
/**
 * Has the same id number.
 */
same_id_number: boolean, };

/**
 * A mentor or a sponsor, and from when until when.
 */
export type Guide = { 
/**
 * `None` adds one.
 */
id: GuideId | null, role: GuideRole, 
/**
 * The member of this branch; `None` for somebody of another one.
 */
member: MemberId | null, 
/**
 * The name; of a member the one in the roster.
 */
name: string, 
/**
 * The first day; `None` where it is not known.
 */
since: string | null, 
/**
 * The first day on which it is somebody else; `None` while it lasts.
 */
until: string | null, 
/**
 * Why somebody else took over (D36).
 */
why: string, };

/**
 * Identifies a mentor or sponsor of a file.
 */
export type GuideId = number;

/**
 * Adds, corrects or takes out a mentor or a sponsor.
 */
export type GuideRequest = { file: DevelopmentFileId, guide: Guide, 
/**
 * That it was so was confirmed, however unlikely it is.
 */
insist: boolean, };

/**
 * 培养联系人 or 入党介绍人.
 */
export type GuideRole = "mentor" | "sponsor";

/**
 * A mentor or sponsor, with what the roster says.
 */
export type GuideView = { guide: Guide, 
/**
 * Why the person may not be it; `None` where nothing speaks against.
 */
unfit: string | null, };

/**
 * A part of 党支部工作手册 as the branch has it.
 */
export type HandbookChoice = { part: HandbookPart, 
/**
 * Its name here; empty for the usual one.
 */
name: string, left_out: boolean, };

/**
 * The parts of 党支部工作手册, in their order.
 */
export type HandbookPart = "about" | "roster" | "plan_and_summary" | "general" | "committee" | "group" | "lecture" | "theme_day" | "organizational_life" | "appraisal" | "talks" | "study" | "development" | "dues" | "transfers" | "discipline" | "letters" | "publicity" | "organization" | "inspections" | "hand_over";

/**
 * A part before it is bound.
 */
export type HandbookPartView = { 
/**
 * The name it has as a rule.
 */
usual_name: string, 
/**
 * How many records of the year it would hold.
 */
records: number, part: HandbookPart, 
/**
 * Its name here; empty for the usual one.
 */
name: string, left_out: boolean, };

/**
 * Which year.
 */
export type HandbookRequest = { year: number, };

/**
 * A year before it is bound: which parts there are, and what each would hold.
 */
export type HandbookView = { year: number, 
/**
 * All of them, in the order of the book.
 */
parts: Array<HandbookPartView>, };

/**
 * What a helper is.
 */
export type HelperRole = "organizer" | "first_secretary" | "instructor" | "liaison" | "other";

/**
 * A year whose holidays are other.
 */
export type HolidayChange = { year: number, 
/**
 * The year had none so far.
 */
is_new: boolean, days_off: number, 
/**
 * Make-up days of work.
 */
workdays: number, };

/**
 * A line that was set aside.
 */
export type HomeAside = { id: HomeAsideId, 
/**
 * The rule that had spoken.
 */
rule: RuleId | null, 
/**
 * The record it spoke of.
 */
subject: Subject, 
/**
 * The day it was due.
 */
due: string | null, 
/**
 * What told it from others of them ([`Finding::key`]).
 */
key: string, 
/**
 * What it said.
 */
message: string, 
/**
 * Why it is not shown.
 */
how: HomeAsideHow, 
/**
 * How pressing it was when it was said to be done; `None` where it was not.
 */
done_as: Severity | null, 
/**
 * When it was set aside.
 */
set_on: string, };

/**
 * Why a line is not shown.
 */
export type HomeAsideHow = { "kind": "not_applicable", 
/**
 * In the secretary's own words; not empty.
 */
reason: string, } | { "kind": "done", 
/**
 * When and how, in the secretary's own words; not empty.
 */
note: string, } | { "kind": "later", 
/**
 * After today, within a year.
 */
until: string, };

/**
 * Identifies a line that was set aside.
 */
export type HomeAsideId = number;

/**
 * What is late or due in one room.
 */
export type HomeBadge = { room: Room, 
/**
 * How many lines of the home page are about it.
 */
count: number, };

/**
 * Which month.
 */
export type HomeCalendarRequest = { year: number, 
/**
 * 1 to 12.
 */
month: number, };

/**
 * A day of the month.
 */
export type HomeDay = { on: string, 
/**
 * 休 or 班, where the notice of the year names the day.
 */
off: boolean | null, 
/**
 * The holiday that the notice names, 春节; empty of an ordinary day.
 */
holiday: string, 
/**
 * What is on it.
 */
items: Array<HomeDayItem>, };

/**
 * Something that is on a day.
 */
export type HomeDayItem = { kind: HomeDayKind, 
/**
 * What, and where it leads.
 */
about: Finding, };

/**
 * What is on a day.
 */
export type HomeDayKind = "meeting" | "study" | "deadline" | "anniversary";

/**
 * A figure of the branch; the window knows by its code which list it opens.
 */
export type HomeFigure = { 
/**
 * Stable name.
 */
code: string, 
/**
 * What is counted, in Chinese.
 */
name: string, 
/**
 * The figure with its unit.
 */
value: string, 
/**
 * What is to be said besides; may be empty.
 */
note: string, };

/**
 * What is looked for.
 */
export type HomeFindRequest = { 
/**
 * Characters, pinyin, initials, the end of a number, or the number of a rule.
 */
text: string, 
/**
 * What the window itself has to offer: its pages, its papers, what can be done.
 */
names: Array<string>, };

/**
 * What was found, the best first.
 */
export type HomeFound = { 
/**
 * Places in `names` of the request.
 */
names: Array<number>, 
/**
 * Members, then those who have left.
 */
people: Array<HomeHit>, 
/**
 * Meetings, the newest first.
 */
meetings: Array<HomeHit>, 
/**
 * Development files, open ones first.
 */
files: Array<HomeHit>, 
/**
 * Documents of the library.
 */
documents: Array<HomeHit>, 
/**
 * Rules, each in the text that is in force.
 */
rules: Array<HomeHit>, };

/**
 * A group of what is to be done.
 */
export type HomeGroup = { when: HomeWhen, count: number, };

/**
 * Something found.
 */
export type HomeHit = { 
/**
 * The number of the record, or of the rule.
 */
key: string, name: string, 
/**
 * What tells it from others.
 */
note: string, };

/**
 * A month of the branch.
 */
export type HomeMonth = { year: number, 
/**
 * 1 to 12.
 */
month: number, 
/**
 * Whether the holidays of the year are known.
 */
knows_holidays: boolean, 
/**
 * Every day of it.
 */
days: Array<HomeDay>, };

/**
 * Who came to the meetings of a month.
 */
export type HomeMonthRate = { 
/**
 * 1 to 12.
 */
month: number, 
/**
 * 应到, summed.
 */
expected: number, 
/**
 * 实到, summed.
 */
present: number, 
/**
 * Percent present of expected; `None` where nobody was expected.
 */
percent: number | null, };

/**
 * The papers of the home page.
 */
export type HomePaper = { "kind": "figures", };

/**
 * Findings to set aside, as `todo` has them.
 */
export type HomeSetAsideRequest = { 
/**
 * Which; several where many alike are one line.
 */
findings: Array<Finding>, 
/**
 * For good or for a while.
 */
how: HomeAsideHow, };

/**
 * How something stands that the branch depends on.
 */
export type HomeState = { 
/**
 * Stable name: `backup`, `report`, `certificate`.
 */
code: string, 
/**
 * In Chinese.
 */
name: string, 
/**
 * How it stands, in a few words.
 */
said: string, 
/**
 * Nothing needs to be done about it.
 */
is_good: boolean, };

/**
 * The home page.
 */
export type HomeView = { 
/**
 * Today.
 */
today: string, 
/**
 * The running quarter.
 */
quarter: Quarter, 
/**
 * Days left in it.
 */
days_left: number, 
/**
 * What is to be done, most pressing first, without what was set aside.
 */
todo: Array<Finding>, 
/**
 * How many of `todo` fall into each group, in its order; empty groups are left out.
 */
groups: Array<HomeGroup>, 
/**
 * What was set aside and would be in `todo` otherwise.
 */
set_aside: Array<HomeAside>, 
/**
 * Meetings of the quarter by kind.
 */
meeting_kinds: Array<KindCount>, 
/**
 * The branch in figures.
 */
figures: Array<HomeFigure>, 
/**
 * Who came to the meetings of the year, month by month up to this one.
 */
attendance: Array<HomeMonthRate>, 
/**
 * Members who have reached their hours of the year.
 */
study_reached: number, 
/**
 * Members who have not.
 */
study_not_reached: number, 
/**
 * Open development files by stage.
 */
development: Array<LabelCount>, 
/**
 * How backup, report and certificate stand.
 */
states: Array<HomeState>, 
/**
 * The first steps of a new file, done or not.
 */
first_steps: Array<FirstStep>, };

/**
 * By when something is to be done.
 */
export type HomeWhen = "overdue" | "today" | "week" | "month" | "quarter" | "later";

/**
 * 学时, kept in tenths: `Hours::from_tenths(25)` is two and a half. On the wire a number, `2.5`.
 */
export type Hours = number;

/**
 * 公民身份号码, checked and upper case: 18 characters, or 15 of the first generation; 港澳台居民居住证 (81, 82, 83)
 * included (trap 8).
 */
export type IdNumber = string;

/**
 * One column of the file.
 */
export type ImportColumn = { 
/**
 * From 0.
 */
index: number, 
/**
 * The header as it stands in the file.
 */
header: string, 
/**
 * What it stands for; `None` is left out.
 */
field: ImportField | null, 
/**
 * The first filled cell, as an example.
 */
example: string, 
/**
 * Whether it is read to see who is no member any more.
 */
watched: boolean, };

/**
 * What else an accepted row holds that is looked at before it comes in.
 */
export type ImportDetail = { 
/**
 * 学历
 */
education: string, 
/**
 * 手机号, whole
 */
mobile: string, 
/**
 * 固定电话
 */
landline: string, 
/**
 * 家庭住址
 */
address: string, 
/**
 * 党小组
 */
party_group: string, 
/**
 * 党内职务
 */
offices: string, };

/**
 * A field that a column can stand for.
 */
export type ImportField = "name" | "branch_name" | "id_number" | "sex" | "ethnicity" | "birth" | "education" | "kind" | "joined" | "converted" | "job_position" | "mobile" | "landline" | "address" | "standing" | "is_lost" | "lost_contact_since" | "lost_reason" | "is_mobile" | "mobile_since" | "mobile_destination" | "party_group" | "unit" | "office" | "entered_on" | "entered_how" | "party_age_correction_months" | "probation_extended_months" | "attendance_not_required" | "vote_suspended" | "note" | Particular;

/**
 * One field's old and new value, as a person reads it.
 */
export type ImportFieldChange = { field: ImportField, 
/**
 * As it is.
 */
old: string, 
/**
 * As the file has it.
 */
new: string, };

/**
 * A cell that is kept in another form than it is written: a small x, full-width digits, blanks in a name.
 */
export type ImportNormalized = { 
/**
 * The sheet's row.
 */
row: number, 
/**
 * Which field.
 */
field: ImportField, 
/**
 * As the file has it.
 */
written: string, 
/**
 * As it is kept.
 */
kept: string, };

/**
 * Something about a row.
 */
export type ImportNote = { 
/**
 * The sheet's row.
 */
row: number, 
/**
 * 姓名 as far as it could be read.
 */
name: string, 
/**
 * E.g. `id_check_digit`.
 */
code: string, 
/**
 * One Chinese sentence.
 */
message: string, 
/**
 * The field it is about, where there is one.
 */
field: ImportField | null, };

/**
 * What comes in, row by row (`row` is the sheet's own, from 1).
 */
export type ImportOutcome = { 
/**
 * Rows that come in, new or updating.
 */
accepted: Array<ImportedRow>, 
/**
 * Accepted rows with something odd; one entry per oddity.
 */
warned: Array<ImportNote>, 
/**
 * Rows of which nothing is stored.
 */
rejected: Array<ImportNote>, 
/**
 * Of the accepted, those that change a member who is already there.
 */
updated: Array<ImportUpdate>, 
/**
 * Rows that are already there, field by field.
 */
unchanged: number, 
/**
 * Accepted rows that may be about somebody else than it seems: a new person who may be there already, a known one
 * under another name. The window leaves them out until the secretary ticks them.
 */
doubtful: Array<number>, 
/**
 * Cells of accepted rows that are kept in another form than they are written.
 */
normalized: Array<ImportNormalized>, };

/**
 * What would come in.
 */
export type ImportPreview = { 
/**
 * Visible sheets.
 */
sheets: Array<string>, 
/**
 * The one read.
 */
sheet: string, 
/**
 * The header's row, from 1.
 */
header_row: number, 
/**
 * The sheet's first rows as one line each, to choose the header among them.
 */
first_rows: Array<string>, 
/**
 * Columns are assigned as they were, by hand, for an earlier file with this header.
 */
remembered: boolean, 
/**
 * Columns and what they stand for.
 */
columns: Array<ImportColumn>, 
/**
 * The first and the last of the sheet's rows that hold people, from 1.
 */
data: [number, number] | null, 
/**
 * What is to be known of the file as a whole, one sentence each.
 */
notes: Array<string>, 
/**
 * More of the accepted rows, in their order.
 */
details: Array<ImportDetail>, 
/**
 * Goes into [`ImportRequest::digest`].
 */
digest: string, 
/**
 * Rows that come in, new or updating.
 */
accepted: Array<ImportedRow>, 
/**
 * Accepted rows with something odd; one entry per oddity.
 */
warned: Array<ImportNote>, 
/**
 * Rows of which nothing is stored.
 */
rejected: Array<ImportNote>, 
/**
 * Of the accepted, those that change a member who is already there.
 */
updated: Array<ImportUpdate>, 
/**
 * Rows that are already there, field by field.
 */
unchanged: number, 
/**
 * Accepted rows that may be about somebody else than it seems: a new person who may be there already, a known one
 * under another name. The window leaves them out until the secretary ticks them.
 */
doubtful: Array<number>, 
/**
 * Cells of accepted rows that are kept in another form than they are written.
 */
normalized: Array<ImportNormalized>, };

/**
 * Reads a roster file without storing anything.
 */
export type ImportPreviewRequest = { file: FileToken, 
/**
 * Which sheet; `None` takes the one that looks most like a roster.
 */
sheet: string | null, 
/**
 * Columns assigned by hand, by column number from 0; `None` as a value leaves a column out.
 */
mapping: { [key in number]: ImportField | null }, 
/**
 * The header's row, from 1, where the secretary knows better; `None` finds it.
 */
header_row: number | null, 
/**
 * Take no notice of what was assigned by hand for an earlier file with this header.
 */
automatic: boolean, };

/**
 * Saves the rows that did not come in as a sheet of their own, to be mended there and imported again.
 */
export type ImportProblemsRequest = { to: FileToken, 
/**
 * The preview's digest: a file that changed since is refused.
 */
digest: string, 
/**
 * Sheet rows the secretary left out.
 */
skip_rows: Array<number>, file: FileToken, 
/**
 * Which sheet; `None` takes the one that looks most like a roster.
 */
sheet: string | null, 
/**
 * Columns assigned by hand, by column number from 0; `None` as a value leaves a column out.
 */
mapping: { [key in number]: ImportField | null }, 
/**
 * The header's row, from 1, where the secretary knows better; `None` finds it.
 */
header_row: number | null, 
/**
 * Take no notice of what was assigned by hand for an earlier file with this header.
 */
automatic: boolean, };

/**
 * Stores what a preview showed.
 */
export type ImportRequest = { 
/**
 * The preview's digest: a file that changed since is refused.
 */
digest: string, 
/**
 * Sheet rows the secretary left out.
 */
skip_rows: Array<number>, file: FileToken, 
/**
 * Which sheet; `None` takes the one that looks most like a roster.
 */
sheet: string | null, 
/**
 * Columns assigned by hand, by column number from 0; `None` as a value leaves a column out.
 */
mapping: { [key in number]: ImportField | null }, 
/**
 * The header's row, from 1, where the secretary knows better; `None` finds it.
 */
header_row: number | null, 
/**
 * Take no notice of what was assigned by hand for an earlier file with this header.
 */
automatic: boolean, };

/**
 * A member who is already there and would change.
 */
export type ImportUpdate = { 
/**
 * The sheet's row.
 */
row: number, 
/**
 * 姓名
 */
name: string, 
/**
 * Field by field.
 */
fields: Array<ImportFieldChange>, };

/**
 * A row that comes in.
 */
export type ImportedRow = { 
/**
 * The sheet's row.
 */
row: number, 
/**
 * 姓名
 */
name: string, 
/**
 * In full: the user is looking at the file anyway.
 */
id_number: IdNumber | null, 
/**
 * 男 / 女
 */
sex: string | null, 
/**
 * 民族
 */
ethnicity: string, 
/**
 * ISO, or `YYYY-MM`
 */
birth: PartialDate | null, 
/**
 * 正式党员 / 预备党员
 */
kind: string, 
/**
 * ISO, or `YYYY-MM`
 */
joined: PartialDate | null, 
/**
 * ISO, or `YYYY-MM`
 */
converted: PartialDate | null, };

/**
 * The branch's own intention for a step.
 */
export type IntentionRequest = { file: DevelopmentFileId, 
/**
 * 1 to 25.
 */
step: number, 
/**
 * `None` takes it back.
 */
on: string | null, };

export type JsonValue = number | string | boolean | Array<JsonValue> | { [key in string]: JsonValue } | null;

/**
 * Meetings of one kind in a period against what the rules ask for.
 */
export type KindCount = { 
/**
 * Which kind.
 */
kind: MeetingKind, 
/**
 * Its Chinese name.
 */
name: string, 
/**
 * Asked for in the period; 0 where the rules ask per year and the period is shorter.
 */
required: number, 
/**
 * Planned and not called off.
 */
planned: number, 
/**
 * Held.
 */
held: number, 
/**
 * Asked for and neither planned nor held, each in its own month, quarter or year.
 */
lacking: number, 
/**
 * 应到, summed.
 */
expected: number, 
/**
 * 实到, summed.
 */
present: number, };

/**
 * How many stand under a label.
 */
export type LabelCount = { 
/**
 * E.g. 正式党员, 31–35岁.
 */
label: string, count: number, };

/**
 * What a check or a step is held against.
 */
export type LawText = "dev-2014" | "dev-2026" | "local" | "practice";

/**
 * A letter that goes out, as entered.
 */
export type Letter = { 
/**
 * `None` issues one.
 */
id: TransferId | null, 
/**
 * Who goes.
 */
member: MemberId | null, 
/**
 * 编号, `2026-007`; empty takes the year's next one.
 */
number: string, 
/**
 * 抬头: the committee that passes the letter on, or accepts it
 */
addressee: string, 
/**
 * 转往的党组织
 */
to_organization: string, 
/**
 * 现所在党组织
 */
from_organization: string, 
/**
 * 转出原因
 */
reason: string, 
/**
 * The date on the letter.
 */
issued_on: string, 
/**
 * 有效期, in days (E12).
 */
valid_days: number, 
/**
 * 党费交至, a month.
 */
dues_paid_to: PartialDate | null, 
/**
 * 党员联系电话; empty takes the roster's.
 */
phone: string, 
/**
 * 党员原所在基层党委通讯地址
 */
address: string, 
/**
 * 联系电话 of that committee
 */
office_phone: string, 
/**
 * 邮编
 */
postcode: string, 
/**
 * 经办人
 */
handled_by: string, 
/**
 * The letter that this one replaces.
 */
replaces: TransferId | null, };

/**
 * How many documents of a kind.
 */
export type LibraryCount = { kind: LibraryKind, count: number, };

/**
 * A document as entered.
 */
export type LibraryDocument = { 
/**
 * `None` adds one.
 */
id: LibraryDocumentId | null, kind: LibraryKind, title: string, 
/**
 * 发文单位
 */
issuer: string, 
/**
 * 文号
 */
number: string, issued_on: string | null, 
/**
 * 关键词
 */
keywords: string, 
/**
 * The secretary's own notes, or the text as it was pasted.
 */
text: string, };

/**
 * Identifies a document of the library.
 */
export type LibraryDocumentId = number;

/**
 * Saves the list of the library as XLSX.
 */
export type LibraryExportRequest = { file: FileToken, };

/**
 * Where a document was found.
 */
export type LibraryHit = { 
/**
 * `标题`, `正文`, `文件“通知.docx”` …
 */
place: string, 
/**
 * What stands before it.
 */
before: string, 
/**
 * What was looked for, as it stands there; found by its sound, all of it.
 */
found: string, 
/**
 * What stands behind it.
 */
after: string, };

/**
 * What sort of document it is.
 */
export type LibraryKind = "directive" | "speech" | "material" | "regulation" | "other";

/**
 * What was found.
 */
export type LibraryList = { 
/**
 * What is found in the title first, then the newest first.
 */
rows: Array<LibraryRow>, 
/**
 * How many of each kind were found, of whichever kind is listed.
 */
kinds: Array<LibraryCount>, 
/**
 * How many documents there are at all.
 */
total: number, };

/**
 * The papers of the library.
 */
export type LibraryPaper = { "kind": "library_catalogue", };

/**
 * Where a document can be learnt or spoken of.
 */
export type LibraryPlace = { "session": StudySessionId } | { "topic": StudyTopicId } | { "meeting": MeetingId };

/**
 * What is looked for.
 */
export type LibraryQuery = { 
/**
 * Empty for everything.
 */
search: string, kind: LibraryKind | null, };

/**
 * A document in the list.
 */
export type LibraryRow = { id: LibraryDocumentId, kind: LibraryKind, title: string, issuer: string, number: string, issued_on: string | null, 
/**
 * How many files it has.
 */
files: number, 
/**
 * In how many sessions it was learnt.
 */
sessions: number, 
/**
 * Where it was found, when something was looked for.
 */
hit: LibraryHit | null, };

/**
 * Where a document was learnt or spoken of.
 */
export type LibraryUse = { place: LibraryPlace, title: string, 
/**
 * The day; of a topic the first of its month.
 */
on: string, };

/**
 * Says which documents are spoken of at a place.
 */
export type LibraryUsesRequest = { place: LibraryPlace, 
/**
 * All of them.
 */
documents: Array<LibraryDocumentId>, };

/**
 * A document, whole.
 */
export type LibraryView = { 
/**
 * Where it was learnt or spoken of, the newest first.
 */
uses: Array<LibraryUse>, 
/**
 * `None` adds one.
 */
id: LibraryDocumentId | null, kind: LibraryKind, title: string, 
/**
 * 发文单位
 */
issuer: string, 
/**
 * 文号
 */
number: string, issued_on: string | null, 
/**
 * 关键词
 */
keywords: string, 
/**
 * The secretary's own notes, or the text as it was pasted.
 */
text: string, };

/**
 * A paper that the superior committee asks for.
 */
export type LocalMaterial = { 
/**
 * A number of its own, e.g. `L-1`.
 */
code: string, name: string, 
/**
 * The step it belongs to, 1 to 25.
 */
step: number, 
/**
 * Asked for of steps done from this day on; always where it is not said.
 */
from: string | null, 
/**
 * Asked for of steps done until this day; still where it is not said.
 */
to: string | null, };

/**
 * One local rule in words.
 */
export type LocalRule = { 
/**
 * What it is about.
 */
title: string, 
/**
 * What holds here; empty where nothing but the national rule does.
 */
value: string, 
/**
 * Where that is laid down.
 */
source: string, };

/**
 * One rule that would be another.
 */
export type LocalRuleChange = { title: string, 
/**
 * What holds now; empty where nothing local does.
 */
was: string, 
/**
 * What would hold instead.
 */
becomes: string, 
/**
 * Where that is laid down.
 */
source: string, };

/**
 * Saves the local rules as a file.
 */
export type LocalRulesExportRequest = { file: FileToken, };

/**
 * What a file of local rules would change.
 */
export type LocalRulesPreview = { file_name: string, 
/**
 * Rule by rule, only those that would be others.
 */
changes: Array<LocalRuleChange>, };

/**
 * Looks into a file of local rules, or takes them over.
 */
export type LocalRulesRequest = { file: FileToken, };

/**
 * For how many minutes nothing may be done in the window before it locks; a type of its own for the sake of its default.
 */
export type LockAfter = number;

/**
 * Identifies what was said about a paper.
 */
export type MaterialId = number;

/**
 * Whether a file must have a material. The aliases are those of `development_materials.csv`.
 */
export type MaterialNeed = "required" | "roster" | "alternative" | "branch";

/**
 * What was said about a paper; what is `None` is not known.
 */
export type MaterialRecord = { 
/**
 * `None` adds one.
 */
id: MaterialId | null, 
/**
 * E.g. `1-2-1`.
 */
code: string, 
/**
 * There, not there, or not applicable.
 */
state: MaterialState, 
/**
 * The date on the paper.
 */
dated: string | null, 
/**
 * 页数
 */
pages: number | null, 
/**
 * A copy, not the original.
 */
is_copy: boolean | null, is_signed: boolean | null, is_sealed: boolean | null, correction: Correction | null, 
/**
 * 存放位置
 */
kept_at: string, 
/**
 * 备注
 */
note: string, };

/**
 * Whether a material is there.
 */
export type MaterialState = "missing" | "present" | "not_applicable";

/**
 * A material with what was said about it.
 */
export type MaterialView = { 
/**
 * E.g. `1-2-1`.
 */
code: string, name: string, 
/**
 * Which step it belongs to; `None` for the whole stage.
 */
step: number | null, 
/**
 * 1 to 5.
 */
stage: number, 
/**
 * Whether a file must have it.
 */
need: MaterialNeed, 
/**
 * Who makes it.
 */
issuer: string, 
/**
 * It should be signed.
 */
to_sign: boolean, 
/**
 * It should bear a seal.
 */
to_seal: boolean, 
/**
 * The superior committee asks for it, beyond the national list.
 */
local: boolean, 
/**
 * Required, the file has come to its step, and it is not there.
 */
overdue: boolean, 
/**
 * It comes again and again: each paper is entered by itself.
 */
comes_again: boolean, 
/**
 * What was said: none, one, or of a kind that comes again several, by day.
 */
records: Array<MaterialRecord>, 
/**
 * Scanned pages.
 */
scans: number, 
/**
 * The program can draw it up from the records.
 */
form: boolean, };

/**
 * Says of papers of a file whether they are there and in which state; of a kind that comes again each is its own.
 */
export type MaterialsRequest = { file: DevelopmentFileId, materials: Array<MaterialRecord>, };

/**
 * Calls a meeting off.
 */
export type MeetingCancelRequest = { id: MeetingId, reason: string, };

/**
 * Plans a meeting after the pattern of an earlier one.
 */
export type MeetingCopyRequest = { 
/**
 * The earlier one.
 */
id: MeetingId, 
/**
 * Planned start of the new one, local.
 */
planned_at: string, };

/**
 * Begins to correct a meeting that a signed report counts.
 */
export type MeetingCorrectRequest = { id: MeetingId, reason: string, };

/**
 * What the secretary enters to plan a meeting or to correct its head.
 */
export type MeetingHead = { 
/**
 * `None` makes a new one.
 */
id: MeetingId | null, 
/**
 * One event may count as several kinds (trap 6); the first leads.
 */
kinds: Array<MeetingKind>, 
/**
 * Title as printed; empty takes the leading kind's name.
 */
title: string, 
/**
 * Planned start, local.
 */
planned_at: string, 
/**
 * Actual start, local, once held.
 */
started_at: string | null, 
/**
 * Actual end, local, once held; after the start.
 */
ended_at: string | null, place: string, 
/**
 * 主持人
 */
chair: string, 
/**
 * 记录人
 */
recorder: string, 
/**
 * The party group, for group meetings.
 */
party_group: string | null, 
/**
 * 列席人员, one name each.
 */
observers: Array<string>, 
/**
 * 党课: 主讲人
 */
lecturer: string, 
/**
 * 党课: 题目
 */
lecture_topic: string, 
/**
 * 党课: 学时, above 0, at most 24.
 */
lecture_hours: Hours | null, 
/**
 * 主题党日: what was done, in the secretary's own words.
 */
activity: string, };

/**
 * Identifies a meeting.
 */
export type MeetingId = number;

/**
 * The seven kinds. The first four are 三会一课.
 */
export type MeetingKind = "general" | "committee" | "group" | "lecture" | "theme_day" | "organizational_life" | "appraisal";

/**
 * What a notice says beyond the meeting's own head and agenda. Every word is the user's own (trap 13).
 */
export type MeetingNoticeRequest = { meeting: MeetingId, 
/**
 * To whom; empty for those who are expected.
 */
addressee: string, 
/**
 * What people are asked to do or to bring, one paragraph per line.
 */
wishes: string, 
/**
 * The notice's date; `None` is the day on which it is made.
 */
issued_on: string | null, };

/**
 * The notice of a meeting as it stands.
 */
export type MeetingNoticeView = { 
/**
 * As entered; empty as long as nothing was.
 */
notice: MeetingNoticeRequest, 
/**
 * Whom an empty addressee means.
 */
expected: string, };

/**
 * The papers of a meeting, and of the meetings of a period.
 */
export type MeetingPaper = { "kind": "sign_in_sheet", meeting: MeetingId, } | { "kind": "meeting_notice", meeting: MeetingId, } | { "kind": "vote_resolution", meeting: MeetingId, vote: number, } | { "kind": "motion_ballots", meeting: MeetingId, motion: MotionKind, subject: string, copies: number, } | { "kind": "motion_tally", meeting: MeetingId, motion: MotionKind, subject: string, vote: number | null, } | { "kind": "attendance", query: AttendanceRangeQuery, } | { "kind": "meeting_plan", quarter: Quarter, whole_year: boolean, };

/**
 * The plan of a quarter.
 */
export type MeetingPlan = { quarter: Quarter, 
/**
 * By kind: asked for, planned, held.
 */
kinds: Array<KindCount>, 
/**
 * What is planned or held, by time.
 */
meetings: Array<MeetingRow>, 
/**
 * What the rules still ask for, by time.
 */
proposals: Array<MeetingProposal>, 
/**
 * What they asked for in months and quarters that are over: it can only be entered afterwards. With the proposals it is
 * all that [`KindCount::lacking`] counts.
 */
missed: Array<Finding>, 
/**
 * The year's working days are not known yet: days were proposed by Monday to Friday (trap 10).
 */
workdays_unknown: boolean, };

/**
 * A meeting that the rules ask for, as it could be planned.
 */
export type MeetingProposal = { 
/**
 * The rule that asks for it.
 */
rule: RuleId, kind: MeetingKind, 
/**
 * The party group, for group meetings.
 */
party_group: string | null, 
/**
 * When: as the last one of its kind, else as is common; always on a working day.
 */
planned_at: string, 
/**
 * Where the last one of its kind was.
 */
place: string, };

/**
 * Which meetings to list.
 */
export type MeetingQuery = { 
/**
 * First day, inclusive.
 */
from: string | null, 
/**
 * Last day, inclusive.
 */
to: string | null, 
/**
 * Only this kind.
 */
kind: MeetingKind | null, 
/**
 * Part of the title, place or agenda.
 */
search: string, };

/**
 * The written part of a meeting. All text is the secretary's own.
 */
export type MeetingRecordRequest = { id: MeetingId, 
/**
 * Agenda items in order, each with what was said.
 */
agenda: Array<AgendaItem>, 
/**
 * Resolutions in order.
 */
resolutions: Array<Resolution>, };

/**
 * A meeting in a list.
 */
export type MeetingRow = { id: MeetingId, 
/**
 * Its kinds, leading one first.
 */
kinds: Array<MeetingKind>, 
/**
 * Title.
 */
title: string, 
/**
 * Actual start, else the planned one.
 */
at: string, place: string, 
/**
 * The party group, for group meetings.
 */
party_group: string | null, 
/**
 * Where it stands.
 */
state: MeetingState, 
/**
 * Counts, once attendance was recorded.
 */
tally: AttendanceTally | null, 
/**
 * Agenda items have text, a resolution stands, or what was done is told.
 */
has_record: boolean, };

/**
 * Where a meeting stands.
 */
export type MeetingState = "planned" | "held" | "cancelled";

/**
 * An agenda without content.
 */
export type MeetingTemplate = { 
/**
 * Its name; saving under a known one takes its place.
 */
name: string, 
/**
 * Titles of the items, in order.
 */
items: Array<string>, };

/**
 * A meeting, whole.
 */
export type MeetingView = { 
/**
 * Head as entered.
 */
head: MeetingHead, 
/**
 * Where it stands.
 */
state: MeetingState, 
/**
 * Why it was called off.
 */
cancel_reason: string | null, 
/**
 * Agenda and contents.
 */
agenda: Array<AgendaItem>, 
/**
 * Everyone expected; live from the roster until attendance is first saved, then frozen.
 */
attendance: Array<AttendanceRow>, 
/**
 * In which order its people stand.
 */
order: AttendanceOrder, 
/**
 * Who was expected is frozen.
 */
frozen: boolean, 
/**
 * How the frozen list differs from the roster as it says of that day now.
 */
drift: ExpectedDrift | null, 
/**
 * In numbers.
 */
tally: AttendanceTally, 
/**
 * What each kind of vote would need with the present numbers.
 */
needs: Array<VoteNeeds>, 
/**
 * Votes taken.
 */
votes: Array<VoteView>, 
/**
 * Resolutions.
 */
resolutions: Array<Resolution>, 
/**
 * 组织生活会: what the members found in themselves, in the order of attendance.
 */
examinations: Array<Examination>, 
/**
 * The signed report that counts this meeting, if there is one.
 */
reported: Reported | null, 
/**
 * What is missing or odd, with its article.
 */
findings: Array<Finding>, };

/**
 * One year's appraisal of one member.
 */
export type MemberAppraisal = { appraisal: AppraisalId, 
/**
 * Of which year.
 */
year: number, 
/**
 * Full or probationary then.
 */
kind: MemberKind, 
/**
 * 个人自评 is done.
 */
own_done: boolean, 
/**
 * 民主测评
 */
counts: AppraisalCounts | null, 
/**
 * The branch's grade.
 */
grade: AppraisalGrade | null, 
/**
 * Why, and what is done about it.
 */
reason: string, 
/**
 * The grade in words: `合格`, `预备党员，不评定等次`, `还没有评定`.
 */
result: string, };

/**
 * Reads one member.
 */
export type MemberGetRequest = { id: MemberId, 
/**
 * Give the id number in full, for editing.
 */
reveal: boolean, };

/**
 * Identifies a member. Names are not unique (trap 9).
 */
export type MemberId = number;

/**
 * 人员类别
 */
export type MemberKind = "full" | "probationary";

/**
 * What one member has and lacks.
 */
export type MemberLack = { member: MemberId, name: string, 
/**
 * Hours so far, those made up among them.
 */
hours: Hours, 
/**
 * Of these, hours that were made up.
 */
made_up: Hours, 
/**
 * What the year asks for (E01, E02, trap 7); `None` when nothing is required.
 */
required: Hours | null, 
/**
 * What is missing of it.
 */
lacking: Hours, 
/**
 * Until when: the end of the year, or the day of leaving.
 */
due: string, 
/**
 * Left the branch in the year.
 */
left: boolean, 
/**
 * The topics of the plan that were not had: those of months in which someone was here, once they were learnt or their
 * month is over.
 */
topics: Array<StudyTopicId>, 
/**
 * The course that E02 asks of who holds an office.
 */
course: StudyCourse | null, };

/**
 * A member leaves the branch and becomes a former member; the record stays.
 */
export type MemberLeaveRequest = { id: MemberId, 
/**
 * The day, not in the future and not before joining.
 */
on: string, how: ExitWay, 
/**
 * Where to or why.
 */
reason: string, };

/**
 * When and how someone left.
 */
export type MemberLeft = { 
/**
 * The first day on which the person is no longer a member here.
 */
on: string, how: ExitWay, 
/**
 * Where to or why.
 */
reason: string, };

/**
 * How one member stood to one meeting.
 */
export type MemberMeeting = { id: MeetingId, at: string, 
/**
 * What it counted as.
 */
kinds: Array<MeetingKind>, title: string, 
/**
 * How the member stood to it; `None` when not recorded.
 */
status: AttendanceStatus | null, 
/**
 * Why on leave.
 */
reason: string, };

/**
 * One member's meetings of a period.
 */
export type MemberMeetings = { 
/**
 * In numbers, as in the report.
 */
attendance: AttendanceCount, 
/**
 * One by one, newest first.
 */
meetings: Array<MemberMeeting>, };

/**
 * Asks for one member's meetings.
 */
export type MemberMeetingsRequest = { member: MemberId, 
/**
 * First day; `None` is ever since.
 */
from: string | null, 
/**
 * Last day; `None` is until now.
 */
to: string | null, };

/**
 * A photo, ready to be shown.
 */
export type MemberPhoto = { 
/**
 * A `data:` address.
 */
url: string, };

/**
 * Keeps a photo.
 */
export type MemberPhotoRequest = { member: MemberId, 
/**
 * A .jpg or .png file.
 */
file: FileToken, };

/**
 * A member's record: the fields of the national export and what the branch itself needs.
 */
export type MemberRecord = { 
/**
 * `None` adds one.
 */
id: MemberId | null, 
/**
 * 姓名
 */
name: string, 
/**
 * 所在党支部, as the source writes it
 */
branch_name: string, 
/**
 * 公民身份号码
 */
id_number: IdNumber | null, 
/**
 * 性别
 */
sex: Sex | null, 
/**
 * 民族, with 族 where the standard has it
 */
ethnicity: string, 
/**
 * 出生日期, as the personnel file has it
 */
birth: PartialDate | null, 
/**
 * 学历
 */
education: string, 
/**
 * 人员类别
 */
kind: MemberKind, 
/**
 * 加入党组织日期
 */
joined: PartialDate | null, 
/**
 * 转为正式党员日期
 */
converted: PartialDate | null, 
/**
 * 工作岗位
 */
job_position: string, 
/**
 * 手机号
 */
mobile: string, 
/**
 * 固定电话
 */
landline: string, 
/**
 * 家庭住址
 */
address: string, 
/**
 * 党籍状态
 */
standing: Standing, 
/**
 * 失去联系日期; `None` when in contact
 */
lost_contact_since: PartialDate | null, 
/**
 * 是否为失联党员
 */
is_lost: boolean, 
/**
 * 失去联系情形
 */
lost_reason: string, 
/**
 * 是否为流动党员
 */
is_mobile: boolean, 
/**
 * 外出日期; `None` when not known, or not away
 */
mobile_since: PartialDate | null, 
/**
 * 外出流向
 */
mobile_destination: string, 
/**
 * 党小组
 */
party_group: string, 
/**
 * 所在单位: which of the units that a joint branch covers
 */
unit: string, 
/**
 * 党内职务
 */
offices: Offices, 
/**
 * 不作硬性要求 (B19)
 */
attendance_not_required: boolean, 
/**
 * The right to vote is suspended (留党察看, V02).
 */
vote_suspended: boolean, 
/**
 * 党纪处分: the last one, whether or not it is still in effect.
 */
discipline: Discipline | null, 
/**
 * The day the person came to this branch; `None` when it was before the file was begun.
 */
entered_on: string | null, entered_how: EntryWay, 
/**
 * 党龄校正值: months to add to, or to take from, the party age that the dates give (D27).
 */
party_age_correction_months: number, 
/**
 * 延长预备期: 0, or 6 to 12 months (D24).
 */
probation_extended_months: number, 
/**
 * What no rule reads: 籍贯, 学位 …
 */
particulars: Particulars, 
/**
 * 备注
 */
note: string, };

/**
 * Adds a member, or puts the record in place of the stored one.
 */
export type MemberRequest = { 
/**
 * The whole record.
 */
record: MemberRecord, 
/**
 * Of a changed standing, group, office …
 */
changed: Changed, 
/**
 * That this is another person than those of the same name was confirmed.
 */
confirmed_duplicate: boolean, };

/**
 * A former member returns.
 */
export type MemberReturnRequest = { id: MemberId, on: string, how: EntryWay, };

/**
 * A member in a list, as of the day that was asked for.
 */
export type MemberRow = { id: MemberId, 
/**
 * 姓名
 */
name: string, 
/**
 * Full or probationary.
 */
kind: MemberKind, 
/**
 * 性别
 */
sex: Sex | null, 
/**
 * 民族
 */
ethnicity: string, 
/**
 * 出生日期
 */
birth: PartialDate | null, 
/**
 * 学历
 */
education: string, 
/**
 * 党小组
 */
party_group: string, 
/**
 * 所在单位
 */
unit: string, 
/**
 * 职务
 */
offices: Offices, 
/**
 * 工作岗位
 */
job_position: string, 
/**
 * 入党日期
 */
joined: PartialDate | null, 
/**
 * 转正日期
 */
converted: PartialDate | null, 
/**
 * Whole years.
 */
age: number | null, 
/**
 * 党龄 in whole months.
 */
party_age_months: number | null, 
/**
 * Telephone with its middle hidden.
 */
mobile_masked: string, 
/**
 * Percent.
 */
completeness: number, 
/**
 * 流动党员, 失联党员 …: labels of [`Dimension::State`].
 */
states: Array<string>, 
/**
 * When and how the person left.
 */
left: MemberLeft | null, };

/**
 * One member's study.
 */
export type MemberStudy = { 
/**
 * Year by year, newest first; this year is always there.
 */
years: Array<MemberStudyYear>, 
/**
 * Session by session, newest first.
 */
sessions: Array<MemberStudySession>, };

/**
 * A session in which the member took part, or that the member made up.
 */
export type MemberStudySession = { id: StudySessionId, kind: StudyKind, 
/**
 * 主题
 */
title: string, held_on: string, 
/**
 * Hours.
 */
hours: Hours, 
/**
 * 集中培训
 */
intensive: boolean, 
/**
 * Its hours are no part of the year's.
 */
uncounted: boolean, 
/**
 * The topic of the plan that was learnt.
 */
topic: StudyTopicId | null, 
/**
 * The day on which it was made up; `None` for who was there.
 */
made_up_on: string | null, 
/**
 * The certificate of it, where there is one.
 */
certificate: StudyCertificate | null, };

/**
 * One member's year of study.
 */
export type MemberStudyYear = { year: number, 
/**
 * Hours taken part in.
 */
hours: Hours, 
/**
 * Hours asked for; `None` when nothing is required, or no member then.
 */
required: Hours | null, 
/**
 * Took part in an intensive course.
 */
intensive: boolean, };

/**
 * A member with what follows from the record.
 */
export type MemberView = { 
/**
 * The day for which the rest is true: today.
 */
on: string, 
/**
 * As entered; the id number is left out unless it was asked for.
 */
member: MemberRecord, 
/**
 * The id number with its middle hidden.
 */
id_number_masked: string | null, 
/**
 * Whole years on the day (trap 11).
 */
age: number | null, 
/**
 * 党龄 in whole months, from the day of conversion (D27).
 */
party_age_months: number | null, 
/**
 * Percent of the fields that a full record has.
 */
completeness: number, 
/**
 * The fields of a full record that are not filled in.
 */
missing: Array<WantedField>, 
/**
 * Odd but kept: sex or birth that differ from the id number, joined before 18 …
 */
findings: Array<Finding>, 
/**
 * What happened, newest first.
 */
timeline: Array<TimelineEntry>, 
/**
 * When and how the person left.
 */
left: MemberLeft | null, };

/**
 * A part of which the two records say different things.
 */
export type MergeChoice = { part: MergePart, 
/**
 * What it is called.
 */
title: string, 
/**
 * What the kept record says; empty when it says nothing.
 */
keep: string, 
/**
 * What the dropped one says.
 */
drop: string, };

/**
 * A part of a record that is taken from one of the two as a whole.
 */
export type MergePart = { "field": ImportField } | { "aspect": Aspect } | "stay" | "photo";

/**
 * In what two records differ.
 */
export type MergePreview = { 
/**
 * The record that stays.
 */
keep: MemberRow, 
/**
 * The record that goes into it.
 */
drop: MemberRow, 
/**
 * Where the two differ.
 */
choices: Array<MergeChoice>, };

/**
 * Two records of one person.
 */
export type MergePreviewRequest = { 
/**
 * The record that stays.
 */
keep: MemberId, 
/**
 * The record that goes into it.
 */
drop: MemberId, };

/**
 * Merges two records of one person.
 */
export type MergeRequest = { 
/**
 * The record that stays.
 */
keep: MemberId, 
/**
 * The record that goes into it.
 */
drop: MemberId, 
/**
 * What is taken from the dropped one.
 */
take: Array<MergePart>, };

/**
 * A calendar month, written `2026-03`.
 */
export type Month = string;

/**
 * Which of the three counts decides (never merged: `docs/DOMAIN.md` §2).
 */
export type MotionKind = "ordinary" | "admission" | "conversion" | "election";

/**
 * A request without content; on the wire `null` or `{}`.
 */
export type Nothing = Record<string, never>;

/**
 * 党内职务 in the branch.
 */
export type Office = "secretary" | "deputy_secretary" | "organization" | "publicity" | "discipline" | "member";

/**
 * 换任: an office passes from one member to another.
 */
export type OfficeHandOverRequest = { office: Office, 
/**
 * Who holds it.
 */
from: MemberId, 
/**
 * Who takes it up.
 */
to: MemberId | null, 
/**
 * The new holder's first day.
 */
on: string, 
/**
 * 依据: 上级任命, 补选 …
 */
why: string, 
/**
 * 兼任: the new holder keeps the offices held before.
 */
keeps_others: boolean, };

/**
 * Who held an office, and from when until when.
 */
export type OfficeHeld = { member: MemberId, name: string, 
/**
 * Which office.
 */
office: Office, 
/**
 * From when; `None` when it was before the file was begun.
 */
since: PartialDate | null, 
/**
 * The first day without it; `None` while it lasts.
 */
until: PartialDate | null, };

/**
 * The offices that one member holds at the same time, in the order of a list; most are empty.
 */
export type Offices = Array<Office>;

/**
 * A kind of material in the package for an inspection (迎检材料) as the branch has it.
 */
export type PackageChoice = { item: PackageItem, 
/**
 * Its name here; empty for the usual one.
 */
name: string, left_out: boolean, };

/**
 * The kinds of material that an inspection asks for, in their usual order.
 */
export type PackageItem = "about" | "roster" | "plans" | "general" | "committee" | "group" | "lecture" | "theme_day" | "organizational_life" | "appraisal" | "sign_in_scans" | "meeting_files" | "attendance" | "elections" | "talks" | "study" | "development" | "development_audit" | "dues" | "transfers" | "discipline" | "rectification" | "reports" | "hand_over";

/**
 * A kind of material.
 */
export type PackageItemView = { 
/**
 * The name it has as a rule.
 */
usual_name: string, 
/**
 * How many files it would be.
 */
files: number, 
/**
 * What is missing of it, each a Chinese sentence.
 */
lacks: Array<string>, item: PackageItem, 
/**
 * Its name here; empty for the usual one.
 */
name: string, left_out: boolean, };

/**
 * A package that was made.
 */
export type PackageMade = { 
/**
 * Papers and files in it, the index not counted.
 */
files: number, 
/**
 * Bytes of all of them.
 */
bytes: number, 
/**
 * How many things are missing.
 */
lacking: number, 
/**
 * Why the index is not signed; `None` where it is.
 */
unsigned: string | null, };

/**
 * Puts a package into a folder in which there is nothing yet.
 */
export type PackageMakeRequest = { from: string, to: string, 
/**
 * In the order of the package; what is not named is in it, too. Empty as it was chosen the last time.
 */
items: Array<PackageChoice>, folder: FileToken, };

/**
 * Of which days, both inclusive.
 */
export type PackageRequest = { from: string, to: string, };

/**
 * What a package would hold.
 */
export type PackageView = { from: string, to: string, 
/**
 * All kinds of material, in the order in which they were chosen the last time.
 */
items: Array<PackageItemView>, };

/**
 * A paper that can be made now.
 */
export type Paper = { "room": "vault" } & VaultPaper | { "room": "home" } & HomePaper | { "room": "roster" } & RosterPaper | { "room": "transfers" } & TransferPaper | { "room": "meetings" } & MeetingPaper | { "room": "elections" } & ElectionPaper | { "room": "appraisal" } & AppraisalPaper | { "room": "study" } & StudyPaper | { "room": "library" } & LibraryPaper | { "room": "development" } & DevelopmentPaper | { "room": "dues" } & DuesPaper | { "room": "reports" } & ReportPaper | { "room": "signing" } & SigningPaper | { "room": "superior" } & SuperiorPaper | { "room": "shared" } & SharedPaper;

/**
 * As what a paper is saved.
 */
export type PaperFormat = "pdf" | "docx";

/**
 * The pages as they will print.
 */
export type PaperPages = { 
/**
 * Title, also the suggested file name without ending.
 */
title: string, 
/**
 * One SVG per page; of a very long paper only the first ones.
 */
pages: Array<string>, 
/**
 * How many pages it has.
 */
total: number, 
/**
 * It can be saved as a Word document too.
 */
word: boolean, 
/**
 * The rooms it draws on: when one of them changes, it has to be drawn again.
 */
rooms: Array<Room>, 
/**
 * What it leaves out: a sentence for each text with an empty box.
 */
gaps: Array<string>, };

/**
 * Saves a paper.
 */
export type PaperSaveRequest = { paper: Paper, 
/**
 * As what.
 */
format: PaperFormat, file: FileToken, };

/**
 * A date as precise as it is known: a month without a day stays a month (`docs/DOMAIN.md` §4).
 * Written `1990-05-03`, `1990-05` or `1990`; orders by its first possible day.
 */
export type PartialDate = string;

/**
 * One of them.
 */
export type Particular = "native_place" | "household" | "marital_status" | "taiwanese" | "degree" | "school" | "major" | "workplace" | "work_began" | "technical_title" | "new_stratum" | "front_line" | "migrant_worker" | "staff_number" | "file_keeper" | "admission_type" | "joined_branch" | "sponsors" | "conversion_state" | "converted_branch" | "league_joined" | "party_awards" | "other_awards" | "training" | "other_phones" | "email";

/**
 * How a particular is filled in.
 */
export type ParticularKind = "text" | "date" | "yes_no" | "choice";

/**
 * A field that no rule reads.
 */
export type ParticularView = { 
/**
 * Its key in [`Particulars`](roster::Particulars).
 */
field: Particular, 
/**
 * What it is called.
 */
title: string, 
/**
 * How it is filled in.
 */
kind: ParticularKind, 
/**
 * The usual answers.
 */
choices: Array<string>, };

/**
 * The texts of a record that no rule reads. An empty one is left out.
 */
export type Particulars = { [key in Particular]?: string };

/**
 * Sets a new passphrase; the file gets a new key and a new recovery code.
 */
export type PassphraseChangeRequest = { 
/**
 * The passphrase until now.
 */
current: string, 
/**
 * One that is [not easily guessed](super::strength_of).
 */
new: string, };

/**
 * Asks how well a passphrase would protect.
 */
export type PassphraseJudgeRequest = { 
/**
 * The passphrase as it is being typed.
 */
passphrase: string, 
/**
 * What anybody would try: the branch's name while the file is not made yet.
 */
about: Array<string>, };

/**
 * How well a passphrase protects, in words.
 */
export type PassphraseStrength = { 
/**
 * It is taken.
 */
accepted: boolean, 
/**
 * What is wrong with it and what to do, or how good it is; empty for nothing typed.
 */
words: string, };

/**
 * What a report covers: a quarter, written `2026Q3`, a half of a year, `2026H1`, or a year, `2026`.
 */
export type Period = string;

/**
 * How far a report reaches back from the end of its last quarter.
 */
export type PeriodSpan = "quarter" | "half_year" | "year";

/**
 * Plans several meetings at once.
 */
export type PlanSaveRequest = { 
/**
 * The quarter whose plan is answered; the meetings may lie in any.
 */
quarter: Quarter, 
/**
 * New meetings, in order.
 */
meetings: Array<MeetingHead>, };

/**
 * 发言要点
 */
export type Point = { 
/**
 * Who spoke.
 */
speaker: string, 
/**
 * What was said, as entered.
 */
content: string, };

/**
 * Where a print job went.
 */
export type Printed = { 
/**
 * A print queue or the system's viewer.
 */
by: PrintedBy, 
/**
 * What the paper leaves out: a sentence for each text with an empty box.
 */
gaps: Array<string>, };

/**
 * Where a print job went.
 */
export type PrintedBy = "queue" | "viewer";

/**
 * An error on the wire. `message` says what happened and what was kept; `hint` what to do next.
 */
export type Problem = { 
/**
 * Stable machine-readable name, e.g. `wrong_passphrase`.
 */
code: string, 
/**
 * One Chinese sentence.
 */
message: string, 
/**
 * What the user can do now.
 */
hint: string | null, 
/**
 * The request fields that are at fault, for forms.
 */
fields: Array<FieldProblem>, };

/**
 * How far a long piece of work is.
 */
export type Progress = { 
/**
 * Done so far.
 */
done: number, 
/**
 * Of so many; 0 where nobody can tell.
 */
total: number, 
/**
 * What is being done, in Chinese.
 */
label: string, };

/**
 * A quarter, written `2026Q3`.
 */
export type Quarter = string;

/**
 * The report of a Party branch (党支部工作报告) on a quarter, a half of a year or a year: a head, and sections by their keys.
 */
export type QuarterlyReport = { 
/**
 * Version of this format. A reader that does not know it must not read on.
 */
format: number, 
/**
 * 党支部全称, as the branch was called on the day of the figures.
 */
branch: string, 
/**
 * The quarter, as `2026Q3`; of a longer report its last one.
 */
quarter: Quarter, 
/**
 * How far the report reaches back from the end of that quarter; a report that does not say it is about the quarter.
 */
span: PeriodSpan, 
/**
 * 1 for the first report of the quarter, the half of the year or the year, then one more for each correction.
 */
version: number, 
/**
 * Why it was corrected; `null` for version 1.
 */
reason: string | null, 
/**
 * The day of the figures: the last day of the quarter, or the day of signing while it ran.
 */
as_of: string, 
/**
 * Head of the branch's log of changes when the report was made: SHA-256 in hex.
 */
audit_head: string, 
/**
 * The rule set by which it was worked out; `null` in reports of programs that had only one.
 */
rule_set: ReportRuleSet | null, 
/**
 * What the signature mark on the pages says; `null` on an unsigned draft.
 */
mark: ReportMark | null, 
/**
 * The sections by their keys. A reader passes over those that it does not know, and can name them by their titles.
 */
sections: Record<string, { title: string } & Record<string, unknown>>, };

/**
 * How many people a year may be admitted.
 */
export type Quota = { year: number, people: number, 
/**
 * Where it is laid down.
 */
source: string, };

/**
 * The plan of a year and what came of it.
 */
export type QuotaRow = { quota: Quota, 
/**
 * How many the branch admitted in the year.
 */
admitted: number, };

/**
 * A column.
 */
export type RangeMeeting = { id: MeetingId, at: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * Its kinds in Chinese.
 */
kinds: string, 
/**
 * 应到
 */
expected: number, 
/**
 * 实到
 */
present: number, };

/**
 * The branch in one month.
 */
export type RangeMonth = { 
/**
 * `2026-03`
 */
month: string, 
/**
 * 应到, over all meetings.
 */
expected: number, 
/**
 * 实到
 */
present: number, 
/**
 * 请假
 */
on_leave: number, 
/**
 * 缺席
 */
absent: number, 
/**
 * 到会率 in percent.
 */
rate: number | null, };

/**
 * Why someone was away.
 */
export type RangeReason = { on: string, 
/**
 * As entered.
 */
reason: string, };

/**
 * A row.
 */
export type RangeRow = { member: MemberId, 
/**
 * In numbers, as in the report.
 */
attendance: AttendanceCount, 
/**
 * 到会率 in percent; `None` for who was expected nowhere.
 */
rate: number | null, 
/**
 * One character for each meeting.
 */
marks: string, 
/**
 * Why away, by time.
 */
reasons: Array<RangeReason>, 
/**
 * Absent without leave ever since this day (E11), at meetings of any kind.
 */
away_since: string | null, 
/**
 * Whole calendar months since then.
 */
away_months: number, 
/**
 * As long as E11 asks about; said, never acted on.
 */
away_too_long: boolean, 
/**
 * Is no member any more.
 */
former: boolean, };

/**
 * A superior's receipt for a report.
 */
export type ReceiptView = { 
/**
 * The name under which it is trusted, else what the certificate says.
 */
signer: string, 
/**
 * SHA-256 of the certificate, 64 upper-case hex digits.
 */
fingerprint: string, 
/**
 * When, as the superior says.
 */
signed_at: string, 
/**
 * The certificate is trusted here.
 */
trusted: boolean, 
/**
 * All this in a Chinese sentence.
 */
sentence: string, };

/**
 * The new recovery code, shown once.
 */
export type RecoveryCodeView = { 
/**
 * 13 groups of five characters, each ending in its check character.
 */
groups: Array<string>, 
/**
 * Where things stand now.
 */
status: VaultStatus, };

/**
 * Confirms that the recovery code is on paper.
 */
export type RecoveryConfirmRequest = { 
/**
 * The last group.
 */
last_group: string, };

/**
 * One line of the check list beside the report.
 */
export type ReportCheck = { 
/**
 * 隶属关系, 党员人数 …
 */
title: string, 
/**
 * What is missing, in Chinese; empty when complete.
 */
warnings: Array<string>, };

/**
 * Saves a signed version to a file.
 */
export type ReportExportRequest = { 
/**
 * Which version.
 */
id: ReportVersionId, file: FileToken, };

/**
 * One line of what a verified report says: `党员`, `46 人（正式 44，预备 2）`.
 */
export type ReportFact = { 
/**
 * What it is about.
 */
label: string, 
/**
 * What the report says about it; a dash when it says nothing.
 */
value: string, };

/**
 * A line of the report, now and as it was signed last.
 */
export type ReportFigure = { 
/**
 * Key of its section; empty for what stands in the head.
 */
section: string, label: string, value: string, 
/**
 * As it was; `None` where there is nothing to compare it with, or nothing was said of it.
 */
before: string | null, };

/**
 * A line that the rules find, and what the secretary says of it.
 */
export type ReportLine = { finding: Finding, remark: ReportRemark | null, };

/**
 * The visible, textual signature mark. Never a seal.
 */
export type ReportMark = { 
/**
 * Who signs: the branch, as its certificate names it.
 */
signer: string, 
/**
 * When, as `2026年10月3日 09:12（北京时间）`.
 */
signed_at: string, 
/**
 * Fingerprint of the certificate: SHA-256, 64 upper-case hex digits.
 */
fingerprint: string, };

/**
 * The report.
 */
export type ReportPaper = { "kind": "report", period: Period, } | { "kind": "signed_report", version: ReportVersionId, };

/**
 * Imports a receipt that the superior sent.
 */
export type ReportReceiptRequest = { file: FileToken, };

/**
 * A remark on a line.
 */
export type ReportRemark = { how: ReportRemarkHow, 
/**
 * The explanation, or why the line is left out.
 */
reason: string, };

/**
 * What is done with a line.
 */
export type ReportRemarkHow = "explained" | "left_out";

/**
 * Makes a remark on lines of a report, or takes it back.
 */
export type ReportRemarkRequest = { period: Period, findings: Array<Finding>, 
/**
 * `None` takes it back.
 */
remark: ReportRemark | null, };

/**
 * The name of a rule set.
 */
export type ReportRuleSet = { 
/**
 * 全国规程 2027-01
 */
name: string, 
/**
 * Grows from set to set.
 */
number: number, };

/**
 * Signs the report on a period and freezes it.
 */
export type ReportSignRequest = { period: Period, 
/**
 * Required from version 2 on.
 */
reason: string | null, 
/**
 * The file's passphrase, which the window asks for anew: whoever merely finds the file open cannot sign. The command
 * line has just asked for it.
 */
passphrase: string | null, };

/**
 * Checks a report file.
 */
export type ReportVerifyRequest = { file: FileToken, };

/**
 * A signed report. It never changes; a correction is a new version with its reason.
 */
export type ReportVersion = { 
/**
 * Which version.
 */
id: ReportVersionId, period: Period, 
/**
 * 1, 2, …
 */
version: number, 
/**
 * When it was signed.
 */
signed_at: string, 
/**
 * Why it was corrected; `None` for version 1.
 */
reason: string | null, 
/**
 * SHA-256 of the PDF, hex.
 */
sha256: string, 
/**
 * Why its data cannot be read here, in Chinese; the signed file itself is kept and can be saved and printed.
 */
problem: string | null, 
/**
 * The superior's receipt, when it was imported.
 */
receipt: ReceiptView | null, 
/**
 * In the reply to signing, what its pages leave out: a sentence for each text with an empty box.
 */
gaps: Array<string>, };

/**
 * Identifies a signed version.
 */
export type ReportVersionId = number;

/**
 * Which version of which report.
 */
export type ReportVersionName = { period: Period, version: number, };

/**
 * The report on a period: what it would say now, and what was signed.
 */
export type ReportView = { 
/**
 * What it says now.
 */
report: QuarterlyReport, 
/**
 * As entered.
 */
words: ReportWords, 
/**
 * Signed versions, oldest first.
 */
versions: Array<ReportVersion>, 
/**
 * The records no longer agree with the newest signed version.
 */
differs_from_signed: boolean, 
/**
 * What is missing, section by section, for the list at the left.
 */
checks: Array<ReportCheck>, 
/**
 * What the rules find, with names, and what the secretary says of each in the report.
 */
lines: Array<ReportLine>, 
/**
 * The report in a few lines, each with the section that it stands in.
 */
figures: Array<ReportFigure>, 
/**
 * What cannot be right together, each a Chinese sentence.
 */
contradictions: Array<string>, 
/**
 * What `figures` are compared with: the newest signed version, else the newest one of the period before; `None` where
 * there is neither.
 */
compared_with: ReportVersionName | null, 
/**
 * What signing now would mean, each a Chinese sentence: the period is not over, meetings are still open. Empty when
 * nothing speaks against it; else the user is asked first.
 */
before_signing: Array<string>, };

/**
 * The secretary's own words for a period.
 */
export type ReportWords = { 
/**
 * 存在问题与整改
 */
problems: string, 
/**
 * 下季度计划, or what comes after a longer period
 */
plan: string, };

/**
 * Saves the secretary's own words.
 */
export type ReportWordsRequest = { period: Period, 
/**
 * The words.
 */
words: ReportWords, };

/**
 * The signed report that counts a meeting.
 */
export type Reported = { 
/**
 * Of what.
 */
period: Period, 
/**
 * Its newest signed version, from 1.
 */
version: number, 
/**
 * Why the meeting is being corrected since; `None` while it stands as it was signed.
 */
reason: string | null, };

/**
 * 决议
 */
export type Resolution = { 
/**
 * `None` for a new one.
 */
id: ResolutionId | null, text: string, 
/**
 * Who sees to it.
 */
responsible: string | null, due: string | null, };

/**
 * Identifies a resolution.
 */
export type ResolutionId = number;

/**
 * What a field is about.
 */
export type ReturnAbout = "member" | "applicant" | "branch";

/**
 * Something that the program knows.
 */
export type ReturnField = { key: string, title: string, about: ReturnAbout, 
/**
 * Masked unless the user says otherwise.
 */
sensitive: boolean, };

/**
 * What a place is filled with.
 */
export type ReturnFill = "empty" | { "field": string } | { "text": string };

/**
 * Fills in any table: as it was mapped where it was taken in, else by the names of its header.
 */
export type ReturnFillFileRequest = { 
/**
 * The empty table.
 */
template: FileToken, 
/**
 * As in [`ReturnFillRequest`].
 */
reveal: boolean, file: FileToken, };

/**
 * Fills in a table that was taken in, and saves it.
 */
export type ReturnFillRequest = { id: ReturnId, 
/**
 * Identity and telephone numbers and home addresses in full, in this one file.
 */
reveal: boolean, file: FileToken, };

/**
 * What was filled in.
 */
export type ReturnFilled = { saved: Saved, 
/**
 * The name under which the table was taken in; `None` where it was filled by the names of its header alone.
 */
template: string | null, sheets: Array<ReturnSheetFilled>, };

/**
 * Identifies a table of the superior's.
 */
export type ReturnId = number;

/**
 * Takes in an empty table of the superior's.
 */
export type ReturnImportRequest = { file: FileToken, };

/**
 * Who has a row in a list.
 */
export type ReturnPeople = "members" | "full" | "probationary" | "mobile" | "developing" | "applicants" | "activists" | "candidates";

/**
 * A column of a list, or a cell.
 */
export type ReturnPlace = { 
/**
 * The column's letters, or the cell.
 */
at: string, 
/**
 * Its titles, from the most general to its own.
 */
header: Array<string>, fill: ReturnFill, 
/**
 * It works something out by itself, and is left to it.
 */
has_formula: boolean, 
/**
 * The words that it takes; empty where it takes any.
 */
words: Array<string>, };

/**
 * A place that stayed empty.
 */
export type ReturnPlaceEmpty = { at: string, header: string, why: string, };

/**
 * A place that was filled.
 */
export type ReturnPlaceFilled = { at: string, 
/**
 * Its titles, joined.
 */
header: string, 
/**
 * What it was filled with.
 */
with: string, 
/**
 * Cells that were filled.
 */
cells: number, 
/**
 * A sentence about those that stayed empty; empty where none did.
 */
remark: string, };

/**
 * A table in the list.
 */
export type ReturnRow = { id: ReturnId, name: string, imported_on: string, 
/**
 * Places that can be filled.
 */
places: number, 
/**
 * Of those, how many are filled.
 */
filled: number, };

/**
 * Says what the places of a table are filled with.
 */
export type ReturnSaveRequest = { id: ReturnId, name: string, sheets: Array<ReturnSheetFills>, };

/**
 * How a sheet is to be filled in.
 */
export type ReturnShape = "list" | "row" | "form";

/**
 * A sheet that is filled in.
 */
export type ReturnSheet = { name: string, shape: ReturnShape, 
/**
 * Who is listed; of no matter where nobody is.
 */
people: ReturnPeople, 
/**
 * How many rows of people it will have.
 */
rows: number, places: Array<ReturnPlace>, 
/**
 * The first rows as they will be filled, place by place, numbers masked.
 */
preview: Array<Array<string>>, };

/**
 * What was filled in on one sheet.
 */
export type ReturnSheetFilled = { name: string, shape: ReturnShape, 
/**
 * Rows of people, or 1.
 */
rows: number, 
/**
 * Rows that had to be put in.
 */
added_rows: number, filled: Array<ReturnPlaceFilled>, empty: Array<ReturnPlaceEmpty>, };

/**
 * What the places of a sheet are filled with.
 */
export type ReturnSheetFills = { name: string, people: ReturnPeople, 
/**
 * Place by place, in their order.
 */
fills: Array<ReturnFill>, };

/**
 * A table with its places.
 */
export type ReturnView = { id: ReturnId, name: string, imported_on: string, 
/**
 * Only the sheets that are filled in.
 */
sheets: Array<ReturnSheet>, 
/**
 * With what places can be filled.
 */
fields: Array<ReturnField>, };

/**
 * A room of the program; also the name of its folder on every floor.
 */
export type Room = "branch" | "roster" | "meetings" | "elections" | "appraisal" | "development" | "study" | "library" | "dues" | "reports" | "signing" | "transfers" | "disposals" | "tasks" | "talks" | "attachments" | "returns" | "superior" | "settings" | "home" | "rules";

/**
 * What the roster should say of the person of a file.
 */
export type RosterAct = { "act": "admit", joined: string, } | { "act": "extend", months: number, } | { "act": "convert", on: string, } | { "act": "revoke", on: string, };

/**
 * What the member form offers to choose from.
 */
export type RosterChoices = { 
/**
 * GB/T 3304
 */
ethnicities: Array<string>, 
/**
 * GB/T 4658, the highest first
 */
educations: Array<string>, 
/**
 * Party groups of the branch, and any that only the roster names
 */
party_groups: Array<string>, 
/**
 * Units of the branch, and any that only the roster names
 */
units: Array<string>, 
/**
 * The fields that no rule reads, in the order of the form
 */
particulars: Array<ParticularView>, 
/**
 * The fields that a sheet can have a column for
 */
fields: Array<FieldView>, };

/**
 * A column of the list.
 */
export type RosterColumn = "kind" | "sex" | "ethnicity" | "birth" | "age" | "education" | "party_group" | "unit" | "office" | "job_position" | "joined" | "converted" | "party_age" | "mobile" | "states" | "completeness";

/**
 * Saves a list of the roster as XLSX.
 */
export type RosterExportRequest = { 
/**
 * Whom, on which day, in which order; page by page does not count.
 */
query: RosterQuery, 
/**
 * Which columns.
 */
layout: ExportLayout, 
/**
 * Identity and telephone numbers and home addresses in full, in this one file.
 */
reveal: boolean, file: FileToken, };

/**
 * Members whom a dimension gives this label.
 */
export type RosterFilter = { 
/**
 * Which dimension.
 */
by: Dimension, 
/**
 * One of its labels, as [`LabelCount`](super::LabelCount) has it.
 */
label: string, };

/**
 * A page of the roster.
 */
export type RosterPage = { 
/**
 * The rows.
 */
rows: Array<MemberRow>, 
/**
 * How many match.
 */
total: number, 
/**
 * The day that was looked at.
 */
on: string, 
/**
 * Members on that day.
 */
current: number, 
/**
 * Who had left by that day.
 */
former: number, 
/**
 * How much of the records is there on average, in whole percent, search and filters aside.
 */
completeness: number, 
/**
 * For the chips and the statistics: how many stand under each label, search and filters aside.
 */
counts: Array<DimensionCounts>, };

/**
 * The papers of the roster: whom a query asks for, on its day and in its order, whatever page of the list it asks for.
 */
export type RosterPaper = { "kind": "roster", query: RosterQuery, reveal: boolean, } | { "kind": "contact_list", query: RosterQuery, } | { "kind": "statistics", on: string | null, };

/**
 * What to list. Filters of one dimension widen each other, those of different dimensions narrow each other.
 */
export type RosterQuery = { 
/**
 * Name, pinyin, initials, end of id number or of telephone.
 */
search: string, 
/**
 * The day to look at; `None` is today.
 */
on: string | null, 
/**
 * Those who had left by that day, instead of those who were members on it.
 */
former: boolean, 
/**
 * Only these.
 */
filters: Array<RosterFilter>, 
/**
 * In which order.
 */
sort: RosterSort, 
/**
 * The other way round.
 */
descending: boolean, 
/**
 * Skip so many.
 */
offset: number, 
/**
 * At most so many; 0 means 100.
 */
limit: number, };

/**
 * The order of a list.
 */
export type RosterSort = "pinyin" | "strokes" | "office" | "group" | "age" | "party_age" | "completeness" | "left";

/**
 * A way of looking at the roster.
 */
export type RosterView = { 
/**
 * What it is called; saving under a name that is taken replaces what was there.
 */
name: string, 
/**
 * What is listed and in which order. What was searched for and the page are not kept.
 */
query: RosterQuery, 
/**
 * What is shown beside the name, in this order.
 */
columns: Array<RosterColumn>, };

/**
 * One text of a rule that is other.
 */
export type RuleChange = { id: string, 
/**
 * All that apply.
 */
kinds: Array<RuleChangeKind>, 
/**
 * From when the new text holds, or the day after which an ended one no longer does.
 */
from: string, 
/**
 * How it reads so far; `None` of a new one.
 */
was: RuleWording | null, 
/**
 * How it will read; `None` of a text that is no longer there.
 */
becomes: RuleWording | null, 
/**
 * The program does not know the rule: it is carried and not applied.
 */
is_unknown: boolean, };

/**
 * What is other about a rule.
 */
export type RuleChangeKind = "new" | "text" | "numbers" | "ended" | "beside";

/**
 * Names a rule of `rules/*.toml`. Whatever cites a rule cites one that is there.
 */
export type RuleId = "B01" | "B05" | "B06" | "B07" | "B08" | "B09" | "B10" | "B11" | "B12" | "B13" | "B14" | "B15" | "B16" | "B17" | "B18" | "B19" | "B20" | "B21" | "D01" | "D02" | "D03" | "D04" | "D05" | "D06" | "D07" | "D08" | "D09" | "D10" | "D11" | "D12" | "D13" | "D14" | "D15" | "D16" | "D17" | "D18" | "D19" | "D20" | "D21" | "D22" | "D23" | "D24" | "D25" | "D26" | "D27" | "D28" | "D29" | "D30" | "D31" | "D32" | "D33" | "D34" | "D35" | "D36" | "D37" | "D38" | "D39" | "D40" | "D41" | "E01" | "E02" | "E04" | "E07" | "E08" | "E10" | "E11" | "E12" | "E14" | "E15" | "E16" | "F01" | "F03" | "F04" | "F05" | "F06" | "F08" | "F09" | "F10" | "F11" | "F12" | "F13" | "F14" | "S02" | "S03" | "S04" | "S05" | "S06" | "S09" | "S10" | "S11" | "S21" | "V01" | "V02" | "V03" | "V04" | "V05" | "V06" | "V07" | "V08" | "V09" | "V10" | "V11";

/**
 * Takes a rule set over.
 */
export type RuleSetAdoptRequest = { file: FileToken, 
/**
 * Of the preview: what is taken over is what was looked at.
 */
seen: string, };

/**
 * What a set says of itself.
 */
export type RuleSetHead = { 
/**
 * 全国规程 2027-01
 */
name: string, 
/**
 * Grows from set to set.
 */
number: number, made_on: string, 
/**
 * From when its changes hold: the rules themselves are dated one by one.
 */
holds_from: string, 
/**
 * Who made it.
 */
issuer: string, 
/**
 * What is new in it, in plain words.
 */
changes: string, };

/**
 * What a rule set would change. Nothing is stored.
 */
export type RuleSetPreview = { file_name: string, 
/**
 * To be sent along when it is taken over.
 */
seen: string, head: RuleSetHead, in_use: RuleSetHead, signer: RuleSetSigner, rules: Array<RuleChange>, holidays: Array<HolidayChange>, checks: Array<CheckChange>, 
/**
 * What would be on the home page today and is not now.
 */
appear: Array<Finding>, 
/**
 * What is on the home page today and would not be.
 */
vanish: Array<Finding>, };

/**
 * Looks into a file with a rule set.
 */
export type RuleSetRequest = { file: FileToken, };

/**
 * Signs a rule set with the branch's certificate.
 */
export type RuleSetSignRequest = { name: string, 
/**
 * Higher than that of the set in use.
 */
number: number, holds_from: string, 
/**
 * What is new in it, in plain words.
 */
changes: string, 
/**
 * By file name, all of them.
 */
texts: { [key in string]: string }, file: FileToken, };

/**
 * Who signed a rule set.
 */
export type RuleSetSigner = { 
/**
 * As the certificate says.
 */
subject: string, 
/**
 * 64 upper-case hex digits, to be compared with the stamped sheet.
 */
fingerprint: string, 
/**
 * Under which name it is trusted here; `None` where it is not, and the set cannot be taken over.
 */
known_as: string | null, };

/**
 * The rule set in use as texts, to be edited.
 */
export type RuleSetTexts = { head: RuleSetHead, 
/**
 * By file name.
 */
texts: { [key in string]: string }, };

/**
 * Which rule set is in use.
 */
export type RuleSetView = { in_use: RuleSetHead, 
/**
 * The one that came with the program.
 */
built_in: RuleSetHead, 
/**
 * The one that was taken over, in use or not.
 */
adopted: AdoptedRuleSet | null, 
/**
 * The last year whose holidays are known.
 */
holidays_to: number | null, 
/**
 * Ids of rules and checks that the set has and this program does not know.
 */
unknown: Array<string>, };

/**
 * A rule as the help page shows it.
 */
export type RuleView = { 
/**
 * Its id.
 */
id: RuleId, 
/**
 * In one Chinese sentence.
 */
text: string, 
/**
 * 文件名 and article, e.g. `中国共产党发展党员工作细则 第二十条`.
 */
source: string, 
/**
 * 文件名 alone.
 */
document: string, 
/**
 * `第二十条`; empty when the article is not known.
 */
article: string, 
/**
 * Where it holds.
 */
scope: Scope, 
/**
 * How far the text was checked.
 */
verified: Verified, 
/**
 * What the program does about it.
 */
does: Does, 
/**
 * In force from.
 */
from: string, 
/**
 * In force to, inclusive; `None` while in force.
 */
to: string | null, };

/**
 * A rule in words.
 */
export type RuleWording = { text: string, 
/**
 * 文件名 and article.
 */
source: string, 
/**
 * Its numbers with their units, `32 学时`.
 */
numbers: Array<string>, from: string, to: string | null, };

/**
 * Where something was saved.
 */
export type Saved = { 
/**
 * File name without folder.
 */
file_name: string, 
/**
 * Bytes written.
 */
bytes: number, 
/**
 * What a paper leaves out: a sentence for each text with an empty box.
 */
gaps: Array<string>, };

/**
 * Adds scanned pages.
 */
export type ScanAddRequest = { file: DevelopmentFileId, 
/**
 * Of which paper; `None` tells it by the name of each file: `1-1 入党申请书 第1页.jpg`.
 */
code: string | null, files: Array<FileToken>, };

/**
 * Identifies a scanned page.
 */
export type ScanId = number;

/**
 * Scanned pages of a file.
 */
export type ScanListRequest = { file: DevelopmentFileId, 
/**
 * Of one paper; `None` gives all, in the order of the list of papers.
 */
code: string | null, };

/**
 * Puts a scanned page at another place of its paper, or into another paper.
 */
export type ScanMoveRequest = { id: ScanId, 
/**
 * Of which paper.
 */
code: string, 
/**
 * Its place among the pages of that paper, from 0.
 */
position: number, };

/**
 * A scanned page, without its bytes.
 */
export type ScanPage = { id: ScanId, 
/**
 * Of which paper, e.g. `1-1`.
 */
code: string, 
/**
 * Name of the file it came from.
 */
name: string, 
/**
 * Bytes kept.
 */
bytes: number, };

/**
 * A picture for the window.
 */
export type ScanPicture = { 
/**
 * `data:image/jpeg;base64,…`
 */
url: string, };

/**
 * Where a rule holds.
 */
export type Scope = "national" | "local" | "practice";

/**
 * What the secretary can set.
 */
export type Settings = { 
/**
 * Minutes without activity after which the window locks; 0 never.
 */
lock_after_minutes: LockAfter, 
/**
 * 经办人: who enters things, for the members' timelines; empty means the secretary.
 */
operator: string, 
/**
 * 介绍信有效期 in days, as the superior sets it (E12); `None` takes the rule's.
 */
letter_valid_days: number | null, 
/**
 * Where that is laid down.
 */
letter_valid_source: string, 
/**
 * In which order people stand on the attendance list and the sign-in sheet.
 */
attendance_order: AttendanceOrder, 
/**
 * What the superior committee asks for of development files beyond the national rules.
 */
development: DevelopmentSettings, 
/**
 * How dues are collected here.
 */
dues: DuesSettings, 
/**
 * How many hours of study a day, a half day or an online item counts as.
 */
study: StudySettings, 
/**
 * Which parts the handbook of a year has; those that are not named are there under their usual names.
 */
handbook: Array<HandbookChoice>, 
/**
 * What goes into the package for an inspection, in its order; what is not named comes last under its usual name.
 */
package: Array<PackageChoice>, };

/**
 * How pressing a finding is.
 */
export type Severity = "late" | "due" | "notice";

/**
 * 性别
 */
export type Sex = "male" | "female";

/**
 * Papers that draw on several rooms, so that none of those can make them.
 */
export type SharedPaper = { "kind": "minutes", meeting: MeetingId, photos: boolean, } | { "kind": "meeting_record_form", meeting: MeetingId, } | { "kind": "bound_quarter", quarter: Quarter, parts: BoundParts, compiled_by: string, } | { "kind": "development_file", file: DevelopmentFileId, } | { "kind": "handbook", year: number, parts: Array<HandbookChoice>, photos: boolean, } | { "kind": "member_record", member: MemberId, };

/**
 * The paper of the certificate.
 */
export type SigningPaper = { "kind": "enrolment_sheet", };

/**
 * The branch's certificate and the certificates it trusts.
 */
export type SigningView = { 
/**
 * Our own, the newest.
 */
own: CertificateView, 
/**
 * Whether it can sign.
 */
state: CertificateState, 
/**
 * What is to be done about it, a Chinese sentence; `None` where all is well.
 */
note: string | null, 
/**
 * Those that it took the place of, the newest first.
 */
replaced: Array<CertificateView>, 
/**
 * Trusted signers, by name.
 */
trusted: Array<TrustedSigner>, };

/**
 * 党籍状态
 */
export type Standing = "normal" | "suspended";

/**
 * Coming to the branch, or leaving it, as entered.
 */
export type StayEvent = { "event": "entered", 
/**
 * The first day.
 */
on: string, how: EntryWay, } | { "event": "left", 
/**
 * The first day on which the person is no longer a member here.
 */
on: string, how: ExitWay, 
/**
 * Where to or why.
 */
reason: string, };

/**
 * A coming or a leaving of a member.
 */
export type StayEventRequest = { member: MemberId, 
/**
 * Which of the member's stays, the oldest is 0.
 */
stay: number, 
/**
 * What is to stand there; when it is taken out, what stands there.
 */
event: StayEvent, 
/**
 * Why it is corrected.
 */
why: string, };

/**
 * How a step is to be done.
 */
export type StepKind = "once" | "periodic" | "vote";

/**
 * How a step stands.
 */
export type StepState = "done" | "current" | "late" | "skipped" | "coming";

/**
 * A step with what was entered.
 */
export type StepView = { 
/**
 * 1 to 25.
 */
step: number, 
/**
 * 1 to 5.
 */
stage: number, name: string, 
/**
 * Who acts; without a committee the general meeting (B06).
 */
actor: string, kind: StepKind, 
/**
 * What the rule says about time.
 */
timing: string | null, 
/**
 * What to mind.
 */
note: string, state: StepState, 
/**
 * By which text it is judged, with the article: `2026年修订 第十三条`.
 */
article: string, 
/**
 * The law changed on this step's way: what is different from now on.
 */
law_change: string | null, 
/**
 * What can be entered here.
 */
kinds: Array<EntryKind>, 
/**
 * What was entered, by day.
 */
entries: Array<Entry>, 
/**
 * Not before this day.
 */
not_before: string | null, 
/**
 * Not after this day.
 */
due: string | null, 
/**
 * Worked out from the application; not a deadline of the rules.
 */
planned: string | null, 
/**
 * The branch's own intention.
 */
intended: string | null, 
/**
 * Its materials.
 */
materials: Array<MaterialView>, };

/**
 * 结业证书
 */
export type StudyCertificate = { session: StudySessionId, member: MemberId, 
/**
 * 证书编号
 */
number: string, 
/**
 * 发证单位
 */
issuer: string, issued_on: string | null, };

/**
 * What E02 asks of who holds an office.
 */
export type StudyCourse = { 
/**
 * 任职培训 of a new secretary, rather than the course of the year.
 */
is_first: boolean, due: string, 
/**
 * The day of the course, once it was taken.
 */
taken_on: string | null, 
/**
 * 证书编号; empty where none was written down.
 */
certificate: string, };

/**
 * Saves the ledger of a year as XLSX.
 */
export type StudyExportRequest = { year: number, file: FileToken, };

/**
 * A line of the table.
 */
export type StudyHours = { 
/**
 * `一天`, `半天`, `线上一项` …
 */
name: string, hours: Hours, };

/**
 * What a session is.
 */
export type StudyKind = "collective" | "first_topic" | "lecture" | "theme_education" | "course" | "self_study" | "online";

/**
 * What a year's study still lacks.
 */
export type StudyLacks = { year: number, 
/**
 * The members, and who left in the year, in roster order.
 */
members: Array<MemberLack>, 
/**
 * The topics of the plan, by month.
 */
topics: Array<TopicLack>, };

/**
 * 补学: what someone did who was absent. It counts as the hours of the session, in the year of the session.
 */
export type StudyMakeup = { session: StudySessionId, member: MemberId, made_up_on: string, 
/**
 * 补学内容: what was read or watched
 */
material: string, 
/**
 * 凭据: notes, a photo, who has seen it
 */
proof: string, };

/**
 * A member's hours of a year.
 */
export type StudyMember = { member: MemberId, name: string, 
/**
 * Hours so far.
 */
hours: Hours, 
/**
 * 32 (E01) or 56 for secretary and committee (E02), pro rata from mid-year (trap 7); `None` when not required.
 */
required: Hours | null, 
/**
 * Took part in an intensive course.
 */
intensive: boolean, };

/**
 * The papers of study.
 */
export type StudyPaper = { "kind": "study_plan_sheet", year: number, } | { "kind": "study_sign_in", session: StudySessionId, } | { "kind": "study_topic_sign_in", topic: StudyTopicId, } | { "kind": "study_record", session: StudySessionId, } | { "kind": "study_ledger", year: number, } | { "kind": "study_of_member", member: MemberId, year: number, };

/**
 * Someone in a list of names.
 */
export type StudyPerson = { member: MemberId, name: string, };

/**
 * One member at one session.
 */
export type StudyPlace = { session: StudySessionId, member: MemberId, };

/**
 * The plan of a year.
 */
export type StudyPlan = { year: number, 
/**
 * By month, then in the order in which they were entered.
 */
topics: Array<StudyTopicRow>, 
/**
 * Hours planned.
 */
hours: Hours, };

/**
 * A session as entered.
 */
export type StudySession = { 
/**
 * `None` adds one.
 */
id: StudySessionId | null, kind: StudyKind, 
/**
 * 主题
 */
title: string, held_on: string, 
/**
 * The last day, where it took several.
 */
last_on: string | null, 
/**
 * Hours for each participant, above 0, at most 24 for each day.
 */
hours: Hours, 
/**
 * 地点
 */
place: string, 
/**
 * 主讲人
 */
lecturer: string, 
/**
 * 集中培训 rather than an ordinary session (E02).
 */
intensive: boolean, 
/**
 * 不计入全年学时: E01 speaks of studying together, and whether 自学 is any of it is for the superior to say.
 */
uncounted: boolean, 
/**
 * 学习内容, the secretary's own words
 */
content: string, 
/**
 * The topic of the plan that was learnt.
 */
topic: StudyTopicId | null, 
/**
 * The meeting it was part of; its hours are counted once (trap 6).
 */
meeting: MeetingId | null, 
/**
 * What of the library was learnt.
 */
documents: Array<LibraryDocumentId>, 
/**
 * Who took part.
 */
participants: Array<MemberId>, };

/**
 * Identifies a study session.
 */
export type StudySessionId = number;

/**
 * A session in the list.
 */
export type StudySessionRow = { 
/**
 * How many took part.
 */
count: number, 
/**
 * Who was absent and made it up.
 */
made_up: Array<StudyMakeup>, 
/**
 * Certificates of participants.
 */
certificates: Array<StudyCertificate>, 
/**
 * `None` adds one.
 */
id: StudySessionId | null, kind: StudyKind, 
/**
 * 主题
 */
title: string, held_on: string, 
/**
 * The last day, where it took several.
 */
last_on: string | null, 
/**
 * Hours for each participant, above 0, at most 24 for each day.
 */
hours: Hours, 
/**
 * 地点
 */
place: string, 
/**
 * 主讲人
 */
lecturer: string, 
/**
 * 集中培训 rather than an ordinary session (E02).
 */
intensive: boolean, 
/**
 * 不计入全年学时: E01 speaks of studying together, and whether 自学 is any of it is for the superior to say.
 */
uncounted: boolean, 
/**
 * 学习内容, the secretary's own words
 */
content: string, 
/**
 * The topic of the plan that was learnt.
 */
topic: StudyTopicId | null, 
/**
 * The meeting it was part of; its hours are counted once (trap 6).
 */
meeting: MeetingId | null, 
/**
 * What of the library was learnt.
 */
documents: Array<LibraryDocumentId>, 
/**
 * Who took part.
 */
participants: Array<MemberId>, };

/**
 * A session with who was absent.
 */
export type StudySessionView = { 
/**
 * Who took part or made it up, in roster order.
 */
present: Array<StudyPerson>, 
/**
 * Members of the day who did neither, without those of whom nothing is asked, in roster order.
 */
absent: Array<StudyPerson>, 
/**
 * How many took part.
 */
count: number, 
/**
 * Who was absent and made it up.
 */
made_up: Array<StudyMakeup>, 
/**
 * Certificates of participants.
 */
certificates: Array<StudyCertificate>, 
/**
 * `None` adds one.
 */
id: StudySessionId | null, kind: StudyKind, 
/**
 * 主题
 */
title: string, held_on: string, 
/**
 * The last day, where it took several.
 */
last_on: string | null, 
/**
 * Hours for each participant, above 0, at most 24 for each day.
 */
hours: Hours, 
/**
 * 地点
 */
place: string, 
/**
 * 主讲人
 */
lecturer: string, 
/**
 * 集中培训 rather than an ordinary session (E02).
 */
intensive: boolean, 
/**
 * 不计入全年学时: E01 speaks of studying together, and whether 自学 is any of it is for the superior to say.
 */
uncounted: boolean, 
/**
 * 学习内容, the secretary's own words
 */
content: string, 
/**
 * The topic of the plan that was learnt.
 */
topic: StudyTopicId | null, 
/**
 * The meeting it was part of; its hours are counted once (trap 6).
 */
meeting: MeetingId | null, 
/**
 * What of the library was learnt.
 */
documents: Array<LibraryDocumentId>, 
/**
 * Who took part.
 */
participants: Array<MemberId>, };

/**
 * 学时表: what counts as how many hours of study where the branch is.
 */
export type StudySettings = { 
/**
 * Line by line, as the form of a session offers them.
 */
hours: Array<StudyHours>, 
/**
 * Where that is laid down.
 */
source: string, };

/**
 * A topic of the plan as entered.
 */
export type StudyTopic = { 
/**
 * `None` adds one.
 */
id: StudyTopicId | null, year: number, 
/**
 * 1 to 12.
 */
month: number, 
/**
 * 专题
 */
title: string, 
/**
 * How it is to be learnt.
 */
kind: StudyKind, 
/**
 * Hours planned for it.
 */
hours: Hours | null, 
/**
 * 主讲人 or who leads it
 */
lecturer: string, 
/**
 * 学习材料
 */
material: string, 
/**
 * What of the library is to be learnt.
 */
documents: Array<LibraryDocumentId>, };

/**
 * Identifies a topic of the plan of study.
 */
export type StudyTopicId = number;

/**
 * A topic in the plan.
 */
export type StudyTopicRow = { 
/**
 * The sessions in which it was learnt, oldest first.
 */
sessions: Array<StudyTopicSession>, 
/**
 * Its month is over, and it was not learnt.
 */
is_late: boolean, 
/**
 * `None` adds one.
 */
id: StudyTopicId | null, year: number, 
/**
 * 1 to 12.
 */
month: number, 
/**
 * 专题
 */
title: string, 
/**
 * How it is to be learnt.
 */
kind: StudyKind, 
/**
 * Hours planned for it.
 */
hours: Hours | null, 
/**
 * 主讲人 or who leads it
 */
lecturer: string, 
/**
 * 学习材料
 */
material: string, 
/**
 * What of the library is to be learnt.
 */
documents: Array<LibraryDocumentId>, };

/**
 * A session in which a topic was learnt.
 */
export type StudyTopicSession = { id: StudySessionId, held_on: string, };

/**
 * A year of study.
 */
export type StudyYear = { year: number, 
/**
 * Sessions, newest first.
 */
sessions: Array<StudySessionRow>, 
/**
 * Hours per member, in roster order.
 */
members: Array<StudyMember>, 
/**
 * Hours per member on average, without those of whom nothing is required (trap 7).
 */
average: Hours, 
/**
 * Members who have reached their hours.
 */
reached: number, };

/**
 * Which year.
 */
export type StudyYearRequest = { year: number, };

/**
 * The record a finding is about.
 */
export type Subject = { room: Room, 
/**
 * The record's key there; `None` for the room itself.
 */
id: number | null, };

/**
 * A branch below the committee.
 */
export type SuperiorBranch = { 
/**
 * `None` for a new one.
 */
id: SuperiorBranchId | null, 
/**
 * As it stands in the branch's certificate and reports.
 */
name: string, 
/**
 * Whom to call.
 */
contact: string, phone: string, 
/**
 * The first quarter of which a report is expected; `None` from ever.
 */
since: Quarter | null, 
/**
 * The last one; `None` for ever.
 */
until: Quarter | null, note: string, };

/**
 * Identifies a branch below the committee.
 */
export type SuperiorBranchId = number;

/**
 * A branch with its certificates.
 */
export type SuperiorBranchView = { 
/**
 * Fingerprints of its trusted certificates.
 */
certificates: Array<string>, 
/**
 * How many reports it has handed in; with some it cannot be deleted.
 */
reports: number, 
/**
 * `None` for a new one.
 */
id: SuperiorBranchId | null, 
/**
 * As it stands in the branch's certificate and reports.
 */
name: string, 
/**
 * Whom to call.
 */
contact: string, phone: string, 
/**
 * The first quarter of which a report is expected; `None` from ever.
 */
since: Quarter | null, 
/**
 * The last one; `None` for ever.
 */
until: Quarter | null, note: string, };

/**
 * Takes the reports in a folder.
 */
export type SuperiorCollectRequest = { folder: FileToken, 
/**
 * Only reports of this period; `None` of any.
 */
period: Period | null, 
/**
 * Lines of a list of fingerprints, perhaps with names, that are trusted beside those on record; whose report is taken
 * is put on record.
 */
trust: Array<string>, };

/**
 * What became of the files in a folder.
 */
export type SuperiorCollected = { 
/**
 * Taken now.
 */
taken: number, 
/**
 * Those of them that are a second or later version: corrections.
 */
corrections: number, 
/**
 * Taken before, or there twice.
 */
known: number, refused: number, 
/**
 * The user stopped; what was taken until then is kept.
 */
stopped: boolean, 
/**
 * Why each was refused, in the order of the files.
 */
refusals: Array<SuperiorRefusal>, 
/**
 * The period of the sums: the one asked for, else the newest on record.
 */
period: Period | null, 
/**
 * The sums of that period by column.
 */
sums: { [key in string]: number }, };

/**
 * A figure that reports have.
 */
export type SuperiorColumn = { key: string, 
/**
 * Its Chinese name.
 */
title: string, 
/**
 * It is an amount in fen.
 */
is_money: boolean, 
/**
 * Over the newest versions of all branches.
 */
sum: number, 
/**
 * How many reports have it.
 */
count: number, };

/**
 * Trusts certificates from enrolment sheets. A branch that is not in the list yet is added to it.
 */
export type SuperiorEnrolRequest = { entries: Array<SuperiorEnrolment>, };

/**
 * A certificate and whose it is.
 */
export type SuperiorEnrolment = { name: string, 
/**
 * 64 hex digits as copied from the sheet, or the text of its QR code.
 */
fingerprint: string, };

/**
 * Saves a period's figures as a spreadsheet.
 */
export type SuperiorExportRequest = { period: Period, file: FileToken, };

/**
 * The superior's papers.
 */
export type SuperiorPaper = { "kind": "reminder", period: Period, branch: SuperiorBranchId | null, } | { "kind": "missing_list", period: Period, };

/**
 * A quarter, a half of a year or a year: who has reported, and what it comes to.
 */
export type SuperiorPeriod = { period: Period, 
/**
 * Quarters of which there are reports, the newest first.
 */
periods: Array<Period>, 
/**
 * Every branch that has reported or should have, by name.
 */
rows: Array<SuperiorRow>, 
/**
 * What can be summed.
 */
columns: Array<SuperiorColumn>, 
/**
 * What the last look into a folder did not take.
 */
refusals: Array<SuperiorRefusal>, };

/**
 * Asks for a period; `None` for the newest of which there is a report, else the one that ended last.
 */
export type SuperiorPeriodRequest = { period: Period | null, };

/**
 * Receipts that were put into a folder.
 */
export type SuperiorReceipts = { saved: number, 
/**
 * The user stopped; what was saved until then is there.
 */
stopped: boolean, };

/**
 * Signs receipts and puts them into a folder.
 */
export type SuperiorReceiptsRequest = { period: Period, 
/**
 * For this report alone; `None` for the newest version of each branch.
 */
report: SuperiorReportId | null, folder: FileToken, };

/**
 * A file that was not taken.
 */
export type SuperiorRefusal = { 
/**
 * Its name from the chosen folder on.
 */
file: string, 
/**
 * Machine-readable reason.
 */
code: string, 
/**
 * What is wrong and what to do, a Chinese sentence.
 */
sentence: string, };

/**
 * A report that was taken.
 */
export type SuperiorReport = { id: SuperiorReportId, 
/**
 * 1, 2, …
 */
version: number, signed_at: string, received_on: string, 
/**
 * When its receipt was signed last.
 */
receipted_on: string | null, 
/**
 * What has to be known about it, in Chinese; may be empty.
 */
remark: string, 
/**
 * Whole numbers by column; one that the report does not have is missing.
 */
figures: { [key in string]: number }, };

/**
 * Identifies a report that was taken.
 */
export type SuperiorReportId = number;

/**
 * A branch in a period.
 */
export type SuperiorRow = { branch: SuperiorBranchId, name: string, contact: string, phone: string, 
/**
 * Its newest version; `None` when it has not reported.
 */
report: SuperiorReport | null, };

/**
 * A talk in the list.
 */
export type Talk = { 
/**
 * Name of the one.
 */
first_name: string, 
/**
 * Name of the other.
 */
second_name: string, 
/**
 * `None` adds one.
 */
id: TalkId | null, held_on: string, 
/**
 * One of the two.
 */
first: MemberId, 
/**
 * The other.
 */
second: MemberId, place: string, 
/**
 * What was talked about, in the secretary's own words; may stay empty.
 */
content: string, };

/**
 * Identifies a talk.
 */
export type TalkId = number;

/**
 * Somebody by name.
 */
export type TalkMember = { member: MemberId, name: string, };

/**
 * A talk as entered.
 */
export type TalkRecord = { 
/**
 * `None` adds one.
 */
id: TalkId | null, held_on: string, 
/**
 * One of the two.
 */
first: MemberId, 
/**
 * The other.
 */
second: MemberId, place: string, 
/**
 * What was talked about, in the secretary's own words; may stay empty.
 */
content: string, };

/**
 * A year of talks.
 */
export type TalkYear = { year: number, 
/**
 * Talks, newest first.
 */
talks: Array<Talk>, 
/**
 * Members of the branch who have not talked with anyone, in roster order.
 */
without: Array<TalkMember>, };

/**
 * Which year.
 */
export type TalkYearRequest = { year: number, };

/**
 * A resolution that somebody has to see to.
 */
export type Task = { 
/**
 * Which resolution.
 */
resolution: ResolutionId, 
/**
 * Of which meeting.
 */
meeting: MeetingId, 
/**
 * That meeting's title.
 */
meeting_title: string, 
/**
 * The day of that meeting.
 */
resolved_on: string, 
/**
 * What was resolved.
 */
text: string, 
/**
 * Who sees to it.
 */
responsible: string | null, due: string | null, 
/**
 * When it was closed; `None` while it is open.
 */
done_on: string | null, 
/**
 * Open, and its day is past.
 */
late: boolean, 
/**
 * What became of it, oldest first.
 */
notes: Array<TaskNote>, };

/**
 * What became of a task, as entered.
 */
export type TaskNote = { 
/**
 * Which note.
 */
id: TaskNoteId, noted_on: string, 
/**
 * At which later meeting it was reported.
 */
meeting: MeetingId | null, 
/**
 * In the secretary's own words.
 */
text: string, 
/**
 * It closed the task.
 */
done: boolean, };

/**
 * Identifies a note.
 */
export type TaskNoteId = number;

/**
 * Notes what became of a task.
 */
export type TaskNoteRequest = { 
/**
 * Which resolution.
 */
resolution: ResolutionId, noted_on: string, 
/**
 * At which later meeting it was reported.
 */
meeting: MeetingId | null, 
/**
 * In the secretary's own words.
 */
text: string, 
/**
 * It closes the task.
 */
done: boolean, };

/**
 * Which tasks.
 */
export type TaskQuery = { 
/**
 * Closed ones too.
 */
closed: boolean, 
/**
 * Only what is to be followed up at this meeting: resolved before it, and open then or noted at it.
 */
at: MeetingId | null, };

/**
 * Something that happened.
 */
export type TimelineEntry = { 
/**
 * When; `None` is before the file was begun.
 */
on: PartialDate | null, 
/**
 * What, in Chinese.
 */
title: string, 
/**
 * Why, or where to.
 */
why: string, 
/**
 * When it was entered, where that is known.
 */
recorded_on: string | null, 
/**
 * Who entered it.
 */
recorded_by: string, 
/**
 * The fact behind it, where it can be taken out.
 */
fact: FactId | null, 
/**
 * The coming or leaving behind it, where it can be corrected or taken out.
 */
stay: StayEventRequest | null, 
/**
 * The transfer by which the person came or left: it is corrected there.
 */
transfer: TransferId | null, };

/**
 * Who lacks a topic.
 */
export type TopicLack = { 
/**
 * How many had it.
 */
had: number, 
/**
 * Who lacks it, in roster order.
 */
members: Array<MemberId>, 
/**
 * `None` adds one.
 */
id: StudyTopicId | null, year: number, 
/**
 * 1 to 12.
 */
month: number, 
/**
 * 专题
 */
title: string, 
/**
 * How it is to be learnt.
 */
kind: StudyKind, 
/**
 * Hours planned for it.
 */
hours: Hours | null, 
/**
 * 主讲人 or who leads it
 */
lecturer: string, 
/**
 * 学习材料
 */
material: string, 
/**
 * What of the library is to be learnt.
 */
documents: Array<LibraryDocumentId>, };

/**
 * The branch accepts who came with a letter.
 */
export type TransferAcceptRequest = { id: TransferId, 
/**
 * The first day of membership here.
 */
on: string, 
/**
 * The former member who comes back; `None` adds a member.
 */
member: MemberId | null, };

/**
 * What was entered, by direction.
 */
export type TransferContent = { "direction": "out", 
/**
 * As entered.
 */
letter: Letter, } | { "direction": "in", 
/**
 * As entered; the id number is left out unless it was asked for.
 */
arrival: Arrival, 
/**
 * The id number with its middle hidden.
 */
id_number_masked: string | null, 
/**
 * Former members who may be this person: of the same id number or name.
 */
former: Array<FormerMember>, };

/**
 * A day was written down wrong.
 */
export type TransferCorrectRequest = { 
/**
 * Of which transfer.
 */
id: TransferId, 
/**
 * Which day.
 */
day: TransferDay, 
/**
 * When it really was.
 */
on: string, };

/**
 * A day that is on record for a transfer, in the order of its way.
 */
export type TransferDay = "issued" | "received" | "ended" | "receipt_sent";

/**
 * Something happened to a transfer on a day.
 */
export type TransferDayRequest = { id: TransferId, on: string, };

/**
 * Forms filled in as far as the program knows.
 */
export type TransferDraft = { 
/**
 * A letter that goes out.
 */
letter: Letter, 
/**
 * A letter that came in.
 */
arrival: Arrival, };

/**
 * For what a blank form is wanted.
 */
export type TransferDraftRequest = { 
/**
 * Who goes.
 */
member: MemberId | null, 
/**
 * The letter in whose place one is to be issued.
 */
replaces: TransferId | null, };

/**
 * Reads one transfer.
 */
export type TransferGetRequest = { id: TransferId, 
/**
 * Give the id number in full, for editing.
 */
reveal: boolean, };

/**
 * Identifies a transfer, out or in.
 */
export type TransferId = number;

/**
 * The papers of a transfer.
 */
export type TransferPaper = { "kind": "introduction_letter", transfer: TransferId, } | { "kind": "transfer_receipt", transfer: TransferId, };

/**
 * Another letter.
 */
export type TransferRef = { id: TransferId, number: string, };

/**
 * A letter goes back where it came from, or was withdrawn.
 */
export type TransferReturnRequest = { id: TransferId, on: string, reason: string, };

/**
 * A transfer in the list.
 */
export type TransferRow = { id: TransferId, 
/**
 * How far.
 */
state: TransferState, 
/**
 * 编号
 */
number: string, 
/**
 * The member, once in the roster.
 */
member: MemberId | null, 
/**
 * 姓名
 */
name: string, 
/**
 * 正式 or 预备, on the day of the letter.
 */
kind: MemberKind, 
/**
 * 转往 or 来自
 */
other_organization: string, 
/**
 * The date on the letter.
 */
issued_on: string, 
/**
 * Its last valid day.
 */
valid_to: string, 
/**
 * The day on which it came to its end.
 */
ended_on: string | null, 
/**
 * What is most pressing about it.
 */
finding: Finding | null, };

/**
 * How far a transfer is. It follows from the dates and is never entered.
 */
export type TransferState = "waiting" | "expired" | "moved_out" | "returned" | "replaced" | "arrived" | "accepted" | "sent_back";

/**
 * A step of a transfer's way.
 */
export type TransferStep = { 
/**
 * What, in Chinese.
 */
title: string, 
/**
 * When; `None` when not yet.
 */
on: string | null, 
/**
 * Where to, why, or by when.
 */
note: string, 
/**
 * Done, at this point, or still to come.
 */
state: TransferStepState, 
/**
 * The day of it that can be corrected on its own; `None` where there is none yet, or the form of the letter has it.
 */
day: TransferDay | null, };

/**
 * Whether a step was taken.
 */
export type TransferStepState = "done" | "current" | "late" | "ahead";

/**
 * One transfer, whole.
 */
export type TransferView = { 
/**
 * What was entered.
 */
content: TransferContent, 
/**
 * Its way, first to last.
 */
steps: Array<TransferStep>, 
/**
 * What the rules say, most pressing first.
 */
findings: Array<Finding>, 
/**
 * What stays blank on the paper because nobody entered it, in Chinese.
 */
blanks: Array<string>, 
/**
 * The letter it replaces.
 */
replaces: TransferRef | null, 
/**
 * The letter that replaces it.
 */
replaced_by: TransferRef | null, 
/**
 * Why it came back.
 */
reason: string, 
/**
 * 回执 went out on.
 */
receipt_sent_on: string | null, id: TransferId, 
/**
 * How far.
 */
state: TransferState, 
/**
 * 编号
 */
number: string, 
/**
 * The member, once in the roster.
 */
member: MemberId | null, 
/**
 * 姓名
 */
name: string, 
/**
 * 正式 or 预备, on the day of the letter.
 */
kind: MemberKind, 
/**
 * 转往 or 来自
 */
other_organization: string, 
/**
 * The date on the letter.
 */
issued_on: string, 
/**
 * Its last valid day.
 */
valid_to: string, 
/**
 * The day on which it came to its end.
 */
ended_on: string | null, 
/**
 * What is most pressing about it.
 */
finding: Finding | null, };

/**
 * Trusts a fingerprint.
 */
export type TrustRequest = { 
/**
 * 64 hex digits; spaces and colons are ignored.
 */
fingerprint: string, 
/**
 * Whose it is.
 */
name: string, };

/**
 * A certificate that this file trusts: a lower branch's, or our own at the superior's.
 */
export type TrustedSigner = { 
/**
 * 64 upper-case hex digits.
 */
fingerprint: string, 
/**
 * Whose it is, as entered.
 */
name: string, };

/**
 * Takes a change back, or brings it back.
 */
export type UndoRequest = { 
/**
 * Why, where a signed report is touched; good until that period is signed again.
 */
reason: string | null, };

/**
 * Kinds of social organization.
 */
export type UnitKind = "association" | "foundation" | "service_institution" | "other";

/**
 * What was filled in, by field; an empty text is left out.
 */
export type Values = { [key in EntryField]?: string };

/**
 * Makes a new file.
 */
export type VaultCreateRequest = { 
/**
 * Where; must not exist yet.
 */
file: FileToken, 
/**
 * One that is [not easily guessed](super::strength_of).
 */
passphrase: string, 
/**
 * Of a superior's file, the committee.
 */
branch: Branch, kind: VaultKind, };

/**
 * Whose records a file holds.
 */
export type VaultKind = "branch" | "superior";

/**
 * The paper of the file itself.
 */
export type VaultPaper = { "kind": "recovery_sheet", };

/**
 * Opens a file with its recovery code; a new passphrase must then be set.
 */
export type VaultRecoverRequest = { file: FileToken, 
/**
 * The printed code; spaces, hyphens and case do not matter.
 */
code: string, 
/**
 * The passphrase from now on. The file gets a new key and a new recovery code.
 */
passphrase: string, };

/**
 * Whether a file is open.
 */
export type VaultState = "locked" | "open";

/**
 * Which file is open and what can be undone in it.
 */
export type VaultStatus = { 
/**
 * Open or not.
 */
state: VaultState, 
/**
 * File name without folder.
 */
file_name: string | null, 
/**
 * Of the branch, or of the committee whose file it is.
 */
branch: string | null, kind: VaultKind, 
/**
 * Label of the change that undo would take back.
 */
undo: string | null, 
/**
 * Label of the change that redo would bring back.
 */
redo: string | null, 
/**
 * The recovery code was not yet confirmed by typing its last group.
 */
recovery_pending: boolean, 
/**
 * The newest verified backup, local time `2026-11-23 09:12`.
 */
last_backup: string | null, 
/**
 * There is none of today, and this file should have one.
 */
backup_due: boolean, 
/**
 * This is a backup, made then (local time `2026-11-23 09:12`): it can only be looked at.
 */
backup_made_at: string | null, 
/**
 * A made-up branch to try the program with.
 */
is_sample: boolean, 
/**
 * What has to be said about how the file was found, once.
 */
notice: string | null, 
/**
 * Minutes without activity after which the window locks; 0 never.
 */
lock_after_minutes: number, 
/**
 * The local calendar date: the year that is meant where a date is typed without one.
 */
today: string, 
/**
 * The quarter of that day.
 */
quarter: Quarter, };

/**
 * Opens a file.
 */
export type VaultUnlockRequest = { file: FileToken, passphrase: string, };

/**
 * How far a rule's text was checked.
 */
export type Verified = "text" | "secondary" | "memory" | "local";

/**
 * The answer to "is this report genuine", as `zhibu-cli verify` prints it.
 */
export type VerifyView = { file: string, 
/**
 * The signature is sound and covers the whole file.
 */
valid: boolean, 
/**
 * Valid, and the certificate is trusted here.
 */
trusted: boolean, 
/**
 * Common name in the certificate: what the signer calls itself.
 */
signer: string | null, 
/**
 * SHA-256 of the certificate, 64 upper-case hex digits.
 */
fingerprint: string | null, 
/**
 * The time the signer claims.
 */
signed_at: string | null, 
/**
 * The newest signature covers every byte.
 */
covers_whole_file: boolean, 
/**
 * One large sentence in Chinese, with every remark.
 */
sentence: string, 
/**
 * The name under which the signer is trusted here, when it is.
 */
known_as: string | null, 
/**
 * What else has to be known about a valid report, each a Chinese sentence; empty when all is as usual.
 */
remarks: Array<string>, 
/**
 * Machine-readable reason when not valid.
 */
fault: string | null, 
/**
 * What the report says, in a few lines; empty when there is no report that can be read.
 */
facts: Array<ReportFact>, 
/**
 * The superior's receipt, when there is one on a valid report.
 */
receipt: ReceiptView | null, 
/**
 * Machine-readable reason why a valid file gives no report: `newer_format`, `broken_data`, `not_a_report`.
 */
unread: string | null, 
/**
 * The data inside, when valid and a report of a branch.
 */
report: QuarterlyReport | null, };

/**
 * A vote as entered.
 */
export type Vote = { meeting: MeetingId, 
/**
 * `None` adds one.
 */
id: number | null, 
/**
 * What was voted on, e.g. `接收李某某为预备党员`.
 */
subject: string, 
/**
 * Which count decides.
 */
motion: MotionKind, 
/**
 * How votes were cast.
 */
ballot: BallotKind, 
/**
 * 赞成, of those present.
 */
votes_for: number, 
/**
 * 不赞成, of those present.
 */
votes_against: number, 
/**
 * 弃权, of those present.
 */
abstained: number, 
/**
 * Written opinions in favour from voting members who could not come (D17); only for admission and conversion.
 */
written_for: number, 
/**
 * Written opinions against (D17).
 */
written_against: number, };

/**
 * What a vote needs, said before it is taken.
 */
export type VoteNeeds = { 
/**
 * Which count.
 */
motion: MotionKind, 
/**
 * Voting members that must be present.
 */
present_needed: number, 
/**
 * Votes in favour that must be reached.
 */
votes_needed: number, 
/**
 * Enough are present.
 */
may_start: boolean, 
/**
 * The sentence to show.
 */
sentence: string, };

/**
 * Names a vote to be removed.
 */
export type VoteRef = { meeting: MeetingId, 
/**
 * Which vote.
 */
id: number, };

/**
 * The branch's own words on whom it voted on. What is left empty is left to a hand on the paper (trap 13).
 */
export type VoteResolutionRequest = { meeting: MeetingId, 
/**
 * Which vote of it, on an admission or a conversion.
 */
vote: number, 
/**
 * On whom (D18: one by one).
 */
person: string, 
/**
 * 优点
 */
merits: string, 
/**
 * 缺点
 */
faults: string, 
/**
 * What the meeting concluded.
 */
conclusion: string, };

/**
 * A resolution as it stands.
 */
export type VoteResolutionView = { 
/**
 * As entered; empty as long as nothing was.
 */
resolution: VoteResolutionRequest, 
/**
 * Who may be meant: those in development, or those on probation at that meeting.
 */
people: Array<string>, };

/**
 * A vote with its outcome.
 */
export type VoteView = { 
/**
 * Voting members expected, frozen.
 */
voting_expected: number, 
/**
 * Voting members present, frozen.
 */
voting_present: number, 
/**
 * Passed or not.
 */
passed: boolean, 
/**
 * The sentence to read out.
 */
announcement: string, meeting: MeetingId, 
/**
 * `None` adds one.
 */
id: number | null, 
/**
 * What was voted on, e.g. `接收李某某为预备党员`.
 */
subject: string, 
/**
 * Which count decides.
 */
motion: MotionKind, 
/**
 * How votes were cast.
 */
ballot: BallotKind, 
/**
 * 赞成, of those present.
 */
votes_for: number, 
/**
 * 不赞成, of those present.
 */
votes_against: number, 
/**
 * 弃权, of those present.
 */
abstained: number, 
/**
 * Written opinions in favour from voting members who could not come (D17); only for admission and conversion.
 */
written_for: number, 
/**
 * Written opinions against (D17).
 */
written_against: number, };

/**
 * A field that a full record has, by its name in the request.
 */
export type WantedField = "name" | "id_number" | "sex" | "ethnicity" | "birth" | "education" | "joined" | "converted" | "job_position" | "mobile" | "address" | "lost_contact_since" | "mobile_destination";
