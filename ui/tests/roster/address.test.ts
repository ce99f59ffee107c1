import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import RosterOrder from '@/features/roster/list/RosterOrder.vue'
import { addressOf, queryOf, toggled } from '@/features/roster/list/rosterAddress'
import type { RosterQuery } from '@/ipc/types'
import { WHOLE_ROSTER } from '@/shared/people/roster'

/** As the router hands it back: what is not defined is not there. */
const through = (query: RosterQuery) =>
  queryOf(Object.fromEntries(Object.entries(addressOf(query)).filter(([, value]) => value !== undefined)) as never)

it.each<[string, Partial<RosterQuery>]>([
  ['everyone', {}],
  ['a past day', { on: '2026-03-31' }],
  ['former members searched for', { former: true, search: '张' }],
  ['an order the other way round', { sort: 'strokes', descending: true }],
  ['former members by leaving date', { former: true, sort: 'left' }],
  ['one filter', { filters: [{ by: 'kind', label: '正式党员' }] }],
  [
    'a group with a colon in its name',
    {
      filters: [
        { by: 'group', label: '第一党小组:甲' },
        { by: 'age', label: '31–35岁' },
      ],
    },
  ],
])('%s stands in the address as it was asked for', (_, part) => {
  const query = { ...WHOLE_ROSTER, ...part }
  expect(through(query)).toEqual(query)
})

it('an address without anything is short', () =>
  expect(Object.values(addressOf(WHOLE_ROSTER)).every((value) => value === undefined)).toBe(true))

it('an order that does not exist is the usual one', () => expect(queryOf({ sort: 'x' }).sort).toBe('pinyin'))

it('those who are here are not in the order of leaving', () => {
  expect(queryOf({ sort: 'left' }).sort).toBe('pinyin')
  const offered = (former: boolean) =>
    mount(RosterOrder, { props: { former, sort: 'pinyin', descending: false } })
      .text()
      .includes('按离开日期')
  expect([offered(false), offered(true)]).toEqual([false, true])
})

it('a filter is taken away by choosing it again', () => {
  const [full, away] = [
    { by: 'kind', label: '正式党员' },
    { by: 'state', label: '流动党员' },
  ] as const
  expect(toggled([full], away)).toEqual([full, away])
  expect(toggled([full, away], { ...full })).toEqual([away])
})
