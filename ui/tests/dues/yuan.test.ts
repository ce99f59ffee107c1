import { describe, expect, it } from 'vitest'
import { later, monthsFrom, sayMonths } from '@/features/dues/months'
import { formatYuan, readYuan, refusedYuan } from '@/features/dues/yuan'

describe('an amount in yuan', () => {
  it.each([
    ['23.5', 2350],
    ['1,000', 100_000],
    ['￥23.50', 2350],
    ['¥1,000.00', 100_000],
    ['２３．５０', 2350],
    [' 15 元', 1500],
    ['.5', 50],
    ['7.', 700],
    ['23.500', 2350],
    ['0', 0],
    ['0.20', 20],
  ])('“%s” is read', (typed, fen) => expect(readYuan(typed)).toBe(fen))

  it.each(['', '.', '元', '免', '-5', '1.234', '1e3', '2026-03', '15 20 3a', '9999999999'])('“%s” is none', (typed) =>
    expect(readYuan(typed)).toBeNull(),
  )

  it('is refused with a sentence that says how it is written; nothing is no error', () => {
    expect(refusedYuan(' 免 ')).toBe('“免”不是金额，可写成 23.50')
    expect(refusedYuan(' ')).toBeNull()
    expect(refusedYuan('15')).toBeNull()
  })

  it('is written with two decimals', () => {
    expect(formatYuan(150_050)).toBe('1,500.50')
    expect(formatYuan(-20)).toBe('−0.20')
    expect(readYuan(formatYuan(123_456))).toBe(123_456)
  })
})

describe('months', () => {
  it('go on over the end of a year', () => {
    expect(later('2026-11', 3)).toBe('2027-02')
    expect(later('2026-01', -1)).toBe('2025-12')
    expect(monthsFrom('2026-12', 2)).toEqual(['2026-12', '2027-01'])
  })

  it('are told in stretches', () => {
    expect(sayMonths(['2026-05', '2026-03', '2026-04'])).toBe('2026年3月至5月')
    expect(sayMonths(['2025-12', '2026-01', '2026-08'])).toBe('2025年12月至2026年1月、2026年8月')
    expect(sayMonths([])).toBe('')
  })
})
