// Months as the core writes them: `2026-03`.

import type { Month } from '@/ipc/types'
import { formatDate } from '@/shared/text/format'

/** January to December, from 0. */
export const TWELVE = Array.from({ length: 12 }, (_, index) => index)

/** The months of a year from 0. */
export const monthAt = (year: number, index: number): Month => `${year}-${String(index + 1).padStart(2, '0')}`

/** So many months later. */
export function later(month: Month, by: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by
  return monthAt(Math.floor(count / 12), count % 12)
}

/** How many months lie between two. */
export const apart = (from: Month, to: Month) =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5))

/** So many months from one on. */
export const monthsFrom = (first: Month, count: number): Month[] =>
  Array.from({ length: count }, (_, index) => later(first, index))

/** `2026-03`, `2026-04`, `2026-08` → `2026年3月至4月、2026年8月`. */
export function sayMonths(months: readonly Month[]): string {
  const runs: [Month, Month][] = []
  for (const month of [...months].sort()) {
    const run = runs.at(-1)
    if (run && later(run[1], 1) === month) run[1] = month
    else runs.push([month, month])
  }
  return runs.map(([from, to]) => sayRun(from, to)).join('、')
}

/** `2026年3月至5月`; of one month only that. */
export function sayRun(from: Month, to: Month): string {
  if (from === to) return formatDate(from)
  const end = from.slice(0, 4) === to.slice(0, 4) ? `${Number(to.slice(5))}月` : formatDate(to)
  return `${formatDate(from)}至${end}`
}
