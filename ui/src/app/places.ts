// The one table of places, put together from what each room says of itself in its `place.ts`.

import type { Finding, Room, VaultKind } from '@/ipc/types'
import type { Place } from '@/shared/place'

/** A place with a line in the side bar, and those that are counted on it. */
export interface Line extends Place {
  inside: Place[]
}

const FOUND = import.meta.glob<Place>('../features/*/place.ts', { eager: true, import: 'place' })
const PLACES = Object.values(FOUND)

function lineOf(folder: string): Line[] {
  const place = FOUND[`../features/${folder}/place.ts`]
  return place ? [{ ...place, inside: PLACES.filter(({ within }) => within === folder) }] : []
}

/** The rooms as the side bar lists them. */
export const ROOMS = ['home', 'branch', 'roster', 'meetings', 'development', 'study', 'dues', 'reports'].flatMap(lineOf)

/** Below its rule. */
export const ASIDE = ['rules', 'settings'].flatMap(lineOf)

/** What only a superior's file has. */
export const BELOW = lineOf('superior')

/** The side bar of a superior's file, and what stands below its rule. */
export const SUPERIOR_ROOMS: Line[] = BELOW.flatMap(({ lines = [] }) =>
  lines.map((line) => ({ ...line, pages: [], inside: [] })),
)
export const SUPERIOR_ASIDE = lineOf('settings')

/** Pages of the branch's rooms that a superior's file has too. */
const SHARED = ['/reports/signing', '/reports/verify', '/settings', '/backups']

/** Whether a page is one of a file of this kind. */
export function belongs(path: string, kind: VaultKind) {
  const isShared = SHARED.includes(path.replace(/[?#].*$/, ''))
  return isShared || path.startsWith('/superior') === (kind === 'superior')
}

/** Where a file of this kind begins. */
export const FIRST: Record<VaultKind, string> = { branch: '/', superior: '/superior/inbox' }

export const ROUTES = PLACES.flatMap(({ pages }) => pages)

/** Without what may be left out of it. */
const shortest = (path: string) => path.replace(/\/:[^/]*\?$/, '')

const pagesOf = ({ name, path, pages }: Place) => [
  { name, path },
  ...pages.flatMap(({ path, meta }) => (meta?.name ? [{ name: meta.name, path: shortest(path) }] : [])),
]

/** Every page that the search leads to, in the order of the side bar. */
export const PAGES = [...ROOMS, ...ASIDE, ...BELOW].flatMap((line) => [line, ...line.inside].flatMap(pagesOf))

/** What can be done and printed, in the same order. */
export const FINDS = [...ROOMS, ...ASIDE, ...BELOW].flatMap((line) =>
  [line, ...line.inside].flatMap(({ finds }) => finds ?? []),
)

const WAYS: Place['findings'] = Object.assign({}, ...PLACES.map(({ findings }) => findings))

/** The very place a finding speaks of. */
export const wayTo = (finding: Finding) => WAYS?.[finding.subject.room]?.(finding) ?? '/'

/** Whether what is found in a room is counted on this line. */
export const isAbout = (room: Room, { inside, ...place }: Line) =>
  [place, ...inside].some(({ findings }) => findings && room in findings)
