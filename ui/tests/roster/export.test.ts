import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import ExportDialog from '@/features/roster/list/ExportDialog.vue'
import type { RosterExportRequest, RosterQuery } from '@/ipc/types'
import { clearPreferences } from '@/shared/session/preferences'
import { calls } from '../fakeCall'

const query = { search: '赵', on: '2026-03-31' } as RosterQuery

async function dialog() {
  const wrapper = mount(ExportDialog, {
    props: { query, total: 46 },
    attachTo: document.body,
    global: { stubs: { teleport: true } },
  })
  await flushPromises()
  const press = async (label: string) => {
    const named = (one: { text: () => string; attributes: (name: string) => string | undefined }) =>
      one.text() === label || one.attributes('aria-label') === label
    const button = wrapper.findAll('button').find(named)
    if (!button) throw new Error(`no button 「${label}」`)
    await button.trigger(button.attributes('type') === 'submit' ? 'submit' : 'click')
    await flushPromises()
  }
  const request = () => calls.find((call) => call.name === 'roster_export')!.request as RosterExportRequest
  return { wrapper, press, request }
}

beforeEach(() => {
  calls.length = 0
  document.body.innerHTML = ''
  clearPreferences()
})

describe('the export of the roster', () => {
  it('is of what is listed, in the national layout and masked unless told otherwise', async () => {
    const { press, request } = await dialog()
    await press('导出…')
    expect(request()).toEqual({ query, layout: 'national', reveal: false, file: 'f1' })
  })

  it('says what it means to write numbers in full', async () => {
    const { wrapper, press, request } = await dialog()
    await wrapper.get('input[type=checkbox]').setValue(true)
    expect(wrapper.text()).toContain('操作日志会记下')
    await press('导出…')
    expect(request().reveal).toBe(true)
  })

  it('has the chosen columns in the chosen order, and remembers them', async () => {
    const { wrapper, press, request } = await dialog()
    await wrapper.get('input[value=chosen]').setValue(true)
    await press('性别 前移')
    await press('不要 手机号')
    await press('民族')
    await press('导出…')
    const columns = ['sex', 'name', 'birth', 'kind', 'party_group', 'ethnicity']
    expect(request().layout).toEqual({ chosen: columns })
    expect(request().reveal).toBe(false)
    const again = await dialog()
    await again.wrapper.get('input[value=chosen]').setValue(true)
    expect(again.wrapper.findAll('.export-name').map((name) => name.text())).toEqual([
      '性别',
      '姓名',
      '出生日期',
      '人员类别',
      '党小组',
      '民族',
    ])
  })
})
