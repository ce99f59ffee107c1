// Files that are dropped on the window: the page that has a use for them says so as long as it is shown.

import { type PickedFile, watchDrops } from '@/ipc/call'

let use: ((files: PickedFile[]) => void) | null = null
let watching = false

/** Hands over what is dropped from now on; gives how to end that. */
export function onDrop(take: (files: PickedFile[]) => void) {
  use = take
  if (!watching) {
    watching = true
    void watchDrops((files) => use?.(files))
  }
  return () => {
    if (use === take) use = null
  }
}
