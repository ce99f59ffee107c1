// Made-up records of a made-up branch. Only what the pages show; the rules live in the core.

import type { Commands } from '@/ipc/commands'
import type { CallOptions } from '@/ipc/problem'
import type * as t from '@/ipc/types'
import { MEETING_KIND } from '@/ipc/words'
import { backupHandlers } from './fakeBackups'
import { branchLists, branchOf } from './fakeBranch'
import { fileOf, fileRow } from './fakeDevelopment'
import { meetingPaperHandlers } from './fakeMeetingPapers'
import { meetingOf, meetingRow, needsOf, tallyOf } from './fakeMeetings'
import { rosterPage, statesOf } from './fakeRoster'
import { taskHandlers } from './fakeTasks'
import { transferHandlers } from './fakeTransfers'
import { type Name, recorded } from './recorded'

const FAMILY = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许'
const GIVEN = ['建国', '秀英', '志强', '桂兰', '伟', '丽华', '明', '文静', '海涛', '晓燕', '国栋', '玉梅']

export const TODAY = '2026-11-23'
const FINGERPRINT = '3FA91C07B25E6D8841B0C7E2F5A39D6617E8C4B20DA95F3386E1720BC4D8F9A1'

const query = new URLSearchParams(globalThis.location?.search ?? '')
const memberCount = Number(query.get('members') ?? 46)

const status: t.VaultStatus = {
  state: query.has('first') || query.has('locked') ? 'locked' : 'open',
  file_name: '示例协会支部.zhibu',
  branch: '中共示例市示例协会支部委员会',
  undo: '登记到会',
  redo: null,
  recovery_pending: false,
  last_backup: '2026-11-23 09:12',
  backup_due: false,
  backup_made_at: query.has('backup') ? '2026-11-20 09:12' : null,
  is_sample: query.has('sample'),
  notice: null,
  lock_after_minutes: 15,
  today: TODAY,
  quarter: '2026Q4',
}

const branch = branchOf(status.branch!, memberCount)

const settings: t.Settings = {
  lock_after_minutes: 15,
  operator: '',
  letter_valid_days: null,
  letter_valid_source: '',
  attendance_order: 'pinyin',
}

const OFFICES: t.Office[] = ['secretary', 'deputy_secretary', 'organization', 'publicity', 'discipline']

const members: t.MemberRequest[] = Array.from({ length: memberCount }, (_, index) => ({
  id: index + 1,
  name: `${FAMILY[index % 20]}${GIVEN[(index * 5) % 12]}`,
  branch_name: status.branch!,
  id_number: `440300${1960 + (index % 40)}0503${String(100 + index).slice(-3)}X`,
  sex: index % 3 === 1 ? 'female' : 'male',
  ethnicity: index % 9 === 4 ? '壮族' : '汉族',
  birth: index % 11 === 5 ? `${1960 + (index % 40)}-05` : `${1960 + (index % 40)}-05-03`,
  education: ['大学本科', '硕士研究生', '大学专科', '高中'][index % 4]!,
  kind: index % 20 === 7 ? 'probationary' : 'full',
  joined: `${1985 + (index % 38)}-07-01`,
  converted: index % 20 === 7 ? null : `${1986 + (index % 38)}-07-01`,
  job_position: ['秘书处干事', '会员部主任', '会长', '财务'][index % 4]!,
  mobile: `1380000${String(1000 + index).slice(-4)}`,
  landline: '',
  address: index % 4 === 0 ? '' : '示例市示例区示例路 1 号',
  standing: 'normal',
  lost_contact_since: null,
  is_lost: false,
  is_mobile: index % 15 === 9,
  mobile_destination: '',
  party_group: index % 2 ? '第二党小组' : '第一党小组',
  offices: OFFICES.slice(index, index + 1),
  lost_reason: '',
  mobile_since: null,
  unit: '',
  party_age_correction_months: 0,
  probation_extended_months: 0,
  particulars: {},
  changed_since: null,
  changed_why: '',
  confirmed_duplicate: false,
  attendance_not_required: index === 30,
  vote_suspended: false,
  entered_on: null,
  entered_how: 'original',
  note: '',
}))

const left = new Map<number, t.MemberLeft>()
const views: t.RosterView[] = []

/** The leaving, as the timeline tells it. */
function leavingOf(member: number): t.TimelineEntry[] {
  const gone = left.get(member)
  if (!gone) return []
  const event = { event: 'left' as const, ...gone }
  return [
    {
      on: gone.on,
      title: '离开本支部（去世）',
      why: gone.reason,
      recorded_on: TODAY,
      recorded_by: '赵建国',
      fact: null,
      stay: { member, stay: 0, why: '', event },
      transfer: null,
    },
  ]
}

function memberRow(member: t.MemberRequest): t.MemberRow {
  return {
    id: member.id!,
    name: member.name,
    kind: member.kind,
    sex: member.sex,
    ethnicity: member.ethnicity,
    birth: member.birth,
    education: member.education,
    unit: member.unit,
    job_position: member.job_position,
    joined: member.joined,
    converted: member.converted,
    states: statesOf(member),
    party_group: member.party_group,
    offices: member.offices,
    age: member.birth ? 2026 - Number(member.birth.slice(0, 4)) : null,
    party_age_months: member.converted ? (2026 - Number(member.converted.slice(0, 4))) * 12 + 4 : null,
    mobile_masked: member.mobile.replace(/(\d{3})\d{4}/, '$1****'),
    completeness: member.address ? 100 : 86,
    left: left.get(member.id!) ?? null,
  }
}

function memberView(member: t.MemberRequest, reveal = false): t.MemberView {
  const row = memberRow(member)
  return {
    on: TODAY,
    member: { ...member, id_number: reveal ? member.id_number : null },
    id_number_masked: member.id_number && `${member.id_number.slice(0, 6)}********${member.id_number.slice(14)}`,
    age: row.age,
    party_age_months: row.party_age_months,
    completeness: row.completeness,
    missing: member.address ? [] : ['address'],
    timeline: [
      {
        on: '2024-05-10',
        title: '编入第二党小组',
        why: '调整分组',
        recorded_on: TODAY,
        recorded_by: '赵建国',
        fact: 1,
        stay: null,
        transfer: null,
      },
      ...leavingOf(member.id ?? 0),
      {
        on: member.joined,
        title: '入党',
        why: '',
        recorded_on: TODAY,
        recorded_by: '赵建国',
        fact: null,
        stay: null,
        transfer: null,
      },
    ],
    findings:
      member.id === 2 ? [finding('E07', 'notice', '登记的性别与公民身份号码不一致,请对照档案核实', 'roster', 2)] : [],
    left: row.left,
  }
}

export function finding(
  rule: t.RuleId,
  severity: t.Severity,
  message: string,
  room: t.Room,
  id: number | null,
  action = '办理',
): t.Finding {
  const due = severity === 'notice' ? null : '2026-11-30'
  return { rule, severity, message, action, due, subject: { room, id }, key: '' }
}

const meetings = new Map<number, t.MeetingView>(
  [
    meetingOf(members, 1, 'general', '2026-11-25', false),
    meetingOf(members, 2, 'committee', '2026-11-04', true),
    meetingOf(members, 3, 'theme_day', '2026-10-21', true),
    meetingOf(members, 4, 'general', '2026-10-14', true),
    meetingOf(members, 5, 'group', '2026-09-16', true),
  ].map((meeting) => [meeting.head.id!, meeting]),
)

const files = new Map<number, t.DevelopmentFileView>(
  [
    fileOf(1, '林晓梅', 1),
    fileOf(2, '黄志远', 5),
    fileOf(3, '何思齐', 12),
    fileOf(4, '吴文静', 20),
    fileOf(5, '马向东', 4),
    fileOf(6, '罗一鸣', 0),
  ].map((file) => [file.person.id!, file]),
)

const sessions: t.StudySessionRow[] = ['二十届四中全会精神专题学习', '党章党规集中学习', '警示教育专题片'].map(
  (title, index) => ({
    id: index + 1,
    title,
    held_on: `2026-1${1 - Math.min(1, index)}-1${index}`,
    hours: [2, 3.5, 2][index]!,
    place: '协会三楼会议室',
    lecturer: '赵建国',
    intensive: index === 1,
    content: '',
    participants: members.slice(0, 40 - index * 3).map((member) => member.id!),
    count: 40 - index * 3,
  }),
)

const studyYear = (): t.StudyYear => ({
  year: 2026,
  sessions,
  members: members.map((member, index) => ({
    member: member.id!,
    name: member.name,
    hours: (index * 7.5) % 60,
    required: index === 30 ? null : index < 5 ? 56 : 32,
    intensive: index % 4 === 0,
  })),
  average: 21.4,
  reached: 18,
})

const meetingKinds: t.KindCount[] = [
  { kind: 'general', name: '支部党员大会', required: 1, planned: 2, held: 1, lacking: 0, expected: 46, present: 41 },
  { kind: 'committee', name: '支部委员会会议', required: 3, planned: 1, held: 1, lacking: 2, expected: 5, present: 5 },
  { kind: 'theme_day', name: '主题党日', required: 3, planned: 1, held: 1, lacking: 2, expected: 46, present: 40 },
  { kind: 'lecture', name: '党课', required: 1, planned: 1, held: 0, lacking: 0, expected: 0, present: 0 },
]

const stages: t.LabelCount[] = [
  { label: '入党申请人', count: 2 },
  { label: '入党积极分子', count: 2 },
  { label: '发展对象', count: 1 },
  { label: '预备党员', count: 1 },
]

const todo = () => [
  finding('D02', 'late', '林晓梅递交入党申请书后应在 1 个月内谈话,已超 5 天', 'development', 1),
  finding('B11', 'due', '11月的支部委员会会议还未召开,请在 11月30日 前召开', 'meetings', null, '去开'),
  finding('B14', 'due', '11月的主题党日还未开展,请在 11月30日 前开展', 'meetings', null, '去开'),
  finding('D05', 'due', '黄志远的半年考察应在 12月5日 前完成', 'development', 2),
  finding('E01', 'notice', '全年学时未满 32 的党员还有 28 名', 'study', null, '查看'),
]

const words: t.ReportWords = { problems: '', plan: '' }
const versions: t.ReportVersion[] = []

function report(quarter: t.Quarter): t.ReportView {
  return {
    report: {
      format: 2,
      branch: branch.name,
      quarter,
      version: versions.length + 1,
      reason: null,
      as_of: TODAY,
      audit_head: 'ab'.repeat(32),
      mark: null,
      sections: { members: { title: '党员人数', end: 46 } },
    },
    words,
    versions: versions.filter((version) => version.quarter === quarter),
    differs_from_signed: versions.length > 1,
    before_signing: quarter === '2026Q4' ? ['本季度还有 38 天（到12月31日）'] : [],
    checks: [
      { title: '隶属关系', warnings: [] },
      { title: '组织设置', warnings: [] },
      { title: '党员人数', warnings: ['有 12 名党员的资料不完整'] },
      { title: '三会一课与主题党日', warnings: ['支部委员会会议少 2 次', '党课少 1 次'] },
      { title: '发展党员', warnings: [] },
      { title: '学习', warnings: [] },
      { title: '存在问题与整改', warnings: words.problems ? [] : ['还没有填写'] },
      { title: '下季度计划', warnings: words.plan ? [] : ['还没有填写'] },
    ],
  }
}

const signing: t.SigningView = {
  own: { subject: branch.name, fingerprint: FINGERPRINT, valid_from: '2026-11-23 09:00', valid_to: '2031-11-22 09:00' },
  state: 'good',
  note: null,
  replaced: [],
  trusted: [{ fingerprint: FINGERPRINT.split('').reverse().join(''), name: '示例商会联合支部' }],
}

const rules: t.RuleView[] = [
  {
    id: 'B09',
    text: '支部党员大会一般每季度召开 1 次。',
    source: '中国共产党支部工作条例(试行) 第十一条',
    verified: 'text',
    does: 'reminds',
    from: '2018-10-28',
    to: null,
  },
  {
    id: 'B11',
    text: '支部委员会会议一般每月召开 1 次,须有半数以上委员到会方可进行。',
    source: '中国共产党支部工作条例(试行) 第十二条',
    verified: 'text',
    does: 'reminds',
    from: '2018-10-28',
    to: null,
  },
  {
    id: 'B14',
    text: '主题党日每月相对固定 1 天开展。',
    source: '中国共产党支部工作条例(试行) 第十六条',
    verified: 'text',
    does: 'reminds',
    from: '2018-10-28',
    to: null,
  },
  {
    id: 'B18',
    text: '党课按惯例每季度 1 次,以上级要求为准。',
    source: '上级党组织要求',
    verified: 'local',
    does: 'reminds',
    from: '2018-10-28',
    to: null,
  },
  {
    id: 'D02',
    text: '收到入党申请书后,1 个月内派人同入党申请人谈话。',
    source: '中国共产党发展党员工作细则',
    verified: 'secondary',
    does: 'reminds',
    from: '2014-05-28',
    to: null,
  },
  {
    id: 'D05',
    text: '每半年对入党积极分子考察 1 次。',
    source: '中国共产党发展党员工作细则',
    verified: 'secondary',
    does: 'reminds',
    from: '2014-05-28',
    to: null,
  },
  {
    id: 'E01',
    text: '党员每年集中学习培训时间一般不少于 32 学时。',
    source: '中国共产党党员教育管理工作条例',
    verified: 'text',
    does: 'reminds',
    from: '2019-05-06',
    to: null,
  },
]

function importPreview(): t.ImportPreview {
  const headers: [string, t.ImportField | null, string][] = [
    ['序号', null, '1'],
    ['姓名', 'name', '赵建国'],
    ['公民身份号码', 'id_number', '440300196005031001'],
    ['性别', 'sex', '男'],
    ['民族', 'ethnicity', '汉族'],
    ['人员类别', 'kind', '正式党员'],
    ['加入党组织日期', 'joined', '1985.7'],
    ['转为正式党员日期', 'converted', '1986-07-01'],
  ]
  const accepted = members.slice(0, 44).map((member, index) => ({
    row: index + 4,
    name: member.name,
    id_number: member.id_number,
    sex: member.sex === 'female' ? '女' : '男',
    ethnicity: member.ethnicity,
    birth: member.birth,
    kind: member.kind === 'full' ? '正式党员' : '预备党员',
    joined: member.joined,
    converted: member.converted,
  }))
  return {
    sheets: ['党员信息', '说明'],
    sheet: '党员信息',
    header_row: 3,
    first_rows: ['示例协会党支部党员名册', '', '序号 姓名 公民身份号码 性别 民族 人员类别'],
    remembered: false,
    columns: headers.map(([header, field, example], index) => ({ index, header, field, example, watched: false })),
    data: [4, 47],
    notes: [],
    details: members.slice(0, 44).map((member) => ({
      education: member.education,
      mobile: member.mobile,
      landline: member.landline,
      address: member.address,
      party_group: member.party_group,
      offices: '',
    })),
    digest: 'd1',
    accepted,
    warned: [
      {
        row: 9,
        name: accepted[5]!.name,
        code: 'sex_differs',
        message: '性别写「女」,公民身份号码是男性',
        field: 'sex',
      },
      {
        row: 17,
        name: accepted[13]!.name,
        code: 'month_only',
        message: '入党日期只有年月,按年月保存',
        field: 'joined',
      },
    ],
    rejected: [
      {
        row: 48,
        name: '褚某某',
        code: 'id_check_digit',
        message: '公民身份号码的校验位不对,请核对原件',
        field: 'id_number',
      },
    ],
    updated: [
      { row: 6, name: accepted[2]!.name, fields: [{ field: 'mobile', old: '13800001000', new: '13800001002' }] },
    ],
    unchanged: 3,
    doubtful: [],
    normalized: [],
  }
}

const page = (title: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595 842" width="595" height="842"><rect width="595" height="842" fill="#fff"/><text x="297" y="110" font-size="22" text-anchor="middle" font-family="Noto Serif CJK SC">${title}</text>${Array.from({ length: 20 }, (_, line) => `<line x1="80" x2="515" y1="${160 + line * 30}" y2="${160 + line * 30}" stroke="#999" stroke-width="0.6"/>`).join('')}</svg>`

const PAPER_TITLES: Record<t.Paper['kind'], string> = {
  sign_in_sheet: '会议签到表',
  meeting_plan: '组织生活计划报备表',
  minutes: '会议记录',
  meeting_record_form: '三会一课纪实报告表',
  bound_quarter: '2026年第三季度组织生活记录合订本',
  ballots: '选票',
  tally_sheet: '计票报告单',
  appraisal_ballots: '2026年度民主评议党员测评票',
  appraisal_tally: '2026年度民主评议党员测评汇总表',
  appraisal_result: '2026年度民主评议党员结果表',
  election_report: '选举结果报告',
  report: '季度报告',
  signed_report: '季度报告第1版（已签名）',
  recovery_sheet: '恢复码',
  enrolment_sheet: '报送签名备案表',
  roster: '党员名册',
  contact_list: '党员通讯录',
  member_record: '党员信息表',
  statistics: '党员基本情况统计表',
  introduction_letter: '组织关系介绍信',
  transfer_receipt: '组织关系介绍信回执',
  meeting_notice: '会议通知',
  vote_resolution: '支部大会决议',
  motion_ballots: '表决票',
  motion_tally: '计票单',
  attendance: '到会统计表',
}

const done = <T>(value: T, changes: t.Room[], undo: string | null = '修改'): t.Done<T> => {
  status.undo = undo
  return { value, changes, undo }
}

const GROUPS = [
  'A7K2Q',
  'M3XPD',
  '9RT4W',
  'HJ6NE',
  'C8V2F',
  'P5GKS',
  'Z3YBT',
  '4QWMA',
  'D7RHX',
  'K2E9N',
  'V6TCJ',
  'F8SPG',
  'X3B7R',
]
const recovery = (): t.RecoveryCodeView => ({
  groups: GROUPS,
  status: { ...status, state: 'open', recovery_pending: true },
})

const needed = <K, V>(map: Map<K, V>, key: K): V => {
  const value = map.get(key)
  if (!value) throw new Error('没有这条记录')
  return value
}

function changeMeeting(id: number, change: (meeting: t.MeetingView) => void, label: string) {
  const meeting = needed(meetings, id)
  change(meeting)
  meeting.tally = tallyOf(meeting.attendance)
  meeting.needs = needsOf(meeting.tally)
  return done(meeting, ['meetings'], label)
}

/** Answers by name; what has none is answered from the recordings. */
export type Handlers = { [One in Name]?: (request: Commands[One][0], options: CallOptions) => Commands[One][1] }

const handlers: Handlers = {
  ...branchLists(branch, (changed) => done(changed, ['branch'])),
  ...backupHandlers(status),
  vault_status: () => status,
  draft_list: () => [],
  draft_keep: () => ({}),
  vault_create: recovery,
  vault_recover: recovery,
  passphrase_change: recovery,
  recovery_confirm: () => Object.assign(status, { state: 'open', recovery_pending: false }),
  vault_unlock: () => Object.assign(status, { state: 'open' }),
  vault_lock: () => Object.assign(status, { state: 'locked' }),
  vault_backup: () => Object.assign(status, { last_backup: '2026-11-23 15:40' }),
  vault_check: (): t.CheckView => ({
    ok: true,
    faults: [],
    notes: [],
    audit_entries: 214,
    audit_head: 'ab'.repeat(32),
  }),
  undo: () => ({
    ...done(status, ['roster', 'meetings'], null),
    value: Object.assign(status, { undo: null, redo: '登记到会' }),
  }),
  redo: () => ({
    ...done(status, ['roster', 'meetings'], null),
    value: Object.assign(status, { undo: '登记到会', redo: null }),
  }),
  audit_list: (): t.AuditEntry[] =>
    Array.from({ length: 12 }, (_, index) => ({
      seq: 214 - index,
      at: `2026-11-23T15:${String(40 - index).padStart(2, '0')}:00+08:00`,
      command: 'attendance_save',
      label: index % 3 ? '登记到会' : '修改党员资料',
      records: 1 + index,
      clock_set_back: false,
    })),
  home_badges: (): t.HomeBadge[] => [
    { room: 'development', count: 2 },
    { room: 'meetings', count: 2 },
  ],
  home_overview: (): t.HomeView => ({
    today: TODAY,
    quarter: '2026Q4',
    days_left: 38,
    todo: todo(),
    set_aside: [],
    meeting_kinds: meetingKinds,
    attendance_percent: 91,
    study_average: 21.4,
    study_not_reached: 28,
    development: stages,
    members: memberCount,
    suspended: 0,
    first_steps: [
      { code: 'import_roster', title: '导入党员名册', done: true },
      { code: 'set_offices', title: '登记党内职务', done: true },
      { code: 'first_meeting', title: '安排第一次会议', done: true },
      { code: 'first_study', title: '记一次学习', done: false },
      { code: 'backup', title: '备份', done: false },
    ],
  }),
  home_set_aside: () => done(null, ['home'], '把首页的提醒推后'),
  home_take_back: () => done(null, ['home'], '恢复首页的提醒'),
  branch_get: () => branch,
  branch_save: (request: t.BranchRequest) => done(Object.assign(branch, request), ['branch']),
  roster_list: (query: t.RosterQuery) =>
    rosterPage(
      members.map((member) => memberRow(member)),
      query,
      TODAY,
    ),
  member_alike: ({ name, except }: t.AlikeRequest): t.MemberRow[] =>
    members.filter((member) => member.name === name && member.id !== except).map((member) => memberRow(member)),
  member_merge_preview: ({ keep, drop }: t.MergePreviewRequest): t.MergePreview => ({
    keep: memberRow(members[keep - 1]!),
    drop: memberRow(members[drop - 1]!),
    choices: [
      { part: { field: 'mobile' }, title: '手机号码', keep: '13800000001', drop: '13900000002' },
      { part: { field: 'address' }, title: '家庭住址', keep: '', drop: '示例路 1 号' },
    ],
  }),
  member_merge: ({ keep }: t.MergeRequest) => done(memberView(members[keep - 1]!), ['roster'], '合并两份记录'),
  member_photo_get: (): t.MemberPhoto | null => null,
  member_photo_save: () => done({ url: 'data:image/jpeg;base64,' }, ['roster'], '保存照片'),
  member_photo_delete: () => done(null, ['roster'], '删去照片'),
  member_stay_save: ({ member, event }: t.StayEventRequest) => {
    if (event.event === 'left') left.set(member, event)
    return done(memberView(members[member - 1]!), ['roster'], '更正离开支部的登记')
  },
  member_stay_delete: ({ member }: t.StayEventRequest) => {
    left.delete(member)
    return done(memberView(members[member - 1]!), ['roster'], '删去离开支部的登记')
  },
  member_fact_delete: () => done(memberView(members[0]!), ['roster'], '删去一条变动'),
  member_meetings: ({ member }: t.MemberMeetingsRequest): t.MemberMeetings => ({
    attendance: {
      name: members[member - 1]!.name,
      kind: '正式',
      expected: 3,
      present: 2,
      on_leave: 1,
      absent: 0,
      missed_three: false,
    },
    meetings: [...meetings.values()].slice(0, 3).map(({ head }, index) => ({
      id: head.id!,
      at: head.planned_at,
      kinds: head.kinds,
      title: head.title,
      status: index === 1 ? 'on_leave' : 'present',
      reason: index === 1 ? '出差' : '',
    })),
  }),
  member_study: (): t.MemberStudy => ({
    years: [{ year: 2026, hours: 21, required: 32, intensive: true }],
    sessions: [{ id: 1, title: '集中培训', held_on: '2026-10-20', hours: 8, intensive: true }],
  }),
  member_facts_save: ({ members: ids, aspect, value }: t.FactsRequest) => {
    for (const id of ids) if (aspect === 'party_group') members[id - 1]!.party_group = value
    return done(ids.length, ['roster'], `登记 ${ids.length} 人的变动`)
  },
  roster_view_list: () => views,
  roster_view_save: (view: t.RosterView) => {
    views.push(JSON.parse(JSON.stringify(view)))
    return done(views, ['roster'], `保存常用名册“${view.name}”`)
  },
  roster_view_delete: (name: string) => {
    views.splice(
      views.findIndex((view) => view.name === name),
      1,
    )
    return done(views, ['roster'], `删去常用名册“${name}”`)
  },
  member_get: ({ id, reveal }: t.MemberGetRequest) => memberView(members[id - 1]!, reveal),
  member_save: (request: t.MemberRequest) => {
    const member = { ...request, id: request.id ?? members.length + 1 }
    members[member.id - 1] = member
    return done(memberView(member), ['roster'], `修改党员 ${member.name}`)
  },
  member_leave: ({ id, on, how, reason }: t.MemberLeaveRequest) => {
    left.set(id, { on, how, reason })
    return done(memberView(members[id - 1]!), ['roster'])
  },
  member_return: ({ id }: t.MemberReturnRequest) => {
    left.delete(id)
    return done(memberView(members[id - 1]!), ['roster'])
  },
  roster_choices: (): t.RosterChoices => ({
    ethnicities: ['汉族', '壮族'],
    educations: ['博士研究生', '硕士研究生', '大学本科', '大学专科'],
    party_groups: branch.party_groups,
    units: [],
    particulars: [
      { field: 'native_place', title: '籍贯', kind: 'text', choices: [] },
      { field: 'taiwanese', title: '是否台湾省籍', kind: 'yes_no', choices: [] },
      { field: 'degree', title: '学位', kind: 'choice', choices: ['博士', '硕士', '学士'] },
      { field: 'work_began', title: '参加工作日期', kind: 'date', choices: [] },
      { field: 'other_phones', title: '其他电话', kind: 'text', choices: [] },
    ],
    fields: recorded('roster_choices', {}).fields,
  }),
  roster_import_preview: (_request, options) => {
    options.onProgress?.({ done: 44, total: 45, label: '正在核对' })
    return importPreview()
  },
  roster_import: () => {
    const { accepted, warned, rejected, updated, unchanged, doubtful, normalized } = importPreview()
    const outcome = { accepted, warned, rejected, updated, unchanged, doubtful, normalized }
    return done(outcome, ['roster'], '导入名册')
  },
  roster_import_problems_save: () => ({ file_name: '名册 未导入的行.xlsx', bytes: 9000, gaps: [] }),
  roster_export: () => ({ file_name: '党员名册.xlsx', bytes: 12000, gaps: [] }),
  meeting_list: ({ kind, search }: t.MeetingQuery) =>
    [...meetings.values()]
      .filter((meeting) => (!kind || meeting.head.kinds.includes(kind)) && meeting.head.title.includes(search))
      .map(meetingRow),
  meeting_get: (id: number) => needed(meetings, id),
  meeting_save: (request: t.MeetingRequest) => {
    if (request.id !== null)
      return changeMeeting(request.id, (meeting) => Object.assign(meeting.head, request), '修改会议')
    const meeting = meetingOf(members, meetings.size + 1, request.kinds[0]!, request.planned_at.slice(0, 10), false)
    Object.assign(meeting.head, request, {
      id: meetings.size + 1,
      title: request.title || MEETING_KIND[request.kinds[0]!],
    })
    meeting.agenda = []
    meetings.set(meeting.head.id!, meeting)
    return done(meeting, ['meetings'], '新建会议')
  },
  meeting_cancel: ({ id, reason }: t.MeetingCancelRequest) =>
    changeMeeting(id, (meeting) => Object.assign(meeting, { state: 'cancelled', cancel_reason: reason }), '取消会议'),
  meeting_delete: (id: number) => {
    meetings.delete(id)
    return done(null, ['meetings'], '删除会议')
  },
  attendance_save: ({ id, entries }: t.AttendanceRequest) =>
    changeMeeting(
      id,
      (meeting) => {
        for (const entry of entries)
          Object.assign(meeting.attendance.find((row) => row.member === entry.member)!, entry)
        Object.assign(meeting, { frozen: true, state: 'held' })
      },
      '登记到会',
    ),
  meeting_template_list: (): t.MeetingTemplate[] => [],
  attachment_list: (): t.MeetingAttachment[] => [],
  ...taskHandlers,
  meeting_record_save: ({ id, agenda, resolutions }: t.MeetingRecordRequest) =>
    changeMeeting(id, (meeting) => Object.assign(meeting, { agenda, resolutions }), '修改会议记录'),
  vote_save: (request: t.VoteRequest) =>
    changeMeeting(
      request.meeting,
      (meeting) => {
        const vote: t.VoteView = {
          ...request,
          id: request.id ?? meeting.votes.length + 1,
          voting_expected: meeting.tally.voting_expected,
          voting_present: meeting.tally.voting_present,
          passed: request.votes_for * 2 > meeting.tally.voting_expected,
          announcement: `应到会有表决权的党员 ${meeting.tally.voting_expected} 名,实到 ${meeting.tally.voting_present} 名。表决结果:赞成 ${request.votes_for} 票,不赞成 ${request.votes_against} 票,弃权 ${request.abstained} 票。赞成票超过应到会有表决权党员的半数,予以通过。`,
        }
        meeting.votes = [...meeting.votes.filter((old) => old.id !== vote.id), vote]
      },
      '登记表决',
    ),
  vote_delete: ({ meeting: id, id: vote }: t.VoteRef) =>
    changeMeeting(
      id,
      (meeting) => {
        meeting.votes = meeting.votes.filter((old) => old.id !== vote)
      },
      '删除表决',
    ),
  development_list: () => [...files.values()].map(fileRow),
  development_get: (id: number) => needed(files, id),
  development_save: (request: t.DevelopmentFileRequest) => {
    const file = request.id === null ? fileOf(files.size + 1, request.name, 1) : needed(files, request.id)
    Object.assign(file.person, request, { id: file.person.id })
    files.set(file.person.id!, file)
    return done(file, ['development'], '修改发展档案')
  },
  development_close: ({ id, on, reason }: t.DevelopmentCloseRequest) =>
    done(Object.assign(needed(files, id), { closed: on && { on, reason } }), ['development']),
  development_step_save: ({ file: id, step, entry, done_on, note }: t.StepRequest) => {
    const file = needed(files, id)
    const kept = file.steps[step - 1]!.entries.filter((one) => one.entry !== entry)
    const next = entry ?? Math.max(0, ...kept.map((one) => one.entry)) + 1
    file.steps[step - 1]!.entries = done_on ? [...kept, { entry: next, done_on, note }] : kept
    file.last_step = file.steps.filter((one) => one.entries.length).length
    return done(file, ['development'], '登记步骤')
  },
  development_material_save: ({ file: id, code, state, dated, note }: t.MaterialRequest) => {
    const file = needed(files, id)
    const all = [...file.stage_materials, ...file.steps.flatMap((step) => step.materials)]
    Object.assign(all.find((one) => one.code === code)!, { state, dated, note, overdue: false })
    return done(file, ['development'], '登记材料')
  },
  development_paper_save: ({ file: id, code, replaces, dated, note }: t.PaperRequest) => {
    const file = needed(files, id)
    const of = file.steps.flatMap((step) => step.materials).find((one) => one.code === code)!
    of.papers = [...of.papers.filter((one) => one.dated !== replaces), ...(dated ? [{ dated, note }] : [])]
    of.dated = of.papers.at(-1)?.dated ?? null
    return done(file, ['development'], '登记思想汇报')
  },
  study_year: studyYear,
  study_get: (id) => sessions.find((session) => session.id === id)!,
  study_save: (request: t.StudySessionRequest) => {
    const row = { ...request, id: request.id ?? sessions.length + 1, count: request.participants.length }
    const at = sessions.findIndex((session) => session.id === row.id)
    if (at >= 0) sessions[at] = row
    else sessions.unshift(row)
    return done(row, ['study'], '登记学习')
  },
  study_delete: (id: number) => {
    sessions.splice(
      sessions.findIndex((session) => session.id === id),
      1,
    )
    return done(null, ['study'], '删除学习')
  },
  report_get: report,
  report_words_save: ({ quarter, words: written }: t.ReportWordsRequest) => {
    Object.assign(words, written)
    return done(report(quarter), ['reports'], '修改报告文字')
  },
  report_sign: ({ quarter, reason }: t.ReportSignRequest) => {
    versions.push({
      id: versions.length + 1,
      quarter,
      version: versions.length + 1,
      signed_at: '2026-11-23T15:40:00+08:00',
      reason,
      sha256: 'cd'.repeat(32),
      problem: null,
      gaps: [],
    })
    return done(versions.at(-1)!, ['reports'], null)
  },
  report_export: (): t.Saved => ({ file_name: '2026年第四季度报告.pdf', bytes: 182_000, gaps: [] }),
  report_print: (): t.Printed => ({ by: 'queue', gaps: [] }),
  report_verify: (): t.VerifyView => ({
    file: '2026年第三季度报告.pdf',
    valid: true,
    trusted: true,
    signer: branch.name,
    fingerprint: FINGERPRINT,
    signed_at: '2026-10-03 09:12 +08:00',
    covers_whole_file: true,
    sentence: '签名有效,签名人可信,签名后没有改动。',
    known_as: branch.name,
    remarks: [],
    fault: null,
    facts: [
      { label: '支部', value: branch.name },
      { label: '党员', value: '46 人（正式 44，预备 2）' },
      { label: '党费收缴', value: '出自更新版本的程序，升级本程序后才能看' },
    ],
    report: report('2026Q3').report,
  }),
  report_compare: (): t.CompareView => ({
    file: '2026年第三季度报告.pdf',
    outcome: 'agrees',
    sentence: '与档案一致',
  }),
  signing_get: () => signing,
  certificate_renew: () => {
    signing.replaced.unshift(signing.own)
    signing.own = { ...signing.own, fingerprint: FINGERPRINT.split('').reverse().join('') }
    Object.assign(signing, { state: 'good', note: null })
    return { ...done(signing, ['signing']), undo: null }
  },
  signing_trust: ({ fingerprint, name }: t.TrustRequest) => {
    signing.trusted.push({ fingerprint, name })
    return done(signing, ['signing'])
  },
  signing_distrust: (fingerprint: string) => {
    signing.trusted = signing.trusted.filter((signer) => signer.fingerprint !== fingerprint)
    return done(signing, ['signing'])
  },
  certificate_export: (): t.Saved => ({ file_name: '支部证书.pem', bytes: 700, gaps: [] }),
  paper_preview: (paper: t.Paper): t.PaperPages => ({
    title: PAPER_TITLES[paper.kind],
    pages: [page(PAPER_TITLES[paper.kind]), page('第二页')],
    total: 2,
    word: ['minutes', 'meeting_notice', 'vote_resolution'].includes(paper.kind),
    rooms: ['meetings', 'roster', 'branch'],
    gaps: [],
  }),
  paper_save: (): t.Saved => ({ file_name: '会议签到表.pdf', bytes: 52_000, gaps: [] }),
  paper_print: (): t.Printed => ({ by: 'viewer', gaps: [] }),
  ...meetingPaperHandlers,
  ...transferHandlers,
  rule_list: () => rules,
  settings_get: () => settings,
  settings_save: (request: t.Settings) => {
    status.lock_after_minutes = request.lock_after_minutes
    return done(Object.assign(settings, request), ['settings'])
  },
}

/** The fake core's answer. */
export function answer<One extends Name>(name: One, request: Commands[One][0], options: CallOptions): Commands[One][1] {
  const handler = handlers[name]
  return handler ? handler(request, options) : recorded(name, request)
}
