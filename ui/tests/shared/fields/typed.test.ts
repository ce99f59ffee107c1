import { describe, expect, it } from 'vitest'
import { isDay, readDate, readMonth, readTime, sayDate } from '@/shared/fields/typed'
import { cases, today } from '../../../../tests/fixtures/typed_dates.json'

describe('a typed date', () => {
  it.each(cases)('“$typed” is $day where a whole day is asked for, $partial where a month is enough', (one) => {
    expect(readDate(one.typed, today).value).toBe(one.day)
    expect(readDate(one.typed, today, true).value).toBe(one.partial)
  })

  it.each(cases)('“$typed” means what it means to the core, and is refused in the same words', (one) => {
    const read = readDate(one.typed, today, true)
    if (one.core) expect(read.value).toBe(one.core)
    if (one.says) expect(read.refused).toBe(one.says)
    expect(read.value === null).toBe(read.refused !== null)
  })

  it('a month alone is no day, and it says so', () =>
    expect(readDate('2026年11月', today).refused).toBe('“2026年11月”没有写到哪一天，可写成 2026-11-25'))

  it('nothing typed is nothing refused', () => expect(readDate(' ', today)).toEqual({ value: null, refused: null }))

  it('says what it understood, with the weekday', () => {
    expect(sayDate('2026-02-03')).toBe('2026年2月3日 星期二')
    expect(sayDate('1990-05')).toBe('1990年5月')
  })

  it.each([
    ['2026-11-25', true],
    ['2026-02-30', false],
    ['2026-11', false],
    ['11-25', false],
    [null, false],
  ])('%s is a whole day: %s', (value, is) => expect(isDay(value)).toBe(is))
})

describe('a typed month', () => {
  it.each([
    ['2026-11', '2026-11'],
    ['2026年1月', '2026-01'],
    ['202611', '2026-11'],
    ['11月', '2026-11'],
    ['2026-11-05', null],
    ['2026-13', null],
    ['2026', null],
    ['上月', null],
  ])('“%s” is %s', (typed, read) => expect(readMonth(typed, today).value).toBe(read))
})

describe('a typed time', () => {
  it.each([
    ['19:30', '19:30'],
    ['1930', '19:30'],
    ['19：30', '19:30'],
    ['１９：３０', '19:30'],
    ['19.30', '19:30'],
    ['7:30', '07:30'],
    ['730', '07:30'],
    ['9', '09:00'],
    ['9点', '09:00'],
    ['9点半', '09:30'],
    ['9时5分', '09:05'],
    ['下午3点', '15:00'],
    ['晚上7点半', '19:30'],
    ['上午9:30', '09:30'],
    ['中午12点', '12:00'],
    ['0:00', '00:00'],
  ])('“%s” is %s', (typed, read) => expect(readTime(typed)).toEqual({ value: read, refused: null }))

  it.each(['25:00', '24:00', '19:60', '2460'])('“%s” is no time, and it says so', (typed) =>
    expect(readTime(typed)).toEqual({ value: null, refused: `没有“${typed}”这个时间` }),
  )

  it.each(['下午', '九点', '19:30:00:00'])('“%s” cannot be read', (typed) =>
    expect(readTime(typed).refused).toBe(`“${typed}”不是时间，可写成 14:30`),
  )
})
