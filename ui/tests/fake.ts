// The fake core: made-up records of a made-up branch, each room's in a file of its own. Only what the pages show; the
// rules live in the core.

import type { Commands } from '@/ipc/commands'
import type { CallOptions } from '@/ipc/problem'
import { branchHandlers } from './fakes/branch'
import { developmentHandlers } from './fakes/development'
import { homeHandlers } from './fakes/home'
import type { Handlers } from './fakes/made'
import { meetingPaperHandlers } from './fakes/meetingPapers'
import { meetingHandlers } from './fakes/meetings'
import { paperHandlers } from './fakes/papers'
import { reportHandlers } from './fakes/reports'
import { rosterHandlers } from './fakes/roster'
import { rosterImportHandlers } from './fakes/rosterImport'
import { ruleHandlers } from './fakes/rules'
import { settingsHandlers } from './fakes/settings'
import { signingHandlers } from './fakes/signing'
import { studyHandlers } from './fakes/study'
import { talkHandlers } from './fakes/talks'
import { taskHandlers } from './fakes/tasks'
import { transferHandlers } from './fakes/transfers'
import { vaultHandlers } from './fakes/vault'
import { type Name, recorded } from './recorded'

const handlers: Handlers = {
  ...vaultHandlers,
  ...homeHandlers,
  ...branchHandlers,
  ...rosterHandlers,
  ...rosterImportHandlers,
  ...meetingHandlers,
  ...meetingPaperHandlers,
  ...taskHandlers,
  ...talkHandlers,
  ...developmentHandlers,
  ...studyHandlers,
  ...transferHandlers,
  ...reportHandlers,
  ...signingHandlers,
  ...paperHandlers,
  ...ruleHandlers,
  ...settingsHandlers,
}

/** The fake core's answer. */
export function answer<One extends Name>(name: One, request: Commands[One][0], options: CallOptions): Commands[One][1] {
  const handler = handlers[name]
  return handler ? handler(request, options) : recorded(name, request)
}
