// Made-up disposals.

import type * as t from '@/ipc/types'
import { done, type Handlers } from './made'
import { members } from './roster'

const disposals: t.Disposal[] = [
  {
    id: 1,
    member: members[3]!.id!,
    name: members[3]!.name,
    kind: 'correction',
    ground: '连续几个月没有参加组织生活',
    begun_on: '2026-06-01',
    talked_on: '2026-06-05',
    filed_on: '2026-06-20',
    meeting: null,
    decided_on: '2026-07-01',
    replied_on: null,
    term_to: null,
    outcome: null,
    ended_on: null,
    note: '',
    usual_term: '2027-01-01',
  },
]

export const handlers: Handlers = {
  disposal_list: () => disposals,
  disposal_save: (record) => done(record.id ?? 2, ['disposals'], '登记组织处置'),
  disposal_delete: () => done(null, ['disposals'], '删除组织处置'),
}
