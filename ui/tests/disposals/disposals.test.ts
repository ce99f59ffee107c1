import { beforeEach, describe, expect, it } from 'vitest'
import DisposalsPage from '@/features/disposals/DisposalsPage.vue'
import MeetingChoice from '@/shared/fields/MeetingChoice.vue'
import { answerNext, calls, refuseNext } from '../fakeCall'
import { last, openPage, press, submit } from '../hand'

beforeEach(() => {
  calls.length = 0
})

describe('disposals', () => {
  it('are listed with what they are about and until when', async () => {
    const wrapper = await openPage(DisposalsPage, '/', { id: null })
    expect(wrapper.text()).toContain('限期改正连续几个月没有参加组织生活改正到2027年1月1日为止')
    expect(wrapper.text()).toContain('不会改动任何人的党籍和名册')
  })

  it('say what the page is for as long as there is none', async () => {
    answerNext('disposal_list', [])
    const wrapper = await openPage(DisposalsPage, '/', { id: null })
    expect(wrapper.text()).toContain('没有组织处置的记录')
  })

  it('are opened from a line of the home page, and ended with a day', async () => {
    const wrapper = await openPage(DisposalsPage, '/', { id: 1 })
    await wrapper.get('[data-test=outcome]').setValue('corrected')
    refuseNext('disposal_save', { fields: [{ field: 'ended_on', message: '结果和结束的日期请一起填写' }] })
    await submit(wrapper)
    expect(wrapper.get('.field-error').text()).toContain('一起填写')
    expect(last('disposal_save')).toMatchObject({ id: 1, outcome: 'corrected', ended_on: null, filed_on: '2026-06-20' })
  })

  it('take the day of the general meeting that is chosen', async () => {
    const wrapper = await openPage(DisposalsPage, '/', { id: null })
    await press(wrapper, '登记处置')
    const choice = wrapper.getComponent(MeetingChoice)
    expect(choice.props('kinds')).toEqual(['general'])
    choice.vm.$emit('update:modelValue', 1)
    choice.vm.$emit('choose', { id: 1, at: '2026-11-20T14:30:00' })
    await submit(wrapper)
    expect(last('disposal_save')).toMatchObject({ meeting: 1, decided_on: '2026-11-20' })
  })

  it('have a term only where something is to be corrected', async () => {
    const wrapper = await openPage(DisposalsPage, '/', { id: null })
    await press(wrapper, '登记处置')
    expect(wrapper.text()).toContain('改正的期限')
    await wrapper.get('[data-test=kind]').setValue('striking_off')
    expect(wrapper.text()).not.toContain('改正的期限')
    await submit(wrapper)
    expect(last('disposal_save')).toMatchObject({ id: null, kind: 'striking_off', term_to: null })
  })
})
