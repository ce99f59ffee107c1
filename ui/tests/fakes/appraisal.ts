// The appraisal of the recordings: three members and one on probation.

import type * as t from '@/ipc/types'
import { recorded, rewind } from '../recorded'

/** The appraisal before anything was done. */
export function resetAppraisal(): t.AppraisalView {
  rewind()
  return recorded('appraisal_get', 1)
}

/** The appraisal once the ballots were counted. */
export function countedAppraisal(): t.AppraisalView {
  resetAppraisal()
  const counts = { appraisal: 1, handed_out: 4, collected: 4, lines: [] }
  return recorded('appraisal_tally_save', counts).value
}
