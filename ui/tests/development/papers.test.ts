import { beforeEach, describe, expect, it } from 'vitest'
import AuditPage from '@/features/development/AuditPage.vue'
import DevelopmentPage from '@/features/development/DevelopmentPage.vue'
import FilePage from '@/features/development/FilePage.vue'
import type { DevelopmentPaper } from '@/ipc/types'
import { calls, refuseNext } from '../fakeCall'
import { resetDevelopment } from '../fakes/development'
import { last, openPage, press } from '../hand'

Element.prototype.scrollIntoView = () => {}

type Page = Awaited<ReturnType<typeof openPage>>
const shown = (wrapper: Page) => wrapper.findComponent({ name: 'PaperPreview' }).props('paper')
const paper = (one: DevelopmentPaper) => ({ room: 'development', ...one })

beforeEach(() => {
  calls.length = 0
  resetDevelopment()
})

describe('the papers of a file', () => {
  it.each<[string, DevelopmentPaper]>([
    ['申请入党阶段材料', { kind: 'package', file: 2, package: 'stage_1' }],
    ['预备党员转正阶段材料', { kind: 'package', file: 2, package: 'stage_5' }],
    ['报预审材料', { kind: 'package', file: 2, package: 'pre_examination' }],
    ['报审批材料', { kind: 'package', file: 2, package: 'approval' }],
    ['归档材料', { kind: 'package', file: 2, package: 'archive' }],
    ['入党志愿书填写对照', { kind: 'guide', file: 2 }],
    ['入党宣誓登记', { kind: 'form', file: 2, code: 'oath', entry: null }],
    ['批准结果通知和宣布记录', { kind: 'form', file: 2, code: 'announcement', entry: null }],
    ['情况说明', { kind: 'form', file: 2, code: 'explanation', entry: null }],
  ])('are chosen in a menu: %s', async (label, wanted) => {
    const wrapper = await openPage(FilePage, '/development/2', { id: 2 })
    await press(wrapper, '打印材料')
    await press(wrapper.get('[data-test=paper-menu]'), label)
    expect(wrapper.find('[data-test=paper-menu]').exists()).toBe(false)
    expect(shown(wrapper)).toEqual(paper(wanted))
  })
})

describe('the rosters of a year', () => {
  it('are of those who came to a stage in it', async () => {
    const wrapper = await openPage(DevelopmentPage)
    await press(wrapper, '名册')
    const menu = wrapper.get('[data-test=roster-menu]')
    expect(menu.text()).toContain('2026年')
    expect(menu.text()).toContain('转正党员名册')
    await press(menu, '上一年')
    await press(menu, '发展对象名册')
    expect(shown(wrapper)).toEqual(paper({ kind: 'roster', year: 2025, of: 'candidates' }))
  })
})

describe('an examination on paper', () => {
  it.each([null, 2])('is that of what is shown: %s', async (id) => {
    const wrapper = await openPage(AuditPage, '/development/audit', { id })
    await press(wrapper, '打印体检报告')
    expect(shown(wrapper)).toEqual(paper({ kind: 'audit', file: id }))
    await press(wrapper, '存为表格…')
    expect(last('development_audit_export')).toEqual({ file: id, to: 'f1' })
  })

  it('says why it could not be saved', async () => {
    const wrapper = await openPage(AuditPage, '/development/audit', { id: null })
    refuseNext('development_audit_export', { message: '这个文件正被别的程序打开' })
    await press(wrapper, '存为表格…')
    expect(wrapper.get('[data-test=problem]').text()).toContain('这个文件正被别的程序打开')
  })
})
