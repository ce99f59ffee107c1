// Made-up letters on their way, for the pages of transfers. What follows from them is the core's to say.

import type * as t from '@/ipc/types'
import * as made from './made'
import { done, type Handlers } from './made'

const finding = (rule: t.RuleId, severity: t.Severity, message: string, id: number, action: string): t.Finding => ({
  ...made.finding(rule, severity, message, 'transfers', id, action),
  due: '2026-12-01',
})

const blankLetter: t.Letter = {
  id: null,
  member: null,
  number: '2026-008',
  addressee: '',
  to_organization: '',
  from_organization: '中共示例市示例协会支部委员会',
  reason: '',
  issued_on: '2026-11-23',
  valid_days: 90,
  dues_paid_to: null,
  phone: '',
  address: '示例市示例区示例路 1 号',
  office_phone: '0755-00000000',
  postcode: '518000',
  handled_by: '赵建国',
  replaces: null,
}

const blankArrival: t.Arrival = {
  id: null,
  name: '',
  kind: 'full',
  id_number: null,
  sex: null,
  ethnicity: '',
  birth: null,
  joined: null,
  converted: null,
  mobile: '',
  from_organization: '',
  reply_to: '',
  number: '',
  issued_on: '2026-11-23',
  valid_days: 90,
  received_on: '2026-11-23',
  dues_paid_to: null,
  handled_by: '赵建国',
}

function out(id: number, state: t.TransferState, name: string, found: t.Finding | null, last: t.TransferStep) {
  const letter: t.Letter = {
    ...blankLetter,
    id,
    member: id,
    number: `2026-00${id}`,
    addressee: '中共示例市示例区委组织部',
    to_organization: '中共示例市某某商会支部委员会',
    issued_on: '2026-11-01',
    valid_days: 30,
    dues_paid_to: '2026-11',
  }
  const view: t.TransferView = {
    id,
    state,
    number: letter.number,
    member: id,
    name,
    kind: 'full',
    other_organization: letter.to_organization,
    issued_on: letter.issued_on,
    valid_to: '2026-12-01',
    ended_on: state === 'moved_out' ? last.on : null,
    finding: found,
    content: { direction: 'out', letter },
    steps: [
      {
        title: '开具介绍信',
        on: letter.issued_on,
        note: `${letter.number} → ${letter.addressee}`,
        state: 'done',
        day: null,
      },
      last,
    ],
    findings: found ? [found] : [],
    blanks: ['民族'],
    replaces: null,
    replaced_by: null,
    reason: '',
    receipt_sent_on: null,
  }
  return view
}

function arrived(): t.TransferView {
  const found = finding('E07', 'due', '许文静转入的介绍信 2026-11-10 收到，还没有接收，有效期至 2027-01-30', 9, '接收')
  const arrival: t.Arrival = {
    ...blankArrival,
    id: 9,
    name: '许文静',
    from_organization: '中共示例市某某社区支部委员会',
    number: '街组 2026-118',
    issued_on: '2026-11-01',
    received_on: '2026-11-10',
  }
  return {
    ...out(9, 'arrived', '许文静', found, { title: '', on: null, note: '', state: 'ahead', day: null }),
    number: arrival.number,
    member: null,
    other_organization: arrival.from_organization,
    content: {
      direction: 'in',
      arrival,
      id_number_masked: '440300********5609',
      former: [{ id: 3, name: '许文静', left_on: '2019-05-06', same_id_number: true }],
    },
    steps: [
      { title: '对方开具介绍信', on: '2026-11-01', note: arrival.from_organization, state: 'done', day: null },
      { title: '收到介绍信', on: '2026-11-10', note: '', state: 'done', day: null },
      { title: '本支部接收', on: null, note: '介绍信有效期至2027年1月30日', state: 'current', day: null },
      { title: '寄回回执', on: null, note: '', state: 'ahead', day: null },
    ],
  }
}

const transfers: t.TransferView[] = [
  out(7, 'waiting', '陈建国', finding('E12', 'due', '陈建国的介绍信 2026-007 8 天后到期，还没有接到回执', 7, '查看'), {
    title: '等待回执',
    on: null,
    note: '有效期至2026年12月1日',
    state: 'current',
    day: null,
  }),
  arrived(),
  out(
    5,
    'expired',
    '冯志强',
    finding('E12', 'late', '冯志强的介绍信 2026-005 已于2026年10月1日过期，没有接到回执（口袋党员）', 5, '办理'),
    { title: '等待回执', on: null, note: '已于2026年10月1日过期，组织关系仍在本支部', state: 'late', day: null },
  ),
  out(4, 'moved_out', '卫桂兰', null, {
    title: '对方接收，收到回执',
    on: '2026-11-12',
    note: '党员转出',
    state: 'done',
    day: 'ended',
  }),
]

const changed = (value: t.TransferView, undo: string) => done(value, ['transfers', 'roster'], undo)

function ended(id: number, state: t.TransferState) {
  const view = transfers.find((transfer) => transfer.id === id)!
  return Object.assign(view, { state, finding: null, findings: [] })
}

/** Answers of the room. */
export const handlers: Handlers = {
  transfer_list: (): t.TransferRow[] => transfers,
  transfer_draft: ({ member, replaces }: t.TransferDraftRequest): t.TransferDraft => ({
    letter: { ...blankLetter, member: replaces ?? member, replaces },
    arrival: blankArrival,
  }),
  transfer_get: ({ id }: t.TransferGetRequest) => transfers.find((transfer) => transfer.id === id)!,
  transfer_save: (letter: t.Letter) => {
    const step: t.TransferStep = { title: '等待回执', on: null, note: '', state: 'current', day: null }
    const view = out(letter.id ?? 8, 'waiting', '新开介绍信的人', null, step)
    transfers.unshift({ ...view, content: { direction: 'out', letter } })
    return changed(view, '开具介绍信')
  },
  transfer_receive: ({ id }: t.TransferDayRequest) => changed(ended(id, 'moved_out'), '登记回执'),
  transfer_return: ({ id }: t.TransferReturnRequest) => changed(ended(id, 'returned'), '登记退回'),
  transfer_in_save: () => changed(arrived(), '登记转入'),
  transfer_in_accept: ({ id }: t.TransferAcceptRequest) => changed(ended(id, 'accepted'), '接收'),
  transfer_correct: ({ id, on }: t.TransferCorrectRequest) => {
    const view = transfers.find((transfer) => transfer.id === id)!
    for (const step of view.steps) if (step.day) step.on = on
    return changed(view, '更正日期')
  },
  transfer_in_reply: ({ id }: t.TransferDayRequest) => changed(ended(id, 'accepted'), '寄回回执'),
}
