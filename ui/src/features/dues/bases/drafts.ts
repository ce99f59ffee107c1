// The bases of a year while they are set, person by person.

import type { DuesBase, DuesKind, DuesRow, Fen, MemberId, Month } from '@/ipc/types'
import { amountOf, baseOf, hasBase, hasMonthly, isRelief } from './base'

export interface BaseDraft {
  member: MemberId
  name: string
  /** What holds now. */
  now: DuesBase | null
  kind: DuesKind
  amount: Fen | null
  /** 照旧: the same again, from the new month on. */
  keep: boolean
}

export function draftOf({ member, name, base }: DuesRow): BaseDraft {
  const kind = base && !isRelief(base.kind) ? base.kind : 'salary'
  return { member, name, now: base, kind, amount: base && amountOf(base), keep: false }
}

const needsAmount = (kind: DuesKind) => hasBase(kind) || hasMonthly(kind)

/** Something else stands there than what holds now. */
export function isChanged({ now, kind, amount }: BaseDraft): boolean {
  if (now && isRelief(now.kind)) return false
  if (!now || kind !== now.kind) return amount !== null || !needsAmount(kind)
  return needsAmount(kind) && amount !== amountOf(now)
}

/** It was set before, and nothing else is typed. */
export const canKeep = (draft: BaseDraft, from: Month) =>
  draft.now !== null && !isRelief(draft.now.kind) && !isChanged(draft) && draft.now.from < from

export const isTaken = (draft: BaseDraft, from: Month) => isChanged(draft) || (draft.keep && canKeep(draft, from))

/** What is set begins a new base, or corrects the one that begins in the same month. */
export function baseFor({ member, now, kind, amount }: BaseDraft, from: Month): DuesBase {
  const same = now?.from === from ? now : null
  return baseOf({
    id: same?.id ?? null,
    member,
    kind,
    from,
    to: null,
    base: hasBase(kind) ? amount : null,
    monthly: hasMonthly(kind) ? amount : null,
    branch_agreed_on: null,
    superior_agreed_on: null,
    note: same?.note ?? '',
  })
}
