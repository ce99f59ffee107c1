import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import DataTable from '@/shared/layout/DataTable.vue'

interface Row {
  id: number
  name: string
}

const rows = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({ id: index, name: `党员${index}` }))
const table = (count: number, more: object = {}) =>
  mount(DataTable<Row>, {
    props: {
      rows: rows(count),
      columns: [{ key: 'name', label: '姓名', text: (row: Row) => row.name }],
      rowKey: 'id',
      label: '名册',
      openable: true,
      ...more,
    },
    attachTo: document.body,
  })
const drawn = async (count: number, more: object = {}) => {
  const wrapper = table(count, more)
  await flushPromises()
  await flushPromises()
  return {
    wrapper,
    buttons: wrapper.findAll<HTMLButtonElement>('button.link-button'),
    ticks: wrapper.findAll('input[type=checkbox]'),
  }
}
const ticking = { tickLabel: (row: Row) => row.name }

describe('a table', () => {
  it('of 200 rows is the plain one, above it only what is seen is drawn', () => {
    expect(table(200).find('[data-test=plain-table]').exists()).toBe(true)
    for (const large of [table(201), table(200, { total: 201 })]) {
      expect(large.find('[data-test=plain-table]').exists()).toBe(false)
      expect(large.find('[data-test=virtual-table], .virtual').exists()).toBe(true)
    }
  })

  it('asks for more rows when the last ones come into sight, as long as there are any', async () => {
    const short = await drawn(20, { total: 500 })
    expect(short.wrapper.emitted('end')).toBeTruthy()
    expect((await drawn(210, { total: 210 })).wrapper.emitted('end')).toBeUndefined()
  })

  it('opens a row from the keyboard, once', async () => {
    const { wrapper, buttons } = await drawn(3)
    await buttons[1]!.trigger('click')
    expect(wrapper.emitted('open')).toEqual([[{ id: 1, name: '党员1' }]])
  })

  it('is walked through with the arrow keys', async () => {
    const { buttons } = await drawn(3)
    buttons[0]!.element.focus()
    await buttons[0]!.trigger('keydown', { key: 'ArrowDown' })
    expect(document.activeElement).toBe(buttons[1]!.element)
    await buttons[1]!.trigger('keydown', { key: 'ArrowUp' })
    expect(document.activeElement).toBe(buttons[0]!.element)
  })
})

describe('rows that can be ticked', () => {
  it('are ticked by the space bar without being opened', async () => {
    const { wrapper, buttons } = await drawn(3, ticking)
    await buttons[1]!.trigger('keydown', { key: ' ' })
    expect(wrapper.emitted('update:chosen')).toEqual([[[1]]])
    expect(wrapper.emitted('open')).toBeUndefined()
  })

  it('are ticked from one to the other with Shift', async () => {
    const { wrapper, ticks } = await drawn(5, ticking)
    await ticks[2]!.trigger('click')
    await wrapper.setProps({ chosen: [1] })
    await ticks[4]!.trigger('click', { shiftKey: true })
    expect(wrapper.emitted('update:chosen')!.at(-1)).toEqual([[1, 2, 3]])
  })

  it('are all ticked and unticked at the head', async () => {
    const { wrapper, ticks } = await drawn(3, ticking)
    await ticks[0]!.trigger('click')
    expect(wrapper.emitted('update:chosen')!.at(-1)).toEqual([[0, 1, 2]])
    await wrapper.setProps({ chosen: [0, 1, 2] })
    await wrapper.findAll('input[type=checkbox]')[0]!.trigger('click')
    expect(wrapper.emitted('update:chosen')!.at(-1)).toEqual([[]])
  })
})
