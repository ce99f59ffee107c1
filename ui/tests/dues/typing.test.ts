import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { mayLeave, question } from '@/shared/forms/unsaved'
import { calls } from '../fakeCall'
import { OWED, resetDues } from '../fakes/dues'
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

describe('the note of a cell', () => {
  const line = (wrapper: Awaited<ReturnType<typeof openTable>>['wrapper']) =>
    wrapper.get<HTMLInputElement>('[data-test=note-line] input')

  it('is written above the table, and the amount stays', async () => {
    const { wrapper, go } = await openTable()
    go(1, 3)
    await flushPromises()
    expect(wrapper.get('[data-test=note-line] label').text()).toContain('3月的备注')
    await line(wrapper).setValue('妻子代交')
    await line(wrapper).trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(pays()).toMatchObject([{ entries: [entry(1, '2026-03', OWED, '妻子代交')] }])
    expect(line(wrapper).element.value).toBe('妻子代交')
    expect(wrapper.find('td.noted').attributes('title')).toBe('妻子代交')
  })

  it('needs something that was paid', async () => {
    const { wrapper, go } = await openTable()
    go(1, 11)
    await flushPromises()
    expect(line(wrapper).element.disabled).toBe(true)
  })
})

describe('typing an amount', () => {
  it('begins with its first digit; Enter saves it and goes down', async () => {
    const { wrapper, go, key, type, here } = await openTable()
    go(1, 11)
    await key('1')
    expect(wrapper.get<HTMLInputElement>('input[data-typed]').element.value).toBe('1')
    await type('１５')
    await key('Enter')
    expect(pays()).toMatchObject([{ entries: [entry(1, '2026-11', OWED)] }])
    expect(here()).toEqual([2, 11])
  })

  it('Tab saves it and goes to the right', async () => {
    const { go, key, type, here } = await openTable()
    go(1, 11)
    await type('15')
    await key('Tab')
    expect(pays()).toHaveLength(1)
    expect(here()).toEqual([1, 12])
  })

  it('Escape puts back what stood there', async () => {
    const { wrapper, seen, go, key, type, here } = await openTable()
    go(1, 11)
    await type('99')
    await key('Escape')
    expect(wrapper.find('input[data-typed]').exists()).toBe(false)
    expect(seen(1, 11)).toBe('15.00')
    expect(here()).toEqual([1, 11])
    expect(pays()).toEqual([])
  })

  it('F2 begins with what stands there; emptied, it is taken out', async () => {
    const { wrapper, go, key } = await openTable()
    go(1, 3)
    await key('F2')
    const input = wrapper.get<HTMLInputElement>('input[data-typed]')
    expect(input.element.value).toBe('15.00')
    await input.setValue('')
    await key('Enter')
    expect(pays()).toMatchObject([{ entries: [entry(1, '2026-03', 0)] }])
  })

  it('says at the cell what is no amount, and stays there', async () => {
    const { cell, go, key, type } = await openTable()
    go(1, 11)
    await type('1.234')
    await key('Enter')
    expect(cell(1, 11).get('[role=alert]').text()).toBe('“1.234”不是金额，可写成 23.50')
    expect(document.activeElement?.matches('[data-typed]')).toBe(true)
    expect(pays()).toEqual([])
  })

  it('is saved too by going elsewhere with the mouse', async () => {
    const { go, type, here } = await openTable()
    go(1, 11)
    await type('15')
    go(5, 12)
    await flushPromises()
    expect(pays()).toMatchObject([{ entries: [entry(1, '2026-11', OWED)] }])
    expect(here()).toEqual([5, 12])
  })

  it('is asked about before the page goes away', async () => {
    const { go, type } = await openTable()
    go(1, 11)
    await type('15')
    const leaving = mayLeave()
    await flushPromises()
    expect(question.value?.labels).toEqual(['正在填写的党费'])
    question.value?.answer('save')
    expect(await leaving).toBe(true)
    await flushPromises()
    expect(pays()).toHaveLength(1)
  })

  it('takes the day and the way that stand above', async () => {
    const { wrapper, go, key } = await openTable()
    wrapper.getComponent({ name: 'DateField' }).vm.$emit('update:modelValue', '2026-11-20')
    await wrapper.get('[data-test=entry-line] select').setValue('wechat')
    go(1, 11)
    await key('Enter')
    expect(pays()).toMatchObject([{ paid_on: '2026-11-20', way: 'wechat' }])
  })
})

it('nothing is entered on a day that cannot be read, and the cell says so', async () => {
  const { wrapper, cell, go, key } = await openTable()
  wrapper.getComponent({ name: 'DateField' }).vm.$emit('update:modelValue', '十一月')
  go(1, 11)
  await key('Enter')
  expect(pays()).toEqual([])
  await key('ArrowUp')
  expect(cell(1, 11).get('[role=alert]').text()).toContain('请先写对交款日期')
})

describe('an amount that is not what is owed', () => {
  it('asks why before it is saved, and then goes down', async () => {
    const { wrapper, go, key, type, here } = await openTable()
    go(1, 11)
    await type('20')
    await key('Enter')
    expect(pays()).toEqual([])
    const why = wrapper.get('[data-test=why]')
    expect(why.text()).toContain('11月应交 15.00 元，填的是 20.00 元')
    await key('Enter')
    expect(wrapper.find('[data-test=why]').exists()).toBe(true)
    await why.get('input').setValue('自愿多交')
    await key('Enter')
    expect(pays()).toMatchObject([{ entries: [entry(1, '2026-11', 2000, '自愿多交')] }])
    expect(here()).toEqual([2, 11])
  })

  it('Escape saves nothing and comes back to the cell', async () => {
    const { wrapper, go, key, type, here } = await openTable()
    go(1, 11)
    await type('20')
    await key('Enter')
    expect(document.activeElement?.closest('[data-test=why]')).not.toBeNull()
    await key('Escape')
    expect(wrapper.find('[data-test=why]').exists()).toBe(false)
    expect(pays()).toEqual([])
    expect(here()).toEqual([1, 11])
  })
})

describe('a block that is pasted', () => {
  it('goes in from the cell on, all in one request; empty fields leave what is there', async () => {
    const { wrapper, go, key, paste, here } = await openTable()
    go(1, 11)
    await key('v', { ctrlKey: true })
    expect(document.activeElement?.tagName).toBe('TEXTAREA')
    const event = await paste('15\t￥15.00\r\n\t15\r\n')
    expect(event.defaultPrevented).toBe(true)
    expect(pays()).toMatchObject([
      { entries: [entry(1, '2026-11', OWED), entry(1, '2026-12', OWED), entry(2, '2026-12', OWED)] },
    ])
    expect(here()).toEqual([1, 11])
    expect(wrapper.find('[data-test=why]').exists()).toBe(false)
  })

  it('asks once why several differ, and says so of those only', async () => {
    const { wrapper, go, key, paste } = await openTable()
    go(1, 11)
    await paste('10\t15\n20\t15')
    expect(wrapper.get('[data-test=why]').text()).toContain('有 2 格和应交的不一样')
    await wrapper.get('[data-test=why] input').setValue('按上级通知')
    await key('Enter')
    expect(pays()).toMatchObject([
      {
        entries: [
          entry(1, '2026-11', 1000, '按上级通知'),
          entry(1, '2026-12', OWED),
          entry(2, '2026-11', 2000, '按上级通知'),
          entry(2, '2026-12', OWED),
        ],
      },
    ])
  })

  it('enters nothing of a block with something that is no amount, and marks it', async () => {
    const { wrapper, cell, go, paste } = await openTable()
    go(1, 11)
    await paste('15\n免')
    expect(pays()).toEqual([])
    expect(wrapper.get('[data-test=paste-refused]').text()).toContain('有 1 格不是金额')
    expect(cell(2, 11).attributes('aria-invalid')).toBe('true')
  })

  it.each([
    ['down', 45, 11, '15\n15\n15', '粘贴的有 3 行，从这一行往下只有 2 人'],
    ['right', 1, 11, '15\t15\t15', '粘贴的有 3 列，从 11 月起只有 2 个月'],
  ])('enters nothing of a block that reaches out of the table, %s', async (_, member, month, text, why) => {
    const { wrapper, go, paste } = await openTable()
    go(member, month)
    await paste(text)
    expect(wrapper.get('[data-test=paste-refused]').text()).toContain(why)
    expect(pays()).toEqual([])
  })
})
