// Some of the rules, as they stand in the data.

import type * as t from '@/ipc/types'
import { done, type Handlers } from './made'

export const rules: t.RuleView[] = [
  {
    id: 'B09',
    text: '支部党员大会一般每季度召开 1 次。',
    source: '中国共产党支部工作条例(试行) 第十一条',
    document: '中国共产党支部工作条例(试行)',
    article: '第十一条',
    scope: 'national',
    verified: 'text',
    does: 'reminds',
    from: '2018-10-28',
    to: null,
  },
  {
    id: 'B11',
    text: '支部委员会会议一般每月召开 1 次,须有半数以上委员到会方可进行。',
    source: '中国共产党支部工作条例(试行) 第十二条',
    document: '中国共产党支部工作条例(试行)',
    article: '第十二条',
    scope: 'national',
    verified: 'text',
    does: 'reminds',
    from: '2018-10-28',
    to: null,
  },
  {
    id: 'B14',
    text: '主题党日每月相对固定 1 天开展。',
    source: '中国共产党支部工作条例(试行) 第十六条',
    document: '中国共产党支部工作条例(试行)',
    article: '第十六条',
    scope: 'national',
    verified: 'text',
    does: 'reminds',
    from: '2018-10-28',
    to: null,
  },
  {
    id: 'B18',
    text: '党课按惯例每季度 1 次,以上级要求为准。',
    source: '上级党组织要求',
    document: '上级党组织要求',
    article: '',
    scope: 'local',
    verified: 'local',
    does: 'reminds',
    from: '2018-10-28',
    to: null,
  },
  {
    id: 'D02',
    text: '收到入党申请书后,1 个月内派人同入党申请人谈话。',
    source: '中国共产党发展党员工作细则',
    document: '中国共产党发展党员工作细则',
    article: '',
    scope: 'national',
    verified: 'secondary',
    does: 'reminds',
    from: '2014-05-28',
    to: null,
  },
  {
    id: 'D05',
    text: '每半年对入党积极分子考察 1 次。',
    source: '中国共产党发展党员工作细则',
    document: '中国共产党发展党员工作细则',
    article: '',
    scope: 'national',
    verified: 'secondary',
    does: 'reminds',
    from: '2014-05-28',
    to: null,
  },
  {
    id: 'E01',
    text: '党员每年集中学习培训时间一般不少于 32 学时。',
    source: '中国共产党党员教育管理工作条例',
    document: '中国共产党党员教育管理工作条例',
    article: '',
    scope: 'national',
    verified: 'text',
    does: 'reminds',
    from: '2019-05-06',
    to: null,
  },
]

const builtIn: t.RuleSetHead = {
  name: '全国规程 2026-11',
  number: 1,
  made_on: '2026-11-23',
  holds_from: '2026-05-11',
  issuer: '支部工作台',
  changes: '按2026年修订的细则。',
}

const newer: t.RuleSetHead = {
  name: '全国规程 2027-01',
  number: 2,
  made_on: '2026-11-20',
  holds_from: '2027-01-01',
  issuer: '示例街道党委',
  changes: '学时改为40学时；2027年放假安排。',
}

export const set: t.RuleSetView = {
  in_use: builtIn,
  built_in: builtIn,
  adopted: null,
  holidays_to: 2026,
  unknown: [],
}

const wording = (hours: number, from: string): t.RuleWording => ({
  text: `党员每年集中学习培训时间一般不少于${hours}学时。`,
  source: '中国共产党党员教育管理工作条例',
  numbers: [`${hours} 学时`],
  from,
  to: null,
})

const finding = (message: string): t.Finding => ({
  rule: 'E01',
  severity: 'notice',
  message,
  action: '补学',
  due: '2026-12-31',
  subject: { room: 'study', id: null },
  key: '',
})

export const preview: t.RuleSetPreview = {
  file_name: '全国规程.zbrules',
  seen: 'ab'.repeat(32),
  head: newer,
  in_use: builtIn,
  signer: { subject: '示例街道党委', fingerprint: '3FA91C07B25E6D88'.repeat(4), known_as: '街道党委' },
  rules: [
    {
      id: 'E01',
      kinds: ['text', 'numbers'],
      from: '2027-01-01',
      was: wording(32, '2019-05-06'),
      becomes: wording(40, '2027-01-01'),
      is_unknown: false,
    },
  ],
  holidays: [{ year: 2027, is_new: true, days_off: 28, workdays: 6 }],
  checks: [],
  appear: [finding('张三今年还差 40 学时')],
  vanish: [finding('张三今年还差 32 学时')],
}

export const handlers: Handlers = {
  rule_list: () => rules,
  rule_set_get: () => set,
  rule_set_preview: () => preview,
  rule_set_adopt: () => {
    set.in_use = newer
    set.adopted = { head: newer, signer: '街道党委', adopted_on: '2026-11-23', passed_over: null }
    set.holidays_to = 2027
    return done(set, ['rules'])
  },
  rule_set_restore: () => {
    Object.assign(set, { in_use: builtIn, adopted: null, holidays_to: 2026 })
    return done(set, ['rules'])
  },
}
