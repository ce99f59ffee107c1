// Made-up members, and the roster's page over them.

import type * as t from '@/ipc/types'
import { MEMBER_KIND, OFFICE, SEX } from '@/ipc/words'
import { recorded } from '../recorded'
import { branch } from './branch'
import { done, finding, type Handlers, TODAY } from './made'
import { status } from './vault'

const FAMILY = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许'
const GIVEN = ['建国', '秀英', '志强', '桂兰', '伟', '丽华', '明', '文静', '海涛', '晓燕', '国栋', '玉梅']

const OFFICES: t.Office[] = ['secretary', 'deputy_secretary', 'organization', 'publicity', 'discipline']

export const members: t.MemberRequest[] = Array.from({ length: 46 }, (_, index) => ({
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

const statesOf = (member: t.MemberRequest) =>
  [member.is_mobile && '流动党员', member.is_lost && '失联党员', !member.address && '资料不完整'].filter(
    (state) => state !== false,
  )

const LABELS: [t.Dimension, string, (row: t.MemberRow) => string[]][] = [
  ['kind', '人员类别', (row) => [MEMBER_KIND[row.kind]]],
  ['state', '情况', (row) => row.states],
  ['group', '党小组', (row) => [row.party_group || '未编组']],
  ['unit', '所在单位', (row) => [row.unit || '未填']],
  ['office', '党内职务', (row) => (row.offices.length ? row.offices.map((office) => OFFICE[office]) : ['无职务'])],
  ['sex', '性别', (row) => [row.sex ? SEX[row.sex] : '未填']],
  ['education', '学历', (row) => [row.education]],
]

function countsOf(rows: t.MemberRow[]): t.DimensionCounts[] {
  return LABELS.map(([by, title, labels]) => {
    const counted = new Map<string, number>()
    for (const label of rows.flatMap(labels)) counted.set(label, (counted.get(label) ?? 0) + 1)
    return { by, title, counts: [...counted].map(([label, count]) => ({ label, count })) }
  })
}

function rosterPage(rows: t.MemberRow[], query: t.RosterQuery, today: string): t.RosterPage {
  const [current, former] = [rows.filter((row) => !row.left), rows.filter((row) => row.left)]
  const all = query.former ? former : current
  const listed = all
    .filter((row) => row.name.includes(query.search))
    .filter((row) =>
      query.filters.every(({ by }) => {
        const labels = LABELS.find(([one]) => one === by)?.[2](row)
        return query.filters.some((filter) => filter.by === by && labels?.includes(filter.label))
      }),
    )
  return {
    rows: listed.slice(query.offset, query.offset + (query.limit || 100)),
    total: listed.length,
    on: query.on ?? today,
    current: current.length,
    former: former.length,
    completeness: 96,
    counts: countsOf(all),
  }
}

export const rosterHandlers: Handlers = {
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
  roster_export: () => ({ file_name: '党员名册.xlsx', bytes: 12000, gaps: [] }),
}
