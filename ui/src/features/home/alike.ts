import type { Finding } from '@/ipc/types'
import { groupBy } from '@/shared/text/group'

/** So many lines of one rule stand one below the other; more become one line that can be opened. */
const AT_MOST = 3

/** A line of the home page: one finding, or many that say the same of different people or months. */
export interface TodoLine {
  first: Finding
  /** All of them, the first included. */
  findings: Finding[]
}

/** Findings in their order, those of the same rule, room and urgency drawn together where they are many. */
export function linesOf(findings: Finding[]): TodoLine[] {
  const keyOf = ({ rule, severity, subject }: Finding) => `${rule}/${severity}/${subject.room}`
  const alike = groupBy(findings, keyOf)
  const seen = new Set<string>()
  return findings.flatMap((finding): TodoLine[] => {
    const key = keyOf(finding)
    const all = alike.get(key) ?? [finding]
    if (all.length <= AT_MOST) return [{ first: finding, findings: [finding] }]
    if (seen.has(key)) return []
    seen.add(key)
    return [{ first: finding, findings: all }]
  })
}
