// What each month of a year had, counted.

import type { MeetingKind, MeetingRow } from '@/ipc/types'

/** How many of a kind each month of a year has: planned or held, and held. */
export function byMonth(rows: MeetingRow[], kind: MeetingKind, year: string): { planned: number; held: number }[] {
  const months = Array.from({ length: 12 }, () => ({ planned: 0, held: 0 }))
  for (const row of rows) {
    const month = months[Number(row.at.slice(5, 7)) - 1]
    if (!month || !row.at.startsWith(year) || row.state === 'cancelled' || !row.kinds.includes(kind)) continue
    month.planned += 1
    if (row.state === 'held') month.held += 1
  }
  return months
}
