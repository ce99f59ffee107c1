// Which posts a meeting can elect to.

import type { MeetingKind } from '@/ipc/types'

/** A 支部委员会会议 elects only its secretary (V10), unless it is a 支部党员大会 too. */
export const isOfCommittee = (kinds: MeetingKind[]) => kinds[0] === 'committee' && !kinds.includes('general')
