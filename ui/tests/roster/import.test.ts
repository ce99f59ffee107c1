import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import ImportPage from '@/features/roster/ImportPage.vue'
import { importTabs, rowsToStore } from '@/features/roster/importTabs'
import type { ImportPreview, ImportPreviewRequest, ImportRequest } from '@/ipc/types'
import { answer } from '../fake'
import { calls, refuseNext } from '../fakeCall'

const preview = () => answer('roster_import_preview', {} as never, {}) as ImportPreview
const global = { stubs: { 'router-link': true } }

async function page() {
  const wrapper = mount(ImportPage, { attachTo: document.body, global })
  const press = async (label: string) => {
    const button = wrapper.findAll('button').find((one) => one.text() === label)
    if (!button) throw new Error(`no button 「${label}」`)
    await button.trigger('click')
    await flushPromises()
  }
  return { wrapper, press }
}

beforeEach(() => {
  calls.length = 0
  document.body.innerHTML = ''
})

describe('what an import would do', () => {
  it('is sorted so that every row stands under one heading', () => {
    const tabs = importTabs(preview())
    expect(tabs.added).toHaveLength(43)
    expect(tabs.updated).toHaveLength(1)
    expect(tabs.unchanged).toBe(3)
    expect(tabs.refused).toHaveLength(1)
    const updated = new Set(tabs.updated.map(({ row }) => row))
    expect(tabs.added.some(({ row }) => updated.has(row))).toBe(false)
  })

  it('several doubts about one row stand at that row', () => {
    const both = preview()
    both.warned.push({ ...both.warned[0]!, code: 'birth_differs', field: 'birth' })
    const doubtful = importTabs(both).doubtful
    expect(doubtful).toHaveLength(2)
    expect(doubtful[0]!.notes.map(({ code }) => code)).toEqual(['sex_differs', 'birth_differs'])
  })

  it('counts what is left after the secretary left rows out', () => {
    expect(rowsToStore(preview(), [4, 5])).toBe(42)
  })
})

describe('the import wizard', () => {
  it('shows the tabs with their numbers and what is wrong with a row', async () => {
    const { wrapper, press } = await page()
    await press('选文件…')
    await press('下一步：逐行核对')
    for (const label of ['新增 43', '更新 1', '相同 3', '存疑 2', '不能导入 1']) expect(wrapper.text()).toContain(label)
    await press('不能导入 1')
    expect(wrapper.text()).toContain('公民身份号码的校验位不对')
  })

  it('stores exactly what was looked at, without the rows left out', async () => {
    const { wrapper, press } = await page()
    await press('选文件…')
    await press('下一步：逐行核对')
    await wrapper.get('input[type=checkbox]').setValue(false)
    await press('导入 43 人')
    const request = calls.find((call) => call.name === 'roster_import')!.request as ImportRequest
    expect(request).toMatchObject({ digest: 'd1', sheet: '党员信息', skip_rows: [4] })
    expect(wrapper.text()).toContain('导入完成')
  })

  it('reads the file again when a column is assigned by hand', async () => {
    const { wrapper, press } = await page()
    await press('选文件…')
    await wrapper.get('select[aria-label="序号 对应到"]').setValue('note')
    await flushPromises()
    const request = calls.at(-1)!.request as ImportPreviewRequest
    expect(request.mapping).toEqual({ 0: 'note' })
  })

  it('says what is wrong with a file and stays at the first step', async () => {
    const { wrapper, press } = await page()
    refuseNext('roster_import_preview', { message: '这个文件设了密码，不能读取。', hint: '请先在表格程序里取消密码' })
    await press('选文件…')
    expect(wrapper.get('[data-test=problem]').text()).toContain('这个文件设了密码')
    expect(wrapper.text()).toContain('选一个名册文件')
  })
})
