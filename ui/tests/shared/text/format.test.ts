import { describe, expect, it } from 'vitest'
import {
  formatDate,
  formatDateTime,
  formatFingerprint,
  formatHours,
  formatMoney,
  formatMonths,
  formatQuarter,
  moveQuarter,
} from '@/shared/text/format'

describe('dates', () => {
  it.each([
    ['1990-05-03', '1990年5月3日'],
    ['1990-05', '1990年5月'],
    ['1990', '1990年'],
    [null, ''],
  ])('%s is written %s', (date, written) => expect(formatDate(date)).toBe(written))

  it('a moment names its weekday', () =>
    expect(formatDateTime('2026-11-25T14:30:00')).toBe('2026年11月25日 星期三 14:30'))
})

describe('quarters', () => {
  it('is written in Chinese', () => expect(formatQuarter('2026Q4')).toBe('2026年第四季度'))
  it('moves over the year', () => {
    expect(moveQuarter('2026Q4', 1)).toBe('2027Q1')
    expect(moveQuarter('2026Q1', -1)).toBe('2025Q4')
  })
})

describe('amounts', () => {
  it('money is counted in fen', () => {
    expect(formatMoney(123_450)).toBe('1,234.50 元')
    expect(formatMoney(-5)).toBe('−0.05 元')
  })
  it('hours keep a half', () => {
    expect(formatHours(2.5)).toBe('2.5 学时')
    expect(formatHours(32)).toBe('32 学时')
  })
  it('months become years and months', () => {
    expect(formatMonths(38)).toBe('3年2个月')
    expect(formatMonths(24)).toBe('2年')
    expect(formatMonths(0)).toBe('不足1个月')
    expect(formatMonths(null)).toBe('')
  })
  it('a fingerprint is grouped for the eye', () => expect(formatFingerprint('AB12CD34')).toBe('AB12 CD34'))
})
