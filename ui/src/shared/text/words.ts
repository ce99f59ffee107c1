// How the names of `ipc/words.ts` are put together.

import type { Finding, Office } from '@/ipc/types'
import { OFFICE, SEVERITY } from '@/ipc/words'

/** `副书记、组织委员` */
export const officesText = (offices: Office[]) => offices.map((office) => OFFICE[office]).join('、')

/** Only what had a day can be overdue. */
export const severityOf = ({ severity, due }: Finding) => (severity === 'late' && !due ? '须办' : SEVERITY[severity])

/** Code and label pairs for a choice, of all names or of a few. */
export const choices = <T extends string>(words: Record<T, string>) =>
  (Object.keys(words) as T[]).map((value) => ({ value, label: words[value] }))
