// What an examination found, as it is looked through.

import type { AuditFinding, AuditSeverity, AuditView, DevelopmentFileId, LawText } from '@/ipc/types'

/** A fault, and whose; of the branch itself nobody's. */
export interface Found {
  file: DevelopmentFileId | null
  person: string
  finding: AuditFinding
}

/** What is to be seen; empty is everything. */
export interface Filter {
  severities: AuditSeverity[]
  text: LawText | ''
  /** Part of a check's name or id. */
  check: string
}

export const EVERYTHING: Filter = { severities: [], text: '', check: '' }

/** The branch's own come last. */
export const allOf = ({ files, branch }: AuditView): Found[] => [
  ...files.flatMap(({ file, person, findings }) => findings.map((finding) => ({ file, person, finding }))),
  ...branch.map((finding) => ({ file: null, person: '支部', finding })),
]

export function isWanted({ finding }: Found, { severities, text, check }: Filter): boolean {
  const typed = check.trim().toLowerCase()
  return (
    (severities.length === 0 || severities.includes(finding.severity)) &&
    (text === '' || finding.text === text) &&
    (typed === '' || finding.name.includes(typed) || finding.id.toLowerCase().includes(typed))
  )
}

export const keyOf = ({ file, finding }: Found) => `${file} ${finding.id} ${finding.step} ${finding.message}`
