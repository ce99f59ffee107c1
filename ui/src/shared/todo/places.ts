import type { Finding, MeetingKind, Room, RuleId } from '@/ipc/types'

const ROOMS: Record<Room, string> = {
  branch: '/branch',
  roster: '/roster',
  meetings: '/meetings',
  elections: '/elections',
  appraisal: '/appraisals',
  development: '/development',
  study: '/study',
  reports: '/reports',
  signing: '/reports/signing',
  transfers: '/transfers',
  tasks: '/meetings/tasks',
  talks: '/meetings/talks',
  attachments: '/meetings',
  settings: '/settings',
  home: '/',
}

/** All of them: for what shows a bit of everything. */
export const EVERY_ROOM = Object.keys(ROOMS) as Room[]

/** Where a room is. */
export const pathOf = (room: Room) => ROOMS[room]

/** Rooms in which one record has a page of its own. */
const WITH_PAGES: readonly Room[] = ['roster', 'meetings', 'elections', 'appraisal', 'development', 'transfers']

/** The meeting that each rule asks for: where it is missing, the way leads to making it. */
const ASKED_FOR: Partial<Record<RuleId, MeetingKind>> = {
  B09: 'general',
  B11: 'committee',
  B12: 'group',
  B14: 'theme_day',
  B15: 'organizational_life',
  B16: 'appraisal',
  B18: 'lecture',
}

/** The very place a finding speaks of. */
export function placeOf({ rule, due, subject: { room, id } }: Finding): string {
  const missing = ASKED_FOR[rule]
  if (room === 'tasks' && id !== null) return `${ROOMS.tasks}?id=${id}`
  if (room === 'talks' && due) return `${ROOMS.talks}?year=${due.slice(0, 4)}`
  if (room === 'meetings' && id === null && missing) return `/meetings?new=${missing}`
  return id !== null && WITH_PAGES.includes(room) ? `${ROOMS[room]}/${id}` : ROOMS[room]
}
