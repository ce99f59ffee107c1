// The fake core: made-up records of a made-up branch, each room's in a file of its own. Only what the pages show; the
// rules live in the core.

import type { Commands } from '@/ipc/commands'
import type { CallOptions } from '@/ipc/problem'
import type { Handlers } from './fakes/made'
import { type Name, recorded } from './recorded'

const FOUND = import.meta.glob<Handlers | undefined>('./fakes/*.ts', { eager: true, import: 'handlers' })
const handlers: Handlers = Object.assign({}, ...Object.values(FOUND))

/** The fake core's answer. */
export function answer<One extends Name>(name: One, request: Commands[One][0], options: CallOptions): Commands[One][1] {
  const handler = handlers[name]
  return handler ? handler(request, options) : recorded(name, request)
}
