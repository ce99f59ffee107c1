// After a change the core says which rooms it touched; pages that show those rooms load again.

import { onScopeDispose } from 'vue'
import type { Done, Room } from '@/ipc/types'

type Listener = (done: Done<unknown>) => void

const listeners = new Set<Listener>()

/** Tells every page what was changed. */
export function announce(done: Done<unknown>) {
  for (const listener of [...listeners]) listener(done)
}

/** Calls back after every change, as long as the calling component lives. */
export function onChange(listener: Listener) {
  listeners.add(listener)
  onScopeDispose(() => listeners.delete(listener))
}

/** The rooms whose changes concern a page: some, or whatever is changed. */
export type Concern = readonly Room[] | 'any'

/** Calls back after a change that concerns the caller. */
export function onChangeIn(concern: Concern | (() => Concern), reload: () => void) {
  onChange((done) => {
    const rooms = typeof concern === 'function' ? concern() : concern
    if (rooms === 'any' || done.changes.some((room) => rooms.includes(room))) reload()
  })
}
