// Every page has its section, and every section is somebody's.

import { describe, expect, it } from 'vitest'
import { router, routes } from '@/app/router'
import { sectionsOf } from '@/features/help/manual'
import { sectionBefore, WITHOUT_PAGE } from '@/features/help/sections'
import type { Gate } from '@/shared/session/help'
import manual from '../../../docs/使用手册.md?raw'

const sectionAt = (address: string) => router.resolve(address).meta.manual
const titles = sectionsOf(manual).map(({ title }) => title)

/** Addresses as the router's table has them, with and without what may be left out. */
const addresses = routes
  .filter(({ redirect }) => !redirect)
  .flatMap(({ path }) => {
    const filled = path.replace(/:(?:quarter|period)\([^)]*\)+/, '2026Q4').replace(/:\w+\([^)]*\)/, '12')
    return filled.endsWith('?') ? [filled.slice(0, -1), filled.slice(0, filled.lastIndexOf('/'))] : [filled]
  })

describe('the sections of the manual', () => {
  it.each(addresses)('there is one about %s', (address) => {
    expect(address).not.toMatch(/[:?()]/)
    expect(titles).toContain(sectionAt(address))
  })

  it.each<Gate | null>(['first_run', 'unlock', 'recover', 'restore', null])(
    'there is one about %s, before a file is open',
    (gate) => {
      expect(titles).toContain(sectionBefore(gate))
    },
  )

  it('are all known here, and no other is', () => {
    expect([...new Set([...WITHOUT_PAGE, ...routes.flatMap(({ meta }) => meta?.manual ?? [])])].sort()).toEqual(
      [...titles].sort(),
    )
  })

  it('an address that no page has, has none', () => {
    expect(sectionAt('/roster/import/x')).toBeUndefined()
  })
})
