// What people type as a date, a month or a time of day, and how it is understood. Nothing is guessed in silence: the
// fields show what was understood, and what is no date stays as it was typed, with the reason.

import { formatDate, weekday } from '@/shared/text/format'

/** What was made of a typed text. */
export interface Understood {
  /** In the core's form: `2026-02-03`, `2026-02`, `2026`, `19:30`. `null` for an empty text, and when refused. */
  value: string | null
  /** Why it is none, in one sentence. */
  refused: string | null
}

const NOTHING: Understood = { value: null, refused: null }
const read = (value: string): Understood => ({ value, refused: null })
const refuse = (refused: string): Understood => ({ value: null, refused })

/** As the core has it: `0090` or `19990` is a slip of the pen. */
const FIRST_YEAR = 1850
const LAST_YEAR = 2199

const SEPARATOR = '[-./年月日号—–、。\\s]'
const DAYS_FROM_TODAY: Record<string, number> = { 前天: -2, 昨天: -1, 今天: 0, 明天: 1, 后天: 2 }

/**
 * A date as people write it; every text that the core's `PartialDate::read` takes means the same here. `today`
 * (`YYYY-MM-DD`) gives the year that was left out: `11-20` is in this year, `26-2-3` in 2026. With `partial` a month or
 * a year alone is enough.
 */
export function readDate(typed: string, today: string, partial = false): Understood {
  const text = typed.trim()
  if (text === '') return NOTHING
  const example = partial ? '1990-05-03 或 1990-05' : '2026-11-25'
  const unreadable = refuse(`“${text}”不是日期，可写成 ${example}`)

  const plain = halfWidth(text)
  const day = DAYS_FROM_TODAY[plain]
  if (day !== undefined) return today ? read(dayFrom(today, day)) : unreadable

  const [written, named] = withoutWeekday(withoutTime(plain))
  const parts = partsOf(written, today)
  if (!parts) return unreadable
  const [year = 0, month, date] = parts
  if (year < FIRST_YEAR || year > LAST_YEAR) return unreadable
  if (!isInCalendar(year, month, date)) return refuse(`日历上没有“${text}”这一天`)
  const value = parts.map((part, index) => String(part).padStart(index ? 2 : 4, '0')).join('-')
  if (date === undefined) return partial ? read(value) : refuse(`“${text}”没有写到哪一天，可写成 ${example}`)
  if (named && weekday(value).at(-1) !== named) return refuse(`${formatDate(value)}是${weekday(value)}，请核对`)
  return read(value)
}

/** A month: `2026-11`, `2026年11月`, `202611`; `11月` is in this year. */
export function readMonth(typed: string, today: string): Understood {
  const text = typed.trim()
  if (text === '') return NOTHING
  const short = /^(\d{1,2})\s*月?$/.exec(halfWidth(text))
  const { value, refused } = readDate(short ? `${today.slice(0, 4)}-${short[1]}` : text, today, true)
  if (value?.length === 7) return read(value)
  return refuse(refused?.startsWith('日历上') ? `日历上没有“${text}”这个月` : `“${text}”不是年月，可写成 2026-11`)
}

/** A time of day: `19:30`, `1930`, `19：30`, `7:30`, `9点半`, `下午3点`, `14时5分`. */
export function readTime(typed: string): Understood {
  const text = typed.trim()
  if (text === '') return NOTHING
  const plain = halfWidth(text).replace(/\s/g, '')
  const parts =
    /^(凌晨|清晨|早上|上午|中午|下午|傍晚|晚上)?(\d{1,2})(?:[:点时.](?:(\d{1,2})分?|(半|一刻|三刻)|整)?)?$/.exec(
      plain,
    ) ?? /^(凌晨|清晨|早上|上午|中午|下午|傍晚|晚上)?(\d{1,2})(\d{2})$/.exec(plain)
  if (!parts) return refuse(`“${text}”不是时间，可写成 14:30`)
  const [, part = '', hour = '', minute = '0', word = ''] = parts
  const afternoon = ['下午', '傍晚', '晚上'].includes(part) || (part === '中午' && Number(hour) < 11)
  const hours = Number(hour) + (afternoon && Number(hour) < 12 ? 12 : 0)
  const minutes = { 半: 30, 一刻: 15, 三刻: 45 }[word] ?? Number(minute)
  if (hours > 23 || minutes > 59) return refuse(`没有“${text}”这个时间`)
  return read(`${two(hours)}:${two(minutes)}`)
}

/** `2026-02-03` → `2026年2月3日 星期二`; a month or a year has no weekday. */
export const sayDate = (value: string) =>
  [formatDate(value), value.length === 10 && weekday(value)].filter(Boolean).join(' ')

/** Whether it is a whole day in the core's form, and not what is still being typed. */
export const isDay = (value: string | null | undefined): value is string =>
  !!value && /^\d{4}-\d{2}-\d{2}$/.test(value) && readDate(value, value).value === value

/** Full-width digits and signs as their ordinary forms, and the full-width space as a space, as in the core. */
function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
}

/** `1990-05-03 00:00:00` without its time. */
function withoutTime(text: string): string {
  const colon = text.indexOf(':')
  if (colon < 0) return text
  const end = Math.max(text.lastIndexOf(' ', colon), text.lastIndexOf('T', colon))
  return text.slice(0, end < 0 ? colon : end).trim()
}

/** `2026年2月3日 星期二`, as the window itself writes it: the date, and the weekday's last letter. */
function withoutWeekday(text: string): [string, string | undefined] {
  const match = /^(.*?)\s*\(?(?:星期|周)([一二三四五六日天])\)?$/.exec(text)
  return match ? [match[1] ?? '', match[2]?.replace('天', '日')] : [text, undefined]
}

/** Year, month and day as far as they are written; a year of two digits, or none, is completed. */
function partsOf(text: string, today: string): number[] | null {
  if (/^\d+$/.test(text)) {
    const packed = /^(\d{4})(?:(\d{2})(\d{2})?)?$/.exec(text)
    return packed ? packed.slice(1).filter(Boolean).map(Number) : null
  }
  const parts = text.split(new RegExp(SEPARATOR)).filter(Boolean)
  if (parts.length > 3 || !parts.every((part) => /^\d+$/.test(part))) return null
  const numbers = parts.map(Number)
  if (/^\d{4}/.test(text)) return numbers
  if (!/^\d{1,2}\D/.test(text) || !today || parts.some((part) => part.length > 2)) return null
  if (/^\d{2}年/.test(text) || (parts.length === 3 && /^\d{2}\D/.test(text)))
    return [century(numbers[0] ?? 0, today), ...numbers.slice(1)]
  return parts.length === 2 && !text.includes('年') ? [Number(today.slice(0, 4)), ...numbers] : null
}

/** `26` → `2026`, `58` → `1958`: nobody plans more than ten years ahead. */
function century(year: number, today: string): number {
  const latest = Number(today.slice(0, 4)) + 10
  return year + Math.floor((latest - year) / 100) * 100
}

function isInCalendar(year: number, month = 1, day = 1): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function dayFrom(today: string, days: number): string {
  const date = new Date(`${today}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

const two = (number: number) => String(number).padStart(2, '0')
