// What the first page shows.

import type * as t from '@/ipc/types'
import { done, finding, type Handlers, TODAY } from './made'

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

export const handlers: Handlers = {
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
    members: 46,
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
}
