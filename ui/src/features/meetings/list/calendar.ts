// Days and months of a calendar, as text: `2026-11-25`, `2026-11`.

import type { MeetingKind, MeetingRow } from '@/ipc/types'

const iso = (date: Date) => date.toISOString().slice(0, 10)

/** The month before (`by` < 0) or after. */
export function moveMonth(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return iso(new Date(Date.UTC(year, number - 1 + by, 1))).slice(0, 7)
}

/** The weeks, Monday first, that a month touches. */
export function daysOfMonth(month: string): { date: string; inside: boolean }[] {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const first = new Date(Date.UTC(year, number - 1, 1))
  const before = (first.getUTCDay() + 6) % 7
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate()
  const shown = Math.ceil((before + length) / 7) * 7
  return Array.from({ length: shown }, (_, index) => {
    const date = iso(new Date(Date.UTC(year, number - 1, 1 - before + index)))
    return { date, inside: date.startsWith(month) }
  })
}

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
