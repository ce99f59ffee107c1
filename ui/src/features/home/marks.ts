// What a day of the calendar shows: a character for each kind of thing that is on it; and what is said of it aloud.

import type { HomeDay, HomeDayKind } from '@/ipc/types'
import { HOME_DAY_KIND } from '@/ipc/words'
import { formatDay, weekday } from '@/shared/text/format'

const MARK: Record<HomeDayKind, string> = { meeting: '会', study: '学', deadline: '限', anniversary: '生' }
const KINDS = Object.keys(MARK) as HomeDayKind[]

/** Every mark with its name. */
export const MARKS = KINDS.map((kind) => ({ mark: MARK[kind], name: HOME_DAY_KIND[kind] }))

const counted = (day: HomeDay) =>
  KINDS.map((kind) => ({ kind, count: day.items.filter((item) => item.kind === kind).length })).filter(
    ({ count }) => count,
  )

/** The marks of a day. */
export const marksOf = (day: HomeDay | undefined) => (day ? counted(day).map(({ kind }) => MARK[kind]) : [])

/** `国庆节放假`; `国庆节调休，上班`; empty of an ordinary day. */
export function offOf(day: HomeDay | undefined): string {
  if (!day || day.off === null) return ''
  return day.off ? `${day.holiday}放假` : `${day.holiday}调休，上班`
}

/** `10月1日 星期四，国庆节放假，会议 1，期限 2` */
export function spoken(date: string, day: HomeDay | undefined): string {
  const off = offOf(day)
  const on = day ? counted(day).map(({ kind, count }) => `${HOME_DAY_KIND[kind]} ${count}`) : []
  return [`${formatDay(date)} ${weekday(date)}`, ...(off ? [off] : []), ...on].join('，')
}
