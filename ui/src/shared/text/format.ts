// Every date, amount and number of hours that a user reads is written here.

import type { Hours, PartialDate, Period, PeriodSpan, Quarter } from '@/ipc/types'

const WEEKDAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六']
const QUARTERS = ['一', '二', '三', '四']

/** `2026-11-25` → `2026年11月25日`; a month or a year stays one. */
export function formatDate(date: PartialDate | null | undefined): string {
  if (!date) return ''
  const [year, month, day] = date.slice(0, 10).split('-').map(Number)
  return `${year}年${month ? `${month}月` : ''}${day ? `${day}日` : ''}`
}

/** `2026-11-25` → `11月25日`. */
export function formatDay(date: string): string {
  const [, month, day] = date.slice(0, 10).split('-').map(Number)
  return `${month}月${day}日`
}

/** The day before; a month or a year alone stays. */
export function dayBefore(date: PartialDate): PartialDate {
  if (date.length < 10) return date
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() - 1)
  return day.toISOString().slice(0, 10)
}

/** `2026-11-25…` → `星期三`. */
export function weekday(date: string): string {
  return WEEKDAYS[new Date(`${date.slice(0, 10)}T00:00:00Z`).getUTCDay()] ?? ''
}

/** `2026-11-25T14:30:00` → `2026年11月25日 星期三 14:30`. */
export function formatDateTime(at: string): string {
  return `${formatDate(at)} ${weekday(at)} ${at.slice(11, 16)}`
}

/** `2026-11-23T09:12:00+08:00` → `2026年11月23日 09:12`, for logs, backups and versions. */
export const formatMoment = (at: string) => `${formatDate(at)} ${at.slice(11, 16)}`

/** `2026Q4` → `2026年第四季度`. */
export function formatQuarter(quarter: Quarter): string {
  return `${quarter.slice(0, 4)}年第${QUARTERS[Number(quarter.slice(5)) - 1]}季度`
}

/** The quarter before (`by` < 0) or after. */
export function moveQuarter(quarter: Quarter, by: number): Quarter {
  const count = Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(5)) - 1 + by
  return `${Math.floor(count / 4)}Q${(count % 4) + 1}`
}

/** How long a period is: `2026Q3`, `2026H1` or `2026`. */
export function spanOf(period: Period): PeriodSpan {
  const letter = period.slice(4, 5)
  return letter === 'Q' ? 'quarter' : letter === 'H' ? 'half_year' : 'year'
}

/** Quarters in a period. */
const LENGTHS: Record<PeriodSpan, number> = { quarter: 1, half_year: 2, year: 4 }

/** The period of a length that a quarter lies in, the quarters counted from the year 0 on. */
function periodAt(quarter: number, span: PeriodSpan): Period {
  const year = Math.floor(quarter / 4)
  if (span === 'year') return String(year)
  const number = Math.floor((quarter - year * 4) / LENGTHS[span]) + 1
  return `${year}${span === 'quarter' ? 'Q' : 'H'}${number}`
}

/** The last quarter of a period, counted from the year 0 on. */
function lastQuarter(period: Period): number {
  const span = spanOf(period)
  const number = span === 'year' ? 1 : Number(period.slice(5))
  return Number(period.slice(0, 4)) * 4 + number * LENGTHS[span] - 1
}

/** `2026Q4` → `2026年第四季度`, `2026H1` → `2026年上半年`, `2026` → `2026年度`. */
export function formatPeriod(period: Period): string {
  const span = spanOf(period)
  if (span === 'quarter') return formatQuarter(period)
  return `${period.slice(0, 4)}${span === 'year' ? '年度' : period.endsWith('1') ? '年上半年' : '年下半年'}`
}

/** The period of the same length before (`by` < 0) or after. */
export function movePeriod(period: Period, by: number): Period {
  const span = spanOf(period)
  return periodAt(lastQuarter(period) + by * LENGTHS[span], span)
}

/** The period of another length in which a period ends. */
export const periodOf = (period: Period, span: PeriodSpan) => periodAt(lastQuarter(period), span)

/** The quarter a day lies in. */
export function quarterOf(date: string): Quarter {
  return `${date.slice(0, 4)}Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`
}

/** First and last day. */
export function quarterBounds(quarter: Quarter): { from: string; to: string } {
  const last = Number(quarter.slice(5)) * 3
  const year = quarter.slice(0, 4)
  const two = (month: number) => String(month).padStart(2, '0')
  return { from: `${year}-${two(last - 2)}-01`, to: `${year}-${two(last)}-${last === 3 || last === 12 ? 31 : 30}` }
}

/** `2.5` → `2.5 学时`. */
export const formatHours = (hours: Hours) => `${formatNumber(hours)} 学时`

/** At most one digit after the point, none when it is 0. */
export const formatNumber = (value: number) => String(Math.round(value * 10) / 10)

/** Fen → `1,234.50 元`. */
export function formatMoney(fen: number): string {
  const yuan = (Math.abs(fen) / 100).toFixed(2).replace(/\B(?=(\d{3})+(?=\.))/g, ',')
  return `${fen < 0 ? '−' : ''}${yuan} 元`
}

/** Whole months → `3年2个月`. */
export function formatMonths(months: number | null): string {
  if (months === null) return ''
  const years = Math.floor(months / 12)
  const rest = months % 12
  return `${years ? `${years}年` : ''}${rest ? `${rest}个月` : ''}` || '不足1个月'
}

/** 64 hex digits in groups of four, to be compared by eye. */
export const formatFingerprint = (fingerprint: string) => fingerprint.match(/.{1,4}/g)?.join(' ') ?? ''

/** A local moment as the core writes it, from what a user typed. */
export const localDateTime = (date: string, time: string) => `${date}T${time}:00`

/** How large a file is: `18 KB`, `2.5 MB`. */
export const formatSize = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`
