import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { routes } from '@/app/router'
import AttendancePage from '@/features/meetings/attendance/AttendancePage.vue'
import NoticeForm from '@/features/meetings/papers/NoticeForm.vue'
import type { AttendanceRangeQuery } from '@/ipc/types'
import PaperPreview from '@/shared/papers/PaperPreview.vue'
import { answerNext, calls, refuseNext } from '../fakeCall'
import { recorded } from '../recorded'

const requests = <T>(name: string) => calls.filter((call) => call.name === name).map((call) => call.request as T)

beforeEach(() => {
  calls.length = 0
  document.body.innerHTML = ''
  URL.createObjectURL ??= () => 'blob:page'
  URL.revokeObjectURL ??= () => undefined
})

describe('attendance over a period', () => {
  async function page(address = '/meetings/attendance') {
    const router = createRouter({ history: createMemoryHistory(), routes })
    await router.push(address)
    const wrapper = mount(AttendancePage, { attachTo: document.body, global: { plugins: [router] } })
    await flushPromises()
    await flushPromises()
    return { wrapper, router }
  }
  const quarter = () => recorded('attendance_range', { from: '2026-10-01', to: '2026-12-31', kind: null })
  const asked = () => requests<AttendanceRangeQuery>('attendance_range').at(-1)

  it('begins with the running quarter and shows one mark for each meeting', async () => {
    const range = quarter()
    Object.assign(range.rows[1]!, { away_months: 6, away_too_long: true })
    answerNext('attendance_range', range)
    const { wrapper } = await page()
    expect(asked()).toEqual({ from: '2026-10-01', to: '2026-12-31', kind: null })
    const line = wrapper.findAll('.range tbody tr')[1]!
    expect(line.findAll('td').map((cell) => cell.text())).toEqual([
      '0%',
      expect.stringContaining('连续缺席 6 个月'),
      '假',
      '缺',
      '缺',
      '3',
      '0',
      '1',
      '2',
      '10月8日 因公出差',
    ])
    expect(line.text()).toContain('连续三次未到')
    expect(wrapper.findAll('.range tbody tr')[2]!.text()).toContain('已离开支部')
  })

  it('keeps the period and the kind in the address', async () => {
    const { wrapper, router } = await page('/meetings/attendance?by=year&from=2025-01-01&to=2025-12-31&kind=general')
    expect(asked()).toEqual({ from: '2025-01-01', to: '2025-12-31', kind: 'general' })
    await wrapper.find('[aria-label=下一段]').trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.query).toMatchObject({ from: '2026-01-01', to: '2026-12-31', kind: 'general' })
  })

  it('says what to do where nothing was recorded, and finds nobody by another name', async () => {
    answerNext('attendance_range', { ...quarter(), meetings: [] })
    const { wrapper } = await page('/meetings/attendance?from=2026-10-01&to=2026-12-31')
    expect(wrapper.text()).toContain('去登记到会')
    const other = (await page()).wrapper
    await other.find('[aria-label=查找党员]').setValue('查无此人')
    expect(other.text()).toContain('没有找到这样的党员')
  })

  it('says at once why a period cannot be', async () => {
    refuseNext('attendance_range', { fields: [{ field: 'to', message: '结束日期早于开始日期' }] })
    const { wrapper } = await page('/meetings/attendance?by=days&from=2026-10-02&to=2026-10-01')
    expect(wrapper.text()).toContain('结束日期早于开始日期')
  })

  it('exports what it shows', async () => {
    const { wrapper } = await page()
    await wrapper.find('[data-test=attendance-export]').trigger('click')
    await flushPromises()
    expect(requests('attendance_export')).toEqual([
      { query: { from: '2026-10-01', to: '2026-12-31', kind: null }, file: 'f1' },
    ])
  })
})

it('saves a paper as Word only where it has that form', async () => {
  const wrapper = mount(PaperPreview, {
    props: { paper: { room: 'shared', kind: 'minutes', meeting: 1, photos: false } },
  })
  await flushPromises()
  await wrapper.find('[data-test=save-docx]').trigger('click')
  await flushPromises()
  expect(requests('paper_save')).toEqual([
    { paper: { room: 'shared', kind: 'minutes', meeting: 1, photos: false }, format: 'docx', file: 'f1' },
  ])
  const sheet = mount(PaperPreview, { props: { paper: { room: 'meetings', kind: 'sign_in_sheet', meeting: 1 } } })
  await flushPromises()
  expect(sheet.find('[data-test=save-docx]').exists()).toBe(false)
})

it('says beside the pages whose character leaves a box', async () => {
  const gap = '“陈□”里的一个字（U+F6A1）没有字体能印，留了空框，请手写补上'
  answerNext('paper_preview', {
    title: '签到表',
    pages: ['<svg/>'],
    total: 1,
    word: false,
    rooms: ['meetings'],
    gaps: [gap],
  })
  const sheet = mount(PaperPreview, { props: { paper: { room: 'meetings', kind: 'sign_in_sheet', meeting: 1 } } })
  await flushPromises()
  expect(sheet.find('[data-test=paper-gaps]').text()).toBe(gap)
})

it('saves what only the notice says', async () => {
  const wrapper = mount(NoticeForm, { props: { meeting: 3 } })
  await flushPromises()
  await wrapper.find('textarea').setValue('请带党章')
  await wrapper.find('form').trigger('submit')
  await flushPromises()
  expect(requests('meeting_notice_save')).toEqual([{ meeting: 3, addressee: '', wishes: '请带党章', issued_on: null }])
})
