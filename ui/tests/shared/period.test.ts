import { describe, expect, it } from 'vitest'
import { formatPeriod, movePeriod, periodOf } from '@/shared/text/format'

describe('a period', () => {
  it.each([
    ['2026Q3', '2026年第三季度', '2026Q2', '2026Q4'],
    ['2026Q1', '2026年第一季度', '2025Q4', '2026Q2'],
    ['2026H1', '2026年上半年', '2025H2', '2026H2'],
    ['2026', '2026年度', '2025', '2027'],
  ])('%s is called %s and lies between others of its length', (period, title, before, after) => {
    expect([formatPeriod(period), movePeriod(period, -1), movePeriod(period, 1)]).toEqual([title, before, after])
  })

  it('is looked at over another length where it ends', () => {
    expect(periodOf('2026Q3', 'half_year')).toBe('2026H2')
    expect(periodOf('2026Q2', 'year')).toBe('2026')
    expect(periodOf('2026', 'quarter')).toBe('2026Q4')
    expect(periodOf('2026H1', 'quarter')).toBe('2026Q2')
  })
})
