import { describe, expect, it } from 'vitest'
import { ASIDE, BELOW, belongs, FINDS, isAbout, PAGES, ROOMS, ROUTES, SUPERIOR_ROOMS, wayTo } from '@/app/places'
import { router } from '@/app/router'
import type { Room } from '@/ipc/types'
import types from '@/ipc/types?raw'
import { finding } from '../fakes/made'

/** As the core names them. */
const CORE = [...(types.match(/export type Room = (.*);/)?.[1] ?? '').matchAll(/"(\w+)"/g)].map(
  ([, room]) => room as Room,
)
const FOLDERS = Object.keys(import.meta.glob('../../src/features/*/place.ts'))
const ROOM_FOLDERS = Object.keys(import.meta.glob('../../src/features/*/*.vue')).map((path) => path.split('/')[4])
const TESTED = new Set(Object.keys(import.meta.glob('../*/*.test.ts')).map((path) => path.split('/')[1]))

it.each([
  ['a record', finding('D02', 'late', '', 'development', 7), '/development/7'],
  ['an appraisal', finding('B16', 'due', '', 'appraisal', 3), '/appraisals/3'],
  ['a task', finding('B20', 'late', '', 'tasks', 11), '/meetings/tasks?id=11'],
  ['the talks', finding('B17', 'notice', '', 'talks', null), '/meetings/talks'],
  [
    'the talks of a year',
    { ...finding('B17', 'late', '', 'talks', null), due: '2026-12-31' },
    '/meetings/talks?year=2026',
  ],
  ['a room', finding('E02', 'notice', '', 'study', null), '/study'],
  ['hours that are lacking', finding('E01', 'notice', '', 'study', null), '/study/lacks'],
  ['a meeting that is missing', finding('B14', 'due', '', 'meetings', null), '/meetings?new=theme_day'],
])('a finding about %s leads to the very place', (_, about, place) => expect(wayTo(about)).toBe(place))

describe('the table of places', () => {
  const lines = [...ROOMS, ...ASIDE, ...BELOW]

  it('has every room that says of itself what it is, once', () => {
    const names = lines.flatMap((line) => [line, ...line.inside]).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toHaveLength(FOLDERS.length)
  })

  it.each(CORE)('counts a finding about %s on one line, and leads to a page', (room) => {
    const about = finding('D02', 'late', '', room, 7)
    expect(lines.filter((line) => isAbout(room, line))).toHaveLength(1)
    expect(router.resolve(wayTo(about)).meta.manual).toBeDefined()
  })

  it.each([...new Set(ROOM_FOLDERS)])('%s has tests of its own', (room) => expect(TESTED).toContain(room))

  it('leads a committee to no page of a branch, and a branch to none of a committee', () => {
    expect(SUPERIOR_ROOMS.map(({ name }) => name)).toEqual(['收件', '汇总', '下级支部', '证书', '核验'])
    for (const { path } of SUPERIOR_ROOMS) expect(belongs(path, 'superior')).toBe(true)
    for (const path of ['/', '/roster/3', '/reports/2026Q3', '/rules']) expect(belongs(path, 'superior')).toBe(false)
    expect(belongs('/superior/inbox/2026Q3', 'branch')).toBe(false)
    for (const path of ['/settings', '/reports/verify', '/backups'])
      expect([belongs(path, 'branch'), belongs(path, 'superior')]).toEqual([true, true])
  })

  it('knows all rooms of the core', () => expect(CORE).toContain('attachments'))

  it.each(PAGES)('the search leads to $name', ({ path }) => {
    expect(router.resolve(path).matched.map((route) => route.path)).toEqual([
      ROUTES.find((route) => route.path.replace(/\/:[^/]*\?$/, '') === path)?.path,
    ])
  })

  it.each(FINDS)('$note $name leads to a page', ({ path }) => expect(router.resolve(path).meta.manual).toBeDefined())

  it('calls nothing that can be done or printed by the name of something else', () => {
    const names = FINDS.map(({ name, note }) => `${note}${name}`)
    expect(new Set(names).size).toBe(names.length)
  })

  it('the search knows every page that needs no record', () => {
    const whole = ROUTES.map(({ path }) => path.replace(/\/:[^/]*\?$/, '')).filter((path) => !path.includes(':'))
    expect(PAGES.map(({ path }) => path).sort()).toEqual(whole.filter((path) => path !== '/roster/new').sort())
  })
})
