// A made-up branch with all its lists.

import type * as t from '@/ipc/types'
import { done, type Handlers } from './made'
import { status } from './vault'

const unit = {
  since: null,
  until: null,
  registered_on: null,
  legal_representative: '',
  employees: null,
  association_members: null,
  note: '',
}
const branchOf = (name: string): t.BranchView => ({
  name,
  code: '440300001234',
  kind: 'joint',
  superior: '中共示例市社会组织委员会',
  unit: '示例市示例协会',
  founded_on: '2016-05',
  approval: '示社工委〔2016〕8号',
  phone: '0755-00000000',
  address: '示例市示例区示例路 1 号',
  has_committee: true,
  note: '',
  history: [
    {
      id: 2,
      aspect: 'committee',
      value: 'yes',
      title: '设支部委员会',
      since: '2024-06-18',
      until: null,
      why: '党员满 7 人',
      recorded_on: '2026-11-20',
      recorded_by: '赵建国',
    },
    {
      id: 1,
      aspect: 'committee',
      value: '',
      title: '不设支部委员会',
      since: null,
      until: '2024-06-18',
      why: '',
      recorded_on: '2026-11-20',
      recorded_by: '赵建国',
    },
  ],
  secretary: '赵建国',
  party_groups: ['第一党小组', '第二党小组'],
  members: 46,
  full: 44,
  probationary: 2,
  suspended: 0,
  committee: [
    {
      member: 1,
      name: '赵建国',
      office: 'secretary',
      offices: ['secretary'],
      since: '2024-06-18',
      party_age_months: 484,
    },
    {
      member: 3,
      name: '孙丽华',
      office: 'organization',
      offices: ['organization'],
      since: null,
      party_age_months: 460,
    },
  ],
  former_offices: [{ member: 9, name: '冯志强', office: 'secretary', since: '2018-05', until: '2024-06-18' }],
  units: [
    {
      ...unit,
      id: 1,
      name: '示例市示例协会',
      credit_code: '',
      kind: 'association',
      in_charter: true,
      in_charter_on: '2019-06-01',
      members: 30,
    },
    {
      ...unit,
      id: 2,
      name: '示例市示例服务中心',
      credit_code: '',
      kind: 'service_institution',
      in_charter: false,
      in_charter_on: null,
      members: 16,
    },
  ],
  groups: [
    { id: 1, name: '第一党小组', leader: 3, leader_name: '孙丽华', since: null, until: null, note: '', members: 23 },
    { id: null, name: '第二党小组', leader: null, leader_name: null, since: null, until: null, note: '', members: 23 },
  ],
  terms: [
    {
      id: 1,
      number: 3,
      elected_on: '2024-06-18',
      years: 3,
      postponed_to: null,
      ended_on: null,
      approval: '示社工委〔2024〕12号',
      note: '',
      due_on: '2027-06-18',
      running: true,
    },
  ],
  helpers: [
    {
      id: 1,
      role: 'organizer',
      name: '何文清',
      phone: '0755-00000001',
      unit: '示例街道社会组织党委',
      since: '2024-03',
      until: null,
      note: '',
    },
  ],
  rooms: [{ id: 1, name: '党员活动室', address: '协会三楼会议室', square_metres: 60, note: '' }],
  term_years: 3,
  postponed_years: 1,
  findings: [
    {
      rule: 'B05',
      severity: 'due',
      message: '支部委员会现有 2 人，一般由 3 至 5 人组成，不超过 7 人',
      action: '查看',
      due: null,
      subject: { room: 'branch', id: null },
      key: 'size',
    },
  ],
})

/** Saving and deleting what the lists hold. */
function branchLists(branch: t.BranchView, done: (branch: t.BranchView) => t.Done<t.BranchView>) {
  const entries = <Entry extends { id: number | null }>(name: string, list: Entry[], made: Omit<Entry, 'id'>) => ({
    [`branch_${name}_save`]: (request: Entry) => {
      const at = list.findIndex((one) => one.id === request.id && request.id !== null)
      if (at >= 0) list[at] = { ...list[at]!, ...request }
      else list.push({ ...made, ...request, id: list.length + 1 })
      return done(branch)
    },
    [`branch_${name}_delete`]: (id: number) => {
      list.splice(
        list.findIndex((one) => one.id === id),
        1,
      )
      return done(branch)
    },
  })
  return {
    branch_office_hand_over: () => done(branch),
    branch_fact_save: () => done(branch),
    branch_fact_delete: () => done(branch),
    ...entries('unit', branch.units, { members: 0 } as t.BranchUnitView),
    ...entries('group', branch.groups, { leader_name: null, members: 0 } as unknown as t.BranchGroupView),
    ...entries('term', branch.terms, { due_on: '2029-01-01', running: false } as t.BranchTermView),
    ...entries('helper', branch.helpers, {} as t.BranchHelper),
    ...entries('room', branch.rooms, {} as t.BranchRoom),
  }
}

export const branch = branchOf(status.branch!)

export const handlers: Handlers = {
  ...branchLists(branch, (changed) => done(changed, ['branch'])),
  branch_get: () => branch,
  branch_save: ({ record }: t.BranchRequest) => done(Object.assign(branch, record), ['branch']),
}
