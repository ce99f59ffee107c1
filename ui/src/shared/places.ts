import type { Room, Subject } from '@/ipc/types'

const ROOMS: Record<Room, string> = {
  branch: '/settings',
  roster: '/roster',
  meetings: '/meetings',
  development: '/development',
  study: '/study',
  reports: '/reports',
  signing: '/reports/signing',
  settings: '/settings',
}

/** Rooms in which one record has a page of its own. */
const WITH_PAGES: readonly Room[] = ['roster', 'meetings', 'development']

/** The very place a finding speaks of. */
export function placeOf({ room, id }: Subject): string {
  return id !== null && WITH_PAGES.includes(room) ? `${ROOMS[room]}/${id}` : ROOMS[room]
}
