// A made-up committee and what its branches have handed in.

import type * as t from '@/ipc/types'
import { done, type Handlers } from './made'

const branches: t.SuperiorBranchView[] = ['第一支部', '第二支部', '第三支部'].map((name, at) => ({
  id: at + 1,
  name,
  contact: at ? '' : '李四',
  phone: '',
  since: null,
  until: at === 1 ? '2026Q4' : null,
  note: '',
  certificates: at === 2 ? [] : ['AB'.repeat(32)],
  reports: at === 2 ? 0 : 1,
}))

const report = (id: number, version: number, figures: Record<string, number>): t.SuperiorReport => ({
  id,
  version,
  signed_at: '2026-10-03T09:12:00+08:00',
  received_on: '2026-10-08',
  receipted_on: id === 1 ? '2026-10-09' : null,
  remark: '',
  figures,
})

const reports = [report(1, 1, { members: 12, dues_paid: 123_450 }), report(2, 2, { members: 30 }), null]

export const taken = (period: t.Period): t.SuperiorPeriod => ({
  period,
  periods: ['2026Q3'],
  rows: branches.map(({ id, name, contact, phone }, at) => ({
    branch: id ?? 0,
    name,
    contact,
    phone,
    report: period === '2026Q3' ? (reports[at] ?? null) : null,
  })),
  columns: [
    { key: 'members', title: '党员人数', is_money: false, sum: 42, count: 2 },
    { key: 'dues_paid', title: '实交党费', is_money: true, sum: 123_450, count: 1 },
  ],
  refusals: [{ file: '第二批/坏.pdf', code: 'truncated', sentence: '文件不完整：后面缺了一部分' }],
})

export const handlers: Handlers = {
  superior_branches: () => branches,
  superior_branch_save: () => done(branches, ['superior']),
  superior_branch_delete: () => done(branches, ['superior']),
  superior_enrol: () => done(branches, ['superior', 'signing']),
  superior_period: ({ period }: t.SuperiorPeriodRequest) => taken(period ?? '2026Q3'),
  superior_collect: () =>
    done<t.SuperiorCollected>(
      {
        taken: 2,
        corrections: 1,
        known: 3,
        refused: 1,
        stopped: false,
        refusals: [],
        period: '2026Q3',
        sums: { members: 42 },
      },
      ['superior'],
    ),
  superior_receipts: () => done({ saved: 2, stopped: false }, ['superior']),
  superior_export: (): t.Saved => ({ file_name: '汇总.xlsx', bytes: 9000, gaps: [] }),
}
