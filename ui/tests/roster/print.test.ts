import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import PrintMenu from '@/features/roster/PrintMenu.vue'
import type { RosterQuery } from '@/ipc/types'
import { calls } from '../fakeCall'

const query: RosterQuery = {
  search: '',
  on: '2026-03-31',
  former: false,
  filters: [{ by: 'sex', label: '女' }],
  sort: 'office',
  descending: false,
  offset: 100,
  limit: 100,
}

const press = async (label: string) => {
  const button = [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === label)
  if (!button) throw new Error(`no button 「${label}」`)
  button.click()
  await flushPromises()
}
const asked = () => calls.filter(({ name }) => name === 'paper_preview').at(-1)?.request

beforeEach(async () => {
  calls.length = 0
  document.body.innerHTML = ''
  URL.createObjectURL = () => 'blob:page'
  URL.revokeObjectURL = () => undefined
  mount(PrintMenu, { props: { query }, attachTo: document.body })
  await press('打印…')
})

describe('printing the roster', () => {
  it('shows whoever the page shows, with numbers masked until they are asked for', async () => {
    expect(asked()).toEqual({ room: 'roster', kind: 'roster', query, reveal: false })
    const box = document.querySelector<HTMLInputElement>('.el-checkbox input')
    box?.click()
    await flushPromises()
    expect(asked()).toEqual({ room: 'roster', kind: 'roster', query, reveal: true })
  })

  it('offers the contact list of the same people and the statistics of the same day', async () => {
    await press('通讯录')
    expect(asked()).toEqual({ room: 'roster', kind: 'contact_list', query })
    expect(document.body.textContent).toContain('会记入操作记录')
    await press('统计表')
    expect(asked()).toEqual({ room: 'roster', kind: 'statistics', on: '2026-03-31' })
  })
})
