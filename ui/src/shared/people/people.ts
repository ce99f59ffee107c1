// Finding people of the roster by what is typed: name, pinyin, initials, the end of a number.

import { rosterList } from '@/ipc/commands'
import type { MemberId } from '@/ipc/types'
import { WHOLE_ROSTER } from './roster'

/** Someone who can be picked. */
export interface Person {
  id: MemberId
  name: string
  /** The name, and what tells people of one name apart. */
  label: string
}

const AT_MOST = 50

/** Whom the text may mean, who is a member on the day; today where there is none. */
export async function findPeople(typed: string, on: string | null = null): Promise<Person[]> {
  const { rows } = await rosterList({ ...WHOLE_ROSTER, search: typed.trim(), on, limit: AT_MOST })
  const alike = (name: string) => rows.filter((row) => row.name === name).length > 1
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    label: alike(row.name) ? `${row.name}（${row.party_group || row.mobile_masked || row.birth || row.id}）` : row.name,
  }))
}

/** The one person that the text means: whose name it is, or the only one found. */
export function theOne(typed: string, people: Person[]): Person | undefined {
  const named = people.filter(({ name, label }) => [name, label].includes(typed.trim()))
  const meant = named.length ? named : people
  return meant.length === 1 ? meant[0] : undefined
}

/** The names of a list as it is typed. */
export const namesOf = (typed: string) => typed.split(/[、,，;；\s]+/).filter(Boolean)

/** Those of the names that nobody in the roster has. */
export async function strangersAmong(names: string[]): Promise<string[]> {
  const known = await Promise.all(names.map(async (name) => (await findPeople(name)).some((one) => one.name === name)))
  return names.filter((_, index) => !known[index])
}
