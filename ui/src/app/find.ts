// What the search has found, group by group, each with the way there.

import type { HomeFound, HomeHit } from '@/ipc/types'
import { session } from '@/shared/session/session'
import { belongs, FINDS, PAGES } from './places'

/** A line of the search. */
export interface Hit {
  name: string
  note: string
  path: string
}

/** Lines of one kind. */
export interface HitGroup {
  title: string
  hits: Hit[]
}

/** Of what the window itself has to offer no more is shown of a kind. */
const AT_MOST = 10

const pages: Hit[] = PAGES.map((page) => ({ ...page, note: '栏目' }))
const OFFERED: Hit[] = [...pages, ...FINDS]

/** Names of what the window has to offer, as the core looks through them. */
export const NAMES = OFFERED.map(({ name }) => name)

const led = (hits: HomeHit[], way: (key: string) => string) =>
  hits.map(({ key, name, note }) => ({ name, note, path: way(key) }))

/** What was found: people first, for they are looked for most. Without words the window offers its pages. */
export function groupsOf(found: HomeFound, text: string): HitGroup[] {
  const kind = session.status?.kind ?? 'branch'
  const offered = found.names.flatMap((place) => OFFERED[place] ?? []).filter(({ path }) => belongs(path, kind))
  const noted = (note: string) => offered.filter((hit) => hit.note === note)
  const groups = [
    { title: '党员', hits: led(found.people, (key) => `/roster/${key}`) },
    { title: '栏目', hits: text ? noted('栏目').slice(0, AT_MOST) : noted('栏目') },
    { title: '办理', hits: text ? noted('办理').slice(0, AT_MOST) : [] },
    { title: '打印', hits: text ? noted('打印').slice(0, AT_MOST) : [] },
    { title: '会议', hits: led(found.meetings, (key) => `/meetings/${key}`) },
    { title: '发展档案', hits: led(found.files, (key) => `/development/${key}`) },
    { title: '文库', hits: led(found.documents, (key) => `/study/library/${key}`) },
    { title: '规程', hits: led(found.rules, (key) => `/rules?rule=${key}`) },
  ]
  return groups.filter(({ hits }) => hits.length > 0)
}
