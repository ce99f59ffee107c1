import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import DuesPage from '@/features/dues/DuesPage.vue'
import { place } from '@/features/dues/place'
import { duesYear } from '@/ipc/commands'
import { answerNext, calls } from '../fakeCall'
import { BEHIND, PARTLY, resetDues, UNSET, WAIVED } from '../fakes/dues'
import { finding } from '../fakes/made'
import { last, openPage, press } from '../hand'
import { openTable } from './table'

const asked = { year: 2026, search: '', lacking: false, page: 0 }

beforeEach(() => {
  calls.length = 0
  resetDues()
  document.body.innerHTML = ''
})

describe('the page of dues', () => {
  it('says of each month in words how it stands, and reads it out whole', async () => {
    const { cell, seen, said } = await openTable()
    const texts = [seen(1, 1), seen(1, 12), seen(BEHIND, 7), seen(PARTLY, 9), seen(WAIVED, 1), seen(UNSET, 1)]
    expect(texts).toEqual(['15.00', '15.00', '欠 15.00', '10.00 欠 5.00', '免交', '未核定'])
    expect(cell(1, 12).find('.muted').exists()).toBe(true)
    expect(said(BEHIND, 7)).toMatch(/ 7月 应交 15\.00 元 实交 0 元 欠交$/)
    expect(said(WAIVED, 1)).toMatch(/ 1月 免交$/)
  })

  it('sums up the months, the quarters and the year', async () => {
    const { wrapper } = await openTable()
    const { months, quarters } = await duesYear(asked)
    expect(wrapper.findAll('[data-test=month-sum]')).toHaveLength(12)
    expect(wrapper.findAll('[data-test=month-sum]')[8]!.text()).toBe('640.00660.00')
    expect(months[8]).toMatchObject({ paid: 64_000, owed: 66_000 })
    expect(wrapper.findAll('[data-test=quarter-sum]')[2]!.text()).toContain('1,930.00 / 1,980.00')
    expect(quarters[2]).toMatchObject({ paid: 193_000 })
    expect(wrapper.get('[data-test=figures]').text()).toContain('应交 7,845.00 元')
    expect(wrapper.get('[data-test=without-base]').text()).toBe('没有核定基数的 1 人')
  })

  it('shows who is behind, whom a name means, and another year', async () => {
    const wrapper = await openPage(DuesPage)
    await wrapper.get('[data-test=lacking]').trigger('click')
    expect(last('dues_year')).toEqual({ ...asked, lacking: true })
    await wrapper.get('[aria-label=查找党员]').setValue(' 没有这个人')
    await flushPromises()
    expect(last('dues_year')).toEqual({ ...asked, lacking: true, search: '没有这个人' })
    expect(wrapper.get('[data-test=empty]').text()).toContain('没有欠交党费的党员')
    await press(wrapper, '上一年')
    expect(last('dues_year')).toMatchObject({ year: 2025 })
  })

  it('leads on page by page where there are many', async () => {
    answerNext('dues_year', { ...(await duesYear(asked)), total: 450 })
    const wrapper = await openPage(DuesPage)
    expect(wrapper.get('[data-test=pager]').text()).toContain('第 1 页，共 3 页（450 人）')
    await press(wrapper, '下一页')
    expect(last('dues_year')).toEqual({ ...asked, page: 1 })
  })

  it('says what comes first where nobody has a base', async () => {
    const year = await duesYear(asked)
    const rows = year.rows.map((row) => ({ ...row, base: null, paid: 0 }))
    answerNext('dues_year', { ...year, rows, whole: { owed: 0, paid: 0, owing: 0, settled: 0 } })
    const wrapper = await openPage(DuesPage)
    expect(wrapper.get('[data-test=empty] a').attributes('href')).toBe('/dues/bases')
    expect(wrapper.find('table').exists()).toBe(false)
  })

  it('prints what was collected in this month, or in another stretch, and exports the year', async () => {
    const wrapper = await openPage(DuesPage)
    const paper = () => wrapper.getComponent({ name: 'PaperDialog' }).props('paper')
    await press(wrapper, '打印…')
    await press(wrapper.get('[data-test=print-menu]'), '收缴登记表…')
    expect(paper()).toEqual({ room: 'dues', kind: 'dues_register', from: '2026-11', to: '2026-11' })
    await press(wrapper, '打印…')
    await wrapper.get('[aria-label=哪一段时间]').setValue('14')
    await press(wrapper.get('[data-test=print-menu]'), '收缴登记表…')
    expect(paper()).toEqual({ room: 'dues', kind: 'dues_register', from: '2026-07', to: '2026-09' })
    await press(wrapper, '打印…')
    await press(wrapper.get('[data-test=print-menu]'), '2026年公布表…')
    expect(paper()).toEqual({ room: 'dues', kind: 'dues_publication_sheet', year: 2026 })
    await press(wrapper, '导出表格…')
    expect(last('dues_export')).toEqual({ year: 2026, file: 'f1' })
  })
})

it.each([
  ['somebody', finding('F10', 'late', '', 'dues', 7), '/dues?member=7'],
  ['somebody without a base', finding('F08', 'due', '', 'dues', 7), '/dues?member=7'],
  ['the bases of a year', finding('F08', 'due', '', 'dues', null), '/dues/bases'],
  ['the publication', finding('F13', 'late', '', 'dues', null), '/dues/ledger'],
  ['this month', finding('F10', 'due', '', 'dues', null), '/dues'],
])('a finding about %s leads to the very place', (_, about, way) => expect(place.findings?.dues?.(about)).toBe(way))
