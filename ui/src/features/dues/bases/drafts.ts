// The bases of a year while they are set, person by person.

import type { DuesBase, DuesKind, DuesRow, Fen, MemberId, Month } from '@/ipc/types'
import { apart, later } from '../months'
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
  /** A relief that has ended. */
  ended: DuesBase | null
  /** It is agreed to again, for as long as before. */
  again: boolean
}

export function draftOf({ member, name, base, ended }: DuesRow): BaseDraft {
  const kind = base && !isRelief(base.kind) ? base.kind : 'salary'
  return { member, name, now: base, kind, amount: base && amountOf(base), keep: false, ended, again: false }
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

const isBaseTaken = (draft: BaseDraft, from: Month) => isChanged(draft) || (draft.keep && canKeep(draft, from))

/** A relief that is over by then, and not an older one. */
export const canRenew = ({ ended }: BaseDraft, from: Month) => ended?.to != null && ended.to < from
const isRenewed = (draft: BaseDraft, from: Month) => draft.again && canRenew(draft, from)

export const isTaken = (draft: BaseDraft, from: Month) => isBaseTaken(draft, from) || isRenewed(draft, from)

/** The last month of a relief that is agreed to again: it holds as long as it did. */
export const renewedTo = ({ from: begun, to }: DuesBase, from: Month): Month => later(from, apart(begun, to ?? begun))

/** All that is set for a person. Who agreed to a relief again is still to be entered, for it was agreed to anew. */
export function basesFor(draft: BaseDraft, from: Month): DuesBase[] {
  const bases = isBaseTaken(draft, from) ? [baseFor(draft, from)] : []
  if (draft.ended && isRenewed(draft, from)) {
    const agreed = { branch_agreed_on: null, superior_agreed_on: null }
    bases.push({ ...draft.ended, ...agreed, id: null, from, to: renewedTo(draft.ended, from) })
  }
  return bases
}

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
