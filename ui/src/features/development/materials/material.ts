// What is said about a paper, in words.

import type { MaterialRecord, MaterialState, MaterialView } from '@/ipc/types'
import { CORRECTION } from '@/ipc/words'
import { formatDate } from '@/shared/text/format'

/** Nothing known of it yet. */
export const blankRecord = (code: string, state: MaterialState): MaterialRecord => ({
  id: null,
  code,
  state,
  dated: null,
  pages: null,
  is_copy: null,
  is_signed: null,
  is_sealed: null,
  correction: null,
  kept_at: '',
  note: '',
})

/** Of a kind that comes again it is there as soon as one is. */
export function stateOf({ records }: MaterialView): MaterialState {
  if (records.some(({ state }) => state === 'present')) return 'present'
  return records[0]?.state ?? 'missing'
}

interface Fact {
  text: string
  /** It should be otherwise. */
  odd?: boolean
}

const eitherOf = (value: boolean | null, yes: string, no: string, odd: boolean): Fact[] =>
  value === null ? [] : [{ text: value ? yes : no, odd: odd && !value }]

/** The facts of one paper, in the order in which it is looked at. */
export function factsOf(record: MaterialRecord, material: MaterialView): Fact[] {
  return [
    ...(record.dated ? [{ text: formatDate(record.dated) }] : []),
    ...(record.pages ? [{ text: `${record.pages} 页` }] : []),
    ...eitherOf(record.is_copy, '复印件', '原件', false),
    ...eitherOf(record.is_signed, '已签', '未签', material.to_sign),
    ...eitherOf(record.is_sealed, '已盖章', '未盖章', material.to_seal),
    ...(record.correction && record.correction !== 'none'
      ? [{ text: CORRECTION[record.correction], odd: record.correction === 'unsealed' }]
      : []),
    ...(record.kept_at ? [{ text: `存放：${record.kept_at}` }] : []),
    ...(record.note ? [{ text: record.note }] : []),
  ]
}

/** What is yes, no, or not known. */
export const SIGNED = { yes: '已签', no: '未签' }
export const SEALED = { yes: '已盖章', no: '未盖章' }
export const COPY = { yes: '复印件', no: '原件' }
