// The election of the recordings: three seats, four candidates, nine who vote.

import type * as t from '@/ipc/types'
import { recorded, rewind } from '../recorded'

/** The election before anything was counted; with what a test wants otherwise. */
export function resetElection(change: Partial<t.ElectionView> = {}): t.ElectionView {
  rewind()
  return { ...recorded('election_get', 1), ...change }
}
