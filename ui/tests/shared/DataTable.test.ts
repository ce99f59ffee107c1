import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import DataTable from '@/shared/DataTable.vue'

interface Row {
  id: number
  name: string
}

const rows = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({ id: index, name: `党员${index}` }))
const table = (count: number) =>
  mount(DataTable<Row>, {
    props: {
      rows: rows(count),
      columns: [{ key: 'name', label: '姓名', text: (row: Row) => row.name }],
      rowKey: 'id',
      label: '名册',
      openable: true,
    },
    attachTo: document.body,
  })

describe('a table', () => {
  it('of 300 rows is the plain one, above it only what is seen is drawn', () => {
    expect(table(300).find('[data-test=plain-table]').exists()).toBe(true)
    const large = table(301)
    expect(large.find('[data-test=plain-table]').exists()).toBe(false)
    expect(large.find('[data-test=virtual-table], .virtual').exists()).toBe(true)
  })

  it('opens a row from the keyboard, once', async () => {
    const wrapper = table(3)
    await flushPromises()
    await flushPromises()
    await wrapper.findAll('button.link-button')[1]!.trigger('click')
    expect(wrapper.emitted('open')).toEqual([[{ id: 1, name: '党员1' }]])
  })
})
