import type { RosterQuery } from '@/ipc/types'

/** Everyone who is a member today, in the order of the roster; what a page asks differently it says itself. */
export const WHOLE_ROSTER: RosterQuery = {
  search: '',
  on: null,
  former: false,
  filters: [],
  sort: 'pinyin',
  descending: false,
  offset: 0,
  limit: 0,
}

/** More than any roster has: the list comes in one reply. */
export const EVERYONE = 100_000
