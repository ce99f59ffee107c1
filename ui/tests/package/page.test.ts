import { beforeEach, describe, expect, it } from 'vitest'
import PackagePage from '@/features/package/PackagePage.vue'
import { answerNext, calls, refuseNext } from '../fakeCall'
import { material } from '../fakes/package'
import { last, openPage, press, submit } from '../hand'

beforeEach(() => {
  calls.length = 0
})

const names = (wrapper: Awaited<ReturnType<typeof openPage>>) =>
  wrapper.findAll('ol input[type=text]').map((input) => (input.element as HTMLInputElement).value)

describe('the package for an inspection', () => {
  it('says how many files there would be, and what is missing', async () => {
    const wrapper = await openPage(PackagePage, '/reports/package')
    expect(names(wrapper)).toEqual(['党支部基本情况', '支部党员大会', '签到表扫描件'])
    expect(wrapper.get('[data-test=make]').text()).toBe('整理 6 份到文件夹…')
    expect(wrapper.get('[data-test=lacks]').text()).toContain('没有签到表的扫描件')
    await wrapper.get('[aria-label=要支部党员大会] input').setValue(false)
    expect(wrapper.get('[data-test=make]').text()).toBe('整理 1 份到文件夹…')
  })

  it('is made in the order and under the names that were chosen, and keeps them', async () => {
    const wrapper = await openPage(PackagePage, '/reports/package')
    await wrapper.get('[aria-label=把支部党员大会往前移]').trigger('click')
    await wrapper.get('[aria-label=签到表扫描件的名称]').setValue('签到')
    const items = [
      { item: 'general', name: '', left_out: false },
      { item: 'about', name: '', left_out: false },
      { item: 'sign_in_scans', name: '签到', left_out: false },
    ]
    await submit(wrapper)
    expect(last('settings_save')).toMatchObject({ package: items, lock_after_minutes: 15 })
    expect(last('package_make')).toEqual({ from: '2026-01-01', to: '2026-11-23', items, folder: 'f1' })
    expect(wrapper.get('[data-test=made]').text()).toContain('6 份')
  })

  it('says why a folder is not taken', async () => {
    const wrapper = await openPage(PackagePage, '/reports/package')
    refuseNext('package_make', { message: '“资料”里已经有别的文件，没有放进任何东西' })
    await submit(wrapper)
    expect(wrapper.text()).toContain('没有放进任何东西')
    expect(wrapper.find('[data-test=made]').exists()).toBe(false)
  })

  it('looks at other years', async () => {
    const wrapper = await openPage(PackagePage, '/reports/package')
    answerNext('package_get', { ...material, items: [] })
    await press(wrapper, '近三年')
    expect(last('package_get')).toEqual({ from: '2024-01-01', to: '2026-11-23' })
  })
})
