// What the list shows stands in its address: a number of the statistics leads to its list, and Back leads back.

import type { LocationQuery, LocationQueryRaw, LocationQueryValue } from 'vue-router'
import type { Dimension, RosterFilter, RosterQuery, RosterSort } from '@/ipc/types'
import { ROSTER_SORT } from '@/ipc/words'
import { WHOLE_ROSTER } from '@/shared/people/roster'

type Value = LocationQueryValue | LocationQueryValue[] | undefined

const list = (value: Value) => [value ?? []].flat().filter((one) => one !== null)
const first = (value: Value) => list(value)[0]

/** As short as can be: what is as usual is left out. */
export function addressOf(query: RosterQuery): LocationQueryRaw {
  return {
    on: query.on ?? undefined,
    former: query.former ? '1' : undefined,
    search: query.search || undefined,
    filter: query.filters.length ? query.filters.map(({ by, label }) => `${by}:${label}`) : undefined,
    sort: query.sort === WHOLE_ROSTER.sort ? undefined : query.sort,
    down: query.descending ? '1' : undefined,
  }
}

export function queryOf(address: LocationQuery): RosterQuery {
  const sort = first(address.sort)
  const former = first(address.former) === '1'
  // Whoever is here has not left.
  const sorts = sort && sort in ROSTER_SORT && (former || sort !== 'left')
  return {
    ...WHOLE_ROSTER,
    on: first(address.on) ?? null,
    former,
    search: first(address.search) ?? '',
    filters: list(address.filter).map(readFilter),
    sort: sorts ? (sort as RosterSort) : WHOLE_ROSTER.sort,
    descending: first(address.down) === '1',
  }
}

/** The first colon parts the two: a group's name may have one of its own. */
function readFilter(text: string): RosterFilter {
  const colon = text.indexOf(':')
  return { by: text.slice(0, colon) as Dimension, label: text.slice(colon + 1) }
}

export const sameFilter = (a: RosterFilter, b: RosterFilter) => a.by === b.by && a.label === b.label

/** With the filter, or without it where it was there. */
export const toggled = (filters: RosterFilter[], filter: RosterFilter) =>
  filters.some((one) => sameFilter(one, filter))
    ? filters.filter((one) => !sameFilter(one, filter))
    : [...filters, filter]
