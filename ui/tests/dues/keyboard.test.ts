import { beforeEach, describe, expect, it } from 'vitest'
import { calls, refuseNext } from '../fakeCall'
import { BEHIND, NEWCOMER, OWED, PARTLY, resetDues, UNSET, WAIVED } from '../fakes/dues'
import { members } from '../fakes/roster'
import { last } from '../hand'
import { openTable, pays } from './table'

beforeEach(() => {
  calls.length = 0
  resetDues()
  document.body.innerHTML = ''
})

const entry = (member: number, month: string, amount: number, note: string | null = null) => ({
  member,
  month,
  amount,
  note,
})

describe('the table by keyboard', () => {
  it('is one stop, at the present month of the first person', async () => {
    const { wrapper, cell } = await openTable()
    expect(wrapper.findAll('[data-month][tabindex="0"]')).toHaveLength(1)
    expect(cell(1, 11).attributes('tabindex')).toBe('0')
    expect(wrapper.findAll('tbody button').every((one) => one.attributes('tabindex') === '-1')).toBe(true)
  })

  it('walks by arrows, Home, End and pages, and stays within', async () => {
    const { go, key, here } = await openTable()
    go(1, 1)
    await key('ArrowUp')
    await key('ArrowLeft')
    expect(here()).toEqual([1, 1])
    await key('ArrowDown')
    await key('ArrowRight')
    expect(here()).toEqual([2, 2])
    await key('End')
    expect(here()).toEqual([2, 12])
    await key('PageDown')
    expect(here()).toEqual([12, 12])
    await key('PageUp')
    await key('Home')
    expect(here()).toEqual([2, 1])
    await key('End', { ctrlKey: true })
    expect(here()).toEqual([46, 12])
    await key('Home', { ctrlKey: true })
    expect(here()).toEqual([1, 1])
    expect(pays()).toEqual([])
  })

  it('Enter takes what is owed and goes down to the next person', async () => {
    const { seen, said, go, key, here } = await openTable()
    go(BEHIND, 7)
    await key('Enter')
    const paid_on = '2026-11-23'
    expect(pays()).toEqual([{ entries: [entry(BEHIND, '2026-07', OWED)], paid_on, way: 'cash' }])
    expect(here()).toEqual([BEHIND + 1, 7])
    expect(seen(BEHIND, 7)).toBe('15.00')
    expect(said(BEHIND, 7)).toContain('实交 15.00 元 已交')
  })

  it('Enter fills up what was paid in part', async () => {
    const { go, key } = await openTable()
    go(PARTLY, 9)
    await key('Enter')
    expect(pays()).toMatchObject([{ entries: [entry(PARTLY, '2026-09', OWED)] }])
  })

  it.each([
    ['paid', 1, 1],
    ['waived', WAIVED, 11],
    ['without a base', UNSET, 11],
    ['not here yet', NEWCOMER, 1],
  ])('Enter only goes down where it is %s', async (_, member, month) => {
    const { go, key, here } = await openTable()
    go(member, month)
    await key('Enter')
    expect(pays()).toEqual([])
    expect(here()).toEqual([member + 1, month])
  })

  it('collects a month of everybody with one key each', async () => {
    const { wrapper, go, key } = await openTable()
    go(1, 11)
    for (let times = 0; times < members.length; times += 1) await key('Enter')
    expect(pays()).toHaveLength(members.length - 2)
    const texts = wrapper.findAll('[data-month="10"] .line').map((one) => one.text())
    expect(texts.filter((text) => text !== '15.00')).toEqual(['免交', '未核定'])
  })

  it('clears a cell with Delete, and only one in which something stands', async () => {
    const { seen, go, key, here } = await openTable()
    go(1, 11)
    await key('Delete')
    expect(pays()).toEqual([])
    go(1, 3)
    await key('Delete')
    await key('Backspace')
    expect(pays()).toMatchObject([{ entries: [entry(1, '2026-03', 0)] }])
    expect(seen(1, 3)).toBe('欠 15.00')
    expect(here()).toEqual([1, 3])
  })

  it('keeps the focus over a reload, also when its row is gone', async () => {
    const { wrapper, go, key, here } = await openTable()
    await wrapper.get('[data-test=lacking]').trigger('click')
    const listed = wrapper.findAll('tbody tr').length
    go(BEHIND, 7)
    for (const month of [7, 8, 9, 10]) {
      go(BEHIND, month)
      await key('Enter')
    }
    expect(wrapper.findAll('tbody tr')).toHaveLength(listed - 1)
    expect(here()[1]).toBe(10)
    expect(here()[0]).not.toBe(BEHIND)
  })

  it('says at its cell why something was refused, until it is entered', async () => {
    const { wrapper, cell, go, key } = await openTable()
    const fields = [{ field: 'entries.0.amount', message: '有几笔交款，请打开明细修改' }]
    refuseNext('dues_pay', { message: '有一格不能登记', fields })
    go(1, 11)
    await key('Enter')
    expect(wrapper.get('[data-test=problem]').text()).toContain('有一格不能登记')
    expect(cell(1, 11).attributes('aria-invalid')).toBe('true')
    await key('ArrowUp')
    expect(cell(1, 11).get('[role=alert]').text()).toBe('有几笔交款，请打开明细修改')
    await key('Enter')
    expect(cell(1, 11).attributes('aria-invalid')).toBeUndefined()
  })

  it.each([
    ['Space', ' ', {}],
    ['Ctrl+Enter', 'Enter', { ctrlKey: true }],
  ])('%s opens whose dues they are, and closing comes back', async (_, name, more) => {
    const { wrapper, go, key, here } = await openTable()
    go(3, 5)
    await key(name, more)
    expect(wrapper.router.currentRoute.value.query).toEqual({ member: '3' })
    expect(last('dues_member')).toBe(3)
    await wrapper.get('.side-close').trigger('click')
    await key('Shift')
    await new Promise((resolve) => setTimeout(resolve))
    expect(here()).toEqual([3, 5])
    expect(pays()).toEqual([])
  })
})
