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

/** Calls back after a change that touched one of `rooms`. */
export function onChangeIn(rooms: readonly Room[], reload: () => void) {
  onChange((done) => {
    if (done.changes.some((room) => rooms.includes(room))) reload()
  })
}
