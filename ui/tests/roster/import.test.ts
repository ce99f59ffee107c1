import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import ImportPage from '@/features/roster/import/ImportPage.vue'
import ImportReview from '@/features/roster/import/ImportReview.vue'
import { importTabs, quietNotes, rowsToStore } from '@/features/roster/import/importTabs'
import type { ImportPreview, ImportPreviewRequest, ImportRequest } from '@/ipc/types'
import { mayLeave, question } from '@/shared/forms/unsaved'
import { announce } from '@/shared/session/changes'
import { answer } from '../fake'
import { answerNext, calls, refuseNext } from '../fakeCall'

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

it('who was ticked is not lost by going away unasked; nothing of it can be saved by half', async () => {
  const doubtful = preview()
  doubtful.doubtful = [9]
  doubtful.warned[0] = { ...doubtful.warned[0]!, code: 'possible_duplicate', field: 'name', row: 9 }
  answerNext('roster_import_preview', doubtful)
  const { wrapper, press } = await page()
  await press('选文件…')
  expect(await mayLeave()).toBe(true)
  wrapper.getComponent(ImportReview).vm.$emit('update:skipped', [])
  const leaving = mayLeave()
  await flushPromises()
  expect(question.value).toMatchObject({ labels: ['导入名册'], canSave: false })
  question.value?.answer('stay')
  expect(await leaving).toBe(false)
  wrapper.unmount()
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

  it('what is masked about a known member is nothing odd, about somebody new it is', () => {
    const masked = preview()
    masked.warned = [4, 6].map((row) => ({ row, name: '某', code: 'masked', message: '遮盖过', field: 'id_number' }))
    masked.doubtful = [4]
    expect(importTabs(masked).doubtful.map(({ row }) => row.row)).toEqual([4])
    expect(quietNotes(masked).masked.get(6)).toHaveLength(1)
  })

  it('counts what is left after the secretary left rows out', () => {
    expect(rowsToStore(preview(), [4, 5])).toBe(42)
  })
})

describe('the import wizard', () => {
  it('shows the tabs with their numbers and what is wrong with a row', async () => {
    const { wrapper, press } = await page()
    await press('选文件…')
    for (const label of ['新增 43', '更新 1', '相同 3', '存疑 2', '不能导入 1']) expect(wrapper.text()).toContain(label)
    await press('不能导入 1')
    expect(wrapper.text()).toContain('公民身份号码的校验位不对')
  })

  it('says on the same page what was understood of the file', async () => {
    const { wrapper, press } = await page()
    const shown = preview()
    shown.columns[1]!.header = '党员姓名'
    shown.columns.push({ index: 8, header: '转出时间', field: null, example: '2025-03-01', watched: true })
    shown.notes = ['第 48 至 52 行是另一张表，没有读入']
    answerNext('roster_import_preview', shown)
    await press('选文件…')
    const understood = wrapper.get('[data-test=understood]').text()
    for (const said of [
      '表头在第 3 行',
      '第 4 至 47 行',
      '姓名 ← 党员姓名',
      '用来看谁已离开：转出时间',
      '没有导入：序号',
    ])
      expect(understood).toContain(said)
    expect(wrapper.get('[data-test=import-notes]').text()).toContain('第 48 至 52 行是另一张表')
    expect(wrapper.text()).toContain('新增 43')
  })

  it('names a column of telephones that is left out on a line of its own', async () => {
    const { wrapper, press } = await page()
    const shown = preview()
    shown.columns.push({ index: 8, header: '家属联系电话', field: null, example: '', watched: false })
    shown.columns.push({ index: 9, header: '短号', field: null, example: '138 0000 1234', watched: false })
    answerNext('roster_import_preview', shown)
    await press('选文件…')
    expect(wrapper.get('[data-test=telephones-left-out]').text()).toContain('家属联系电话、短号')
    expect(wrapper.get('[data-test=telephones-left-out]').text()).not.toContain('序号')
  })

  it('shows telephone, education, address and the whole id number of each row', async () => {
    const { wrapper, press } = await page()
    const shown = preview()
    shown.details[0] = { ...shown.details[0]!, mobile: '13800001234', education: '大学本科', address: '幸福路 1 号' }
    answerNext('roster_import_preview', shown)
    await press('选文件…')
    const first = wrapper.findAll('tbody tr')[0]!.text()
    for (const said of ['13800001234', '大学本科', '幸福路 1 号', shown.accepted[0]!.id_number!])
      expect(first).toContain(said)
  })

  it('stays with the columns as long as none holds the name', async () => {
    const { wrapper, press } = await page()
    const shown = preview()
    shown.columns[1]!.field = null
    answerNext('roster_import_preview', shown)
    await press('选文件…')
    expect(wrapper.text()).toContain('还没有一栏对应到「姓名」')
    await wrapper.get('select[aria-label="姓名 对应到"]').setValue('name')
    await flushPromises()
    await press('对好了，看名单')
    expect(wrapper.text()).toContain('新增 43')
  })

  it('stores exactly what was looked at, without the rows left out', async () => {
    const { wrapper, press } = await page()
    await press('选文件…')
    await wrapper.get('input[type=checkbox]').setValue(false)
    await press('导入 43 人')
    const request = calls.find((call) => call.name === 'roster_import')!.request as ImportRequest
    expect(request).toMatchObject({ digest: 'd1', sheet: '党员信息', skip_rows: [4] })
    expect(wrapper.text()).toContain('导入完成')
  })

  it('reads the file again when a column is assigned by hand', async () => {
    const { wrapper, press } = await page()
    await press('选文件…')
    await press('改栏目和表头…')
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

  it('lets the secretary say which row is the header, from the beginning', async () => {
    const { wrapper, press } = await page()
    await press('选文件…')
    await press('改栏目和表头…')
    await wrapper.get('select[aria-label="序号 对应到"]').setValue('note')
    await flushPromises()
    const header = wrapper.get('select[aria-label="表头在哪一行"]')
    expect((header.element as HTMLSelectElement).selectedOptions[0]!.text).toContain('第 3 行')
    await header.setValue('1')
    await flushPromises()
    expect(calls.at(-1)!.request).toMatchObject({ header_row: 1, mapping: {} })
  })

  it('goes on where no row looks like a header', async () => {
    const { wrapper, press } = await page()
    refuseNext('roster_import_preview', { code: 'no_name_column', message: '没有找到“姓名”一栏' })
    await press('选文件…')
    await press('自己指定表头和姓名栏')
    expect(calls.at(-1)!.request).toMatchObject({ header_row: 1 })
    expect(wrapper.text()).toContain('名单：第 4 至 47 行')
  })

  it('says that columns are assigned as last time and goes back to the automatic assignment', async () => {
    const { wrapper, press } = await page()
    answerNext('roster_import_preview', { ...preview(), remembered: true })
    await press('选文件…')
    expect(wrapper.text()).toContain('已按上次的对应方式')
    await press('改回自动对应')
    expect(calls.at(-1)!.request).toMatchObject({ automatic: true, mapping: {} })
    expect(wrapper.text()).not.toContain('已按上次的对应方式')
  })

  it('leaves out who may be in the roster already until ticked', async () => {
    const { wrapper, press } = await page()
    const doubtful = preview()
    doubtful.doubtful = [9]
    doubtful.warned[0] = { ...doubtful.warned[0]!, code: 'possible_duplicate', field: 'name' }
    answerNext('roster_import_preview', doubtful)
    await press('选文件…')
    expect(wrapper.text()).toContain('导入 43 人')
    await press('存疑 2')
    expect(wrapper.text()).toContain('先不导入')
    await wrapper.get('input[type=checkbox]').setValue(true)
    expect(wrapper.text()).toContain('导入 44 人')
  })

  it('shows how a cell is kept under it', async () => {
    const { wrapper, press } = await page()
    const shown = preview()
    shown.normalized = [
      { row: 4, field: 'name', written: '赵 建国', kept: '赵建国' },
      { row: 4, field: 'mobile', written: '１３８', kept: '138' },
    ]
    answerNext('roster_import_preview', shown)
    await press('选文件…')
    expect(wrapper.text()).toContain('原为「赵 建国」')
    expect(wrapper.text()).toContain('原为「１３８」')
  })

  it('saves the rows that did not come in, those left out too', async () => {
    const { wrapper, press } = await page()
    await press('选文件…')
    await wrapper.get('input[type=checkbox]').setValue(false)
    await press('导入 43 人')
    await press('导出问题行…')
    const save = calls.find((call) => call.name === 'roster_import_problems_save')!
    expect(save.request).toMatchObject({ digest: 'd1', skip_rows: [4], to: 'f1' })
  })

  it('takes the import back, and nothing else once there is a newer step', async () => {
    const stored = async () => {
      const { wrapper, press } = await page()
      await press('选文件…')
      await press('导入 44 人')
      return { wrapper, press }
    }
    const { wrapper, press } = await stored()
    await press('撤销整次导入')
    expect(calls.filter(({ name }) => name === 'undo')).toHaveLength(1)
    expect(wrapper.text()).toContain('导入 44 人')

    wrapper.unmount()
    const again = await stored()
    announce({ value: null, changes: ['roster'], undo: null })
    await flushPromises()
    expect(again.wrapper.text()).not.toContain('撤销整次导入')
    expect(again.wrapper.text()).toContain('请用「撤销」一步一步来')
  })

  it('offers nothing to take back when the file changed nothing', async () => {
    const { wrapper, press } = await page()
    await press('选文件…')
    answerNext('roster_import', { value: { ...preview(), accepted: [] }, changes: [], undo: null })
    await press('导入 44 人')
    expect(wrapper.text()).not.toContain('撤销整次导入')
  })
})
