// What is said of a rule set.

import type { HolidayChange, RuleChange, RuleSetHead, RuleSetView } from '@/ipc/types'
import { formatDate } from '@/shared/text/format'

/** `全国规程 2027-01（第 2 号）` */
export const titleOf = ({ name, number }: RuleSetHead) => `${name}（第 ${number} 号）`

/** The set that was taken over, where it is the one in use. */
const adoptedIn = ({ adopted }: RuleSetView) => (adopted && !adopted.passed_over ? adopted : null)

/** Where the set in use comes from. */
export function originOf(view: RuleSetView): string {
  const adopted = adoptedIn(view)
  if (!adopted) return '程序自带'
  return `${formatDate(adopted.adopted_on)}采用，由“${adopted.signer}”签发`
}

/** To which year the holidays are known. */
export const holidaysOf = ({ holidays_to }: RuleSetView) =>
  holidays_to ? `到${holidays_to}年；以后各年的要等新的规程` : '没有'

/** `2027年：放假 28 天，调休上班 6 天` */
export const holidayLine = ({ year, days_off, workdays, is_new }: HolidayChange) =>
  `${is_new ? '新增' : '修改'}${year}年：放假 ${days_off} 天，调休上班 ${workdays} 天`

/** From when a change holds. */
export function sinceOf({ kinds, from, becomes }: RuleChange): string {
  if (!becomes) return '不再保留这一条文'
  return kinds.includes('ended') ? `施行到${formatDate(from)}为止` : `${formatDate(from)}起施行`
}
