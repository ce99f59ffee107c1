// What the first page shows.

import type * as t from '@/ipc/types'
import { daysOfMonth } from '@/shared/text/month'
import { done, finding, type Handlers, TODAY } from './made'
import { members } from './roster'
import { rules } from './rules'

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

const item = (kind: t.HomeDayKind, message: string, room: t.Room, id: number | null): t.HomeDayItem => ({
  kind,
  about: { ...finding('B11', 'notice', message, room, id, '查看'), rule: null },
})

/** November has a meeting and a deadline on its last day, and an anniversary on the 23rd. */
function month({ year, month: number }: t.HomeCalendarRequest): t.HomeMonth {
  const items: Record<string, t.HomeDayItem[]> = {
    '2026-11-23': [item('anniversary', '陈明入党 20 周年', 'roster', 3)],
    '2026-11-30': [
      item('meeting', '14:30 支部委员会会议', 'meetings', 2),
      { kind: 'deadline', about: finding('B14', 'due', '11月的主题党日还未开展', 'meetings', null, '去开') },
    ],
  }
  const name = `${year}-${String(number).padStart(2, '0')}`
  const days = daysOfMonth(name).flatMap(({ date, inside }) =>
    inside
      ? [
          {
            on: date,
            off: date.endsWith('-10-01') ? true : null,
            holiday: date.endsWith('-10-01') ? '国庆节' : '',
            items: items[date] ?? [],
          },
        ]
      : [],
  )
  return { year, month: number, knows_holidays: year < 2027, days }
}

/** As the core finds, but by characters alone. */
function found({ text, names }: t.HomeFindRequest): t.HomeFound {
  const has = (name: string) => name.includes(text.trim())
  const hits = (all: t.HomeHit[]) => (text.trim() ? all.filter(({ name }) => has(name)).slice(0, 8) : [])
  return {
    names: names.flatMap((name, place) => (has(name) ? [place] : [])),
    people: hits(members.map(({ name }, index) => ({ key: String(index + 1), name, note: '正式党员' }))),
    meetings: hits([{ key: '2', name: '支部委员会会议', note: '2026年11月30日' }]),
    files: hits([{ key: '1', name: '林晓梅', note: '入党申请人' }]),
    documents: hits([{ key: '1', name: '党章学习提纲', note: '学习材料' }]),
    rules: hits(rules.map((rule) => ({ key: rule.id, name: `${rule.id} ${rule.text}`, note: rule.source }))),
  }
}

export const handlers: Handlers = {
  home_calendar: month,
  home_find: found,
  home_badges: (): t.HomeBadge[] => [
    { room: 'development', count: 2 },
    { room: 'meetings', count: 2 },
  ],
  home_overview: (): t.HomeView => ({
    today: TODAY,
    quarter: '2026Q4',
    days_left: 38,
    todo: todo(),
    groups: [
      { when: 'overdue', count: 1 },
      { when: 'month', count: 3 },
      { when: 'later', count: 1 },
    ],
    set_aside: [],
    meeting_kinds: meetingKinds,
    figures: [
      { code: 'attendance', name: '到会率', value: '91%', note: '' },
      { code: 'study', name: '学时', value: '人均 21.4', note: '未达标 28 人' },
      { code: 'members', name: '党员', value: '46 人', note: '' },
      { code: 'probationary', name: '其中预备党员', value: '2 人', note: '' },
      { code: 'development', name: '发展党员', value: '6 人', note: '' },
    ],
    attendance: Array.from({ length: 11 }, (_, index) => ({
      month: index + 1,
      expected: index === 7 ? 0 : 50,
      present: index === 7 ? 0 : 40 + (index % 5),
      percent: index === 7 ? null : 80 + 2 * (index % 5),
    })),
    study_reached: 18,
    study_not_reached: 28,
    development: stages,
    states: [
      { code: 'backup', name: '备份', said: '2026年11月23日 09:12做的，已核对', is_good: true },
      { code: 'report', name: '报告', said: '2026年第三季度的还没有签名', is_good: false },
      { code: 'certificate', name: '证书', said: '有效至2029年11月3日', is_good: true },
    ],
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
}
