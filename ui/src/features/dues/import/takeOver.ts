// What is taken over from a statement, row by row.

import type {
  DuesAlias,
  DuesImportPreview,
  DuesImportRequest,
  DuesImportRow,
  DuesPayment,
  DuesWay,
  MemberId,
} from '@/ipc/types'
import { partsOf, type TypedPart, totalOf } from '../parts'

export interface Draft {
  row: DuesImportRow
  take: boolean
  member: MemberId | null
  months: TypedPart[]
  /** Keeps under which name the person pays. */
  remember: boolean
}

const draftOf = (row: DuesImportRow, take: boolean): Draft => ({
  row,
  take,
  member: row.member,
  months: row.months.map((part) => ({ ...part })),
  remember: false,
})

/** What is certain is ticked; what has to be looked at comes in only when it was. */
export const draftsOf = ({ matched, doubtful }: DuesImportPreview) => ({
  matched: matched.map((row) => draftOf(row, true)),
  doubtful: doubtful.map((row) => draftOf(row, false)),
})

/** Why a row cannot be taken over yet. */
export function lackOf({ row, member, months }: Draft): string | null {
  if (member === null) return '请先选是谁交的'
  if (months.length === 0) return '请填写交的是哪几个月'
  if (months.some(({ amount }) => !amount) || totalOf(months) !== row.amount) return '各个月加起来要和这一笔相等'
  return null
}

const paymentOf = ({ row, member, months }: Draft, way: DuesWay): DuesPayment => ({
  id: null,
  member: member ?? 0,
  paid_on: row.paid_on,
  way,
  payer: '',
  received_by: '',
  receipt: '',
  transaction: row.transaction,
  note: row.note,
  months: partsOf(months),
})

/** All that is ticked, and the names that are learnt, each once. */
export function requestOf(drafts: readonly Draft[], way: DuesWay): DuesImportRequest {
  const learnt = new Map<string, DuesAlias>()
  for (const { row, member, remember } of drafts)
    if (remember && member !== null && row.party) learnt.set(row.party, { alias: row.party, member })
  return { payments: drafts.map((draft) => paymentOf(draft, way)), aliases: [...learnt.values()] }
}
