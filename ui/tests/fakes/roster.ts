// Forty-six made-up members, and the roster's page over them. Nothing is counted here: ages, states and the numbers of the
// page are written down, and stay what they are whatever is changed.

import type * as t from '@/ipc/types'
import { recorded } from '../recorded'
import { branch } from './branch'
import { done, finding, type Handlers, TODAY } from './made'
import { status } from './vault'

const FAMILY = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许'
const GIVEN = ['建国', '秀英', '志强', '桂兰', '伟', '丽华', '明', '文静', '海涛', '晓燕', '国栋', '玉梅']

const YEARS = [
  { born: 1960, joined: 1985, converted: 1986, age: 66, party_age_months: 484 },
  { born: 1968, joined: 1995, converted: 1996, age: 58, party_age_months: 364 },
  { born: 1985, joined: 2010, converted: 2011, age: 41, party_age_months: 184 },
  { born: 1991, joined: 2021, converted: 2022, age: 35, party_age_months: 52 },
]
const yearsOf = (index: number) => YEARS[index % YEARS.length]!
const ON_PROBATION = [8, 28]
const MOBILE = [10, 25, 40]

const OFFICES: t.Office[] = ['secretary', 'deputy_secretary', 'organization', 'publicity', 'discipline']

export const members: t.MemberRecord[] = Array.from({ length: 46 }, (_, index) => ({
  id: index + 1,
  name: `${FAMILY[index % 20]}${GIVEN[(index * 5) % 12]}`,
  branch_name: status.branch!,
  id_number: `440300${yearsOf(index).born}0503${String(100 + index).slice(-3)}X`,
  sex: index % 3 === 1 ? 'female' : 'male',
  ethnicity: index % 9 === 4 ? '壮族' : '汉族',
  birth: `${yearsOf(index).born}-05-03`,
  education: ['大学本科', '硕士研究生', '大学专科', '高中'][index % 4]!,
  kind: ON_PROBATION.includes(index + 1) ? 'probationary' : 'full',
  joined: ON_PROBATION.includes(index + 1) ? '2026-03-01' : `${yearsOf(index).joined}-07-01`,
  converted: ON_PROBATION.includes(index + 1) ? null : `${yearsOf(index).converted}-07-01`,
  job_position: ['秘书处干事', '会员部主任', '会长', '财务'][index % 4]!,
  mobile: `1380000${String(1000 + index).slice(-4)}`,
  landline: '',
  address: index % 4 === 0 ? '' : '示例市示例区示例路 1 号',
  standing: 'normal',
  lost_contact_since: null,
  is_lost: false,
  is_mobile: MOBILE.includes(index + 1),
  mobile_destination: '',
  party_group: index % 2 ? '第二党小组' : '第一党小组',
  offices: OFFICES.slice(index, index + 1),
  lost_reason: '',
  mobile_since: null,
  unit: '',
  party_age_correction_months: 0,
  probation_extended_months: 0,
  particulars: {},
  attendance_not_required: index === 30,
  vote_suspended: false,
  discipline: null,
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

/** What the core makes of the members as they were made up. */
const FIGURES = members.map(({ is_mobile, address }, index) => ({
  age: yearsOf(index).age,
  party_age_months: ON_PROBATION.includes(index + 1) ? null : yearsOf(index).party_age_months,
  completeness: address ? 100 : 86,
  missing: (address ? [] : ['address']) as t.WantedField[],
  states: [is_mobile ? '流动党员' : '', address ? '' : '资料不完整'].filter(Boolean),
}))
/** Whoever was added since has those of the first. */
const figuresOf = (member: number) => FIGURES[member - 1] ?? FIGURES[0]!

function memberRow(member: t.MemberRecord): t.MemberRow {
  const { missing: _, ...figures } = figuresOf(member.id!)
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
    party_group: member.party_group,
    offices: member.offices,
    mobile_masked: member.mobile.replace(/(\d{3})\d{4}/, '$1****'),
    ...figures,
    left: left.get(member.id!) ?? null,
  }
}

function memberView(member: t.MemberRecord, reveal = false): t.MemberView {
  const row = memberRow(member)
  return {
    on: TODAY,
    member: { ...member, id_number: reveal ? member.id_number : null },
    id_number_masked: member.id_number && `${member.id_number.slice(0, 6)}********${member.id_number.slice(14)}`,
    age: row.age,
    party_age_months: row.party_age_months,
    completeness: row.completeness,
    missing: figuresOf(row.id).missing,
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

const COUNTS: t.DimensionCounts[] = [
  {
    by: 'kind',
    title: '人员类别',
    counts: [
      { label: '正式党员', count: 44 },
      { label: '预备党员', count: 2 },
    ],
  },
  {
    by: 'state',
    title: '情况',
    counts: [
      { label: '资料不完整', count: 12 },
      { label: '流动党员', count: 3 },
    ],
  },
  {
    by: 'group',
    title: '党小组',
    counts: [
      { label: '第一党小组', count: 23 },
      { label: '第二党小组', count: 23 },
    ],
  },
  { by: 'unit', title: '所在单位', counts: [{ label: '未填', count: 46 }] },
  {
    by: 'office',
    title: '党内职务',
    counts: [
      { label: '书记', count: 1 },
      { label: '副书记', count: 1 },
      { label: '组织委员', count: 1 },
      { label: '宣传委员', count: 1 },
      { label: '纪检委员', count: 1 },
      { label: '无职务', count: 41 },
    ],
  },
  {
    by: 'sex',
    title: '性别',
    counts: [
      { label: '男', count: 31 },
      { label: '女', count: 15 },
    ],
  },
  {
    by: 'education',
    title: '学历',
    counts: [
      { label: '大学本科', count: 12 },
      { label: '硕士研究生', count: 12 },
      { label: '大学专科', count: 11 },
      { label: '高中', count: 11 },
    ],
  },
]

/** Whom a chip leaves; any other chip leaves everybody. */
const FILTERED: Record<string, t.MemberId[]> = { 'kind:预备党员': ON_PROBATION }

function rosterPage(query: t.RosterQuery): t.RosterPage {
  const only = query.filters.map(({ by, label }) => FILTERED[`${by}:${label}`]).find(Boolean)
  const listed = members
    .filter(({ id }) => left.has(id!) === query.former && (only?.includes(id!) ?? true))
    .filter(({ name }) => name.includes(query.search))
    .map((member) => memberRow(member))
  return {
    rows: listed.slice(query.offset, query.offset + (query.limit || 100)),
    total: listed.length,
    on: query.on ?? TODAY,
    current: 46,
    former: 0,
    completeness: 96,
    counts: COUNTS,
  }
}

export const handlers: Handlers = {
  roster_list: rosterPage,
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
    meetings: [
      {
        id: 1,
        at: '2026-11-25T14:30:00',
        kinds: ['general'],
        title: '十一月支部党员大会',
        status: 'present',
        reason: '',
      },
      {
        id: 2,
        at: '2026-11-04T14:30:00',
        kinds: ['committee'],
        title: '支部委员会会议',
        status: 'on_leave',
        reason: '出差',
      },
      {
        id: 3,
        at: '2026-10-21T14:30:00',
        kinds: ['theme_day', 'lecture'],
        title: '主题党日',
        status: 'present',
        reason: '',
      },
    ],
  }),
  member_study: (): t.MemberStudy => ({
    years: [{ year: 2026, hours: 21, required: 32, intensive: true }],
    sessions: [
      {
        id: 1,
        kind: 'course',
        title: '集中培训',
        held_on: '2026-10-20',
        hours: 8,
        intensive: true,
        uncounted: false,
        topic: null,
        made_up_on: null,
        certificate: { session: 1, member: 1, number: '证〔2026〕1号', issuer: '区委党校', issued_on: '2026-10-20' },
      },
      {
        id: 2,
        kind: 'collective',
        title: '学习党章',
        held_on: '2026-09-10',
        hours: 2,
        intensive: false,
        uncounted: false,
        topic: null,
        made_up_on: '2026-09-20',
        certificate: null,
      },
    ],
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
  member_save: ({ record }: t.MemberRequest) => {
    const member = { ...record, id: record.id ?? members.length + 1 }
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
  roster_export: () => ({ file_name: '党员名册.xlsx', bytes: 12000, gaps: [] }),
}
