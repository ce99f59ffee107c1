import { beforeEach, describe, expect, it } from 'vitest'
import HandbookPage from '@/features/handbook/HandbookPage.vue'
import PaperPreview from '@/shared/papers/PaperPreview.vue'
import { answerNext, calls } from '../fakeCall'
import { handbook } from '../fakes/handbook'
import { last, openPage, press, submit } from '../hand'

beforeEach(() => {
  calls.length = 0
})

describe('the handbook', () => {
  it('lists its parts with their names and how much is recorded', async () => {
    const wrapper = await openPage(HandbookPage, '/reports/handbook')
    const names = wrapper.findAll('ol input[type=text]').map((input) => (input.element as HTMLInputElement).value)
    expect(names).toEqual(['党支部基本情况', '党员花名册', '谈心谈话'])
    expect(wrapper.text()).toContain('42 条')
    expect(wrapper.text()).toContain('没有登记')
  })

  it('is bound when it is asked for, and keeps what was chosen', async () => {
    const wrapper = await openPage(HandbookPage, '/reports/handbook')
    expect(wrapper.findComponent(PaperPreview).exists()).toBe(false)
    await wrapper.get('input[aria-label=党支部基本情况的名称]').setValue('支部概况')
    const [about, ...others] = handbook.parts
    answerNext('handbook_get', { ...handbook, parts: [{ ...about!, name: '支部概况' }, ...others] })
    await submit(wrapper)
    const parts = [
      { part: 'about', name: '支部概况', left_out: false },
      { part: 'roster', name: '党员花名册', left_out: false },
      { part: 'talks', name: '', left_out: true },
    ]
    expect(last('settings_save')).toMatchObject({ handbook: parts, lock_after_minutes: 15 })
    expect(wrapper.getComponent(PaperPreview).props('paper')).toMatchObject({
      kind: 'handbook',
      year: 2026,
      parts,
      photos: true,
    })
  })

  it('of another year is another book', async () => {
    const wrapper = await openPage(HandbookPage, '/reports/handbook')
    await submit(wrapper)
    expect(wrapper.findComponent(PaperPreview).exists()).toBe(true)
    await press(wrapper, '上一年')
    expect(last('handbook_get')).toEqual({ year: 2025 })
    expect(wrapper.findComponent(PaperPreview).exists()).toBe(false)
  })
})
