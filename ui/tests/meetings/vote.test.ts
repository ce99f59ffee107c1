import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { likelyMotion } from '@/features/meetings/votes/motion'
import VoteForm from '@/features/meetings/votes/VoteForm.vue'
import { meetingGet } from '@/ipc/commands'
import type { MotionKind, Vote } from '@/ipc/types'
import { calls } from '../fakeCall'

beforeEach(() => {
  calls.length = 0
  document.body.innerHTML = ''
})

const MOTIONS: MotionKind[] = ['ordinary', 'admission', 'conversion', 'election']

async function form(motions = MOTIONS) {
  const meeting = await meetingGet(4)
  const needs = motions.map((motion) => ({
    motion,
    present_needed: 1,
    votes_needed: 1,
    may_start: true,
    sentence: '',
  }))
  const wrapper = mount(VoteForm, {
    props: { meeting: { ...meeting, needs }, vote: null },
    attachTo: document.body,
  })
  await flushPromises()
  const saved = async () => {
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    return calls.filter((call) => call.name === 'vote_save').at(-1)?.request as Vote
  }
  const type = (subject: string) => wrapper.get('[data-field=subject] input').setValue(subject)
  return { wrapper, saved, type }
}

describe('a vote', () => {
  it.each<[string, MotionKind]>([
    ['接收李四为预备党员', 'admission'],
    ['同意李四按期转正', 'conversion'],
    ['延长李四预备期半年', 'conversion'],
    ['选举张三为支部书记', 'election'],
    ['通过选举办法', 'ordinary'],
    ['选举工作方案', 'ordinary'],
    ['讨论接收捐赠', 'ordinary'],
    ['推荐李四为发展对象', 'ordinary'],
    ['李四转为中共正式党员', 'conversion'],
  ])('on %s is most likely of the kind %s', (subject, motion) => expect(likelyMotion(subject)).toBe(motion))

  it('takes the motion from what is typed, and is then secret', async () => {
    const { saved, type } = await form()
    await type('接收李四为预备党员')
    expect(await saved()).toMatchObject({ motion: 'admission', ballot: 'secret' })
    await type('通过计划')
    expect(await saved()).toMatchObject({ motion: 'ordinary', ballot: 'hands' })
  })

  it('leaves the choice of somebody who made one, and what does not fit the meeting', async () => {
    const { wrapper, saved, type } = await form()
    wrapper.getComponent({ name: 'ElSelect' }).vm.$emit('update:modelValue', 'conversion')
    wrapper.getComponent({ name: 'ElSelect' }).vm.$emit('change', 'conversion')
    await type('接收李四为预备党员')
    expect(await saved()).toMatchObject({ motion: 'conversion', ballot: 'secret' })
    const other = await form(['ordinary'])
    await other.type('接收李四为预备党员')
    expect(await other.saved()).toMatchObject({ motion: 'ordinary' })
  })

  it('does not offer a show of hands for an election', async () => {
    const { wrapper, type } = await form()
    await type('选举支部书记')
    const hands = wrapper.get<HTMLInputElement>('[data-field=ballot] input[value=hands]')
    expect(hands.element.disabled).toBe(true)
  })
})
