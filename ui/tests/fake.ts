// The fake core: made-up records of a made-up branch, each room's in a file of its own. Only what the pages show; the
// rules live in the core.

import type { Commands } from '@/ipc/commands'
import type { CallOptions } from '@/ipc/problem'
import type { Handlers } from './fakes/made'
import { type Name, recorded } from './recorded'

// Not `import: 'handlers'`: a browser refuses to load a file that has none.
const FOUND = import.meta.glob<{ handlers?: Handlers }>('./fakes/*.ts', { eager: true })
const handlers: Handlers = Object.assign({}, ...Object.values(FOUND).map((found) => found.handlers))

/** The fake core's answer. */
export function answer<One extends Name>(name: One, request: Commands[One][0], options: CallOptions): Commands[One][1] {
  const handler = handlers[name]
  return handler ? handler(request, options) : recorded(name, request)
}
