// Which groups are folded, and whether a new branch wants to see them at all; kept on this machine.

import { reactive } from 'vue'
import type { HomeWhen } from '@/ipc/types'
import { preference, setPreference } from '@/shared/session/preferences'

const FOLDED = 'home-folded'
const WANTED = 'home-todo-while-new'
/** What has time is folded until somebody opens it. */
const AT_FIRST = 'later'

/** What is folded now, and changing it. */
export function useFolded() {
  const folded = reactive(new Set((preference(FOLDED) ?? AT_FIRST).split(',').filter(Boolean)))
  const state = reactive({ wanted: preference(WANTED) === 'yes' })

  function fold(when: HomeWhen) {
    if (!folded.delete(when)) folded.add(when)
    setPreference(FOLDED, [...folded].join(','))
  }

  function want(wanted: boolean) {
    state.wanted = wanted
    setPreference(WANTED, wanted ? 'yes' : 'no')
  }

  return { folded, state, fold, want }
}
