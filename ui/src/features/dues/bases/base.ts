// Bases as they are asked for and told.

import type { DuesBase, DuesKind, DuesRateRequest, Fen, Month } from '@/ipc/types'
import { DUES_KIND } from '@/ipc/words'
import { formatDate, formatMoney } from '@/shared/text/format'
import { sayRun } from '../months'

/** What is asked for of a kind: the amount that a rate is taken of, or the one that was agreed upon. */
export const BASE_LABELS: Partial<Record<DuesKind, string>> = {
  salary: '每月基数',
  yearly_salary: '全年基数',
  retired: '每月离退休费或养老金',
}
export const hasBase = (kind: DuesKind) => kind in BASE_LABELS
export const hasMonthly = (kind: DuesKind) => kind === 'farmer' || kind === 'reduced'
/** Agreed to by branch and superior, for a time. */
export const isRelief = (kind: DuesKind) => kind === 'reduced' || kind === 'waived'

/** The one amount of a base, whichever it is. */
export const amountOf = ({ base, monthly }: DuesBase): Fen | null => base ?? monthly

/** A base of a kind, with nothing that belongs to others. */
export function baseOf(base: DuesBase): DuesBase {
  const relief = isRelief(base.kind)
  return {
    ...base,
    to: relief ? base.to : null,
    base: hasBase(base.kind) ? base.base : null,
    monthly: hasMonthly(base.kind) ? base.monthly : null,
    branch_agreed_on: relief ? base.branch_agreed_on : null,
    superior_agreed_on: relief ? base.superior_agreed_on : null,
    note: base.note.trim(),
  }
}

/** The question what a month owes; `null` as long as the amount or the month is missing. */
export function rateOf(kind: DuesKind, amount: Fen | null, from: Month | null): DuesRateRequest | null {
  if (!from || !/^\d{4}-\d{2}$/.test(from)) return null
  if (amount === null && (hasBase(kind) || hasMonthly(kind))) return null
  return { kind, base_fen: amount ?? 0, on: `${from}-01` }
}

/** `按月领取工资 3,000.00 元` */
export function sayBase(base: DuesBase): string {
  const amount = amountOf(base)
  return [DUES_KIND[base.kind], amount !== null && formatMoney(amount)].filter(Boolean).join(' ')
}

/** `2026年1月起`, of a relief `2026年1月至6月`. */
export const sayTime = ({ from, to }: DuesBase) => (to ? sayRun(from, to) : `${formatDate(from)}起`)
