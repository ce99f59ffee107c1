// Days and months of a calendar, as text: `2026-11-25`, `2026-11`.

const iso = (date: Date) => date.toISOString().slice(0, 10)

/** The month before (`by` < 0) or after. */
export function moveMonth(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return iso(new Date(Date.UTC(year, number - 1 + by, 1))).slice(0, 7)
}

/** The day before (`by` < 0) or after. */
export function moveDay(day: string, by: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + by)
  return iso(date)
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

/** The last day of a month. */
export const lastOfMonth = (month: string) => moveDay(`${moveMonth(month, 1)}-01`, -1)

/** `2026-11` → `2026年11月` */
export const monthTitle = (month: string) => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`
