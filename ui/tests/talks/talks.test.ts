import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import TalksPage from '@/features/talks/TalksPage.vue'
import type { TalkRecord } from '@/ipc/types'
import { calls, refuseNext } from '../fakeCall'
import { TODAY } from '../fakes/made'

const stubs = { 'router-link': { template: '<a><slot /></a>' } }
const last = (name: string) => calls.filter((call) => call.name === name).at(-1)?.request

async function page(address = '/') {
  const routes = [{ path: '/', component: TalksPage }]
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push(address)
  const wrapper = mount(TalksPage, { attachTo: document.body, global: { stubs, plugins: [router] } })
  await flushPromises()
  return wrapper
}

async function press(wrapper: VueWrapper, text: string) {
  await wrapper
    .findAll('button')
    .find((button) => button.text() === text)!
    .trigger('click')
  await flushPromises()
}

async function save(wrapper: VueWrapper) {
  await wrapper.get('form').trigger('submit')
  await flushPromises()
}

describe('the page of talks', () => {
  it('lists the talks of this year, newest first', async () => {
    const wrapper = await page()
    expect(last('talk_year')).toEqual({ year: 2026 })
    expect(wrapper.findAll('.talk strong').map((talk) => talk.text())).toEqual(['赵建国 与 孙志强', '赵建国 与 钱伟'])
  })

  it('opens the year that is asked for', async () => {
    await page('/?year=2025')
    expect(last('talk_year')).toEqual({ year: 2025 })
  })

  it('says of a year without talks how to begin', async () => {
    const wrapper = await page()
    await wrapper.get('[aria-label=上一年]').trigger('click')
    await flushPromises()
    expect(last('talk_year')).toEqual({ year: 2025 })
    expect(wrapper.get('[data-test=empty]').text()).toContain('这一年还没有谈话记录')
  })

  it('corrects a talk as it was entered', async () => {
    const wrapper = await page()
    await press(wrapper, '修改')
    await save(wrapper)
    expect(last('talk_save')).toEqual({
      id: 2,
      held_on: '2026-11-10',
      first: 1,
      second: 3,
      place: '协会三楼会议室',
      content: '',
    })
  })

  it('says at its field why a talk was refused', async () => {
    const wrapper = await page()
    await press(wrapper, '登记谈话')
    refuseNext('talk_save', { fields: [{ field: 'second', message: '谈话的双方不能是同一个人' }] })
    await save(wrapper)
    expect(wrapper.get('.faulty').text()).toContain('谈话的双方不能是同一个人')
  })

  it('says why a talk could not be deleted', async () => {
    const wrapper = await page()
    refuseNext('talk_delete', { message: '找不到这次谈话，可能已被删除' })
    await press(wrapper, '删除')
    expect(wrapper.get('[data-test=problem]').text()).toContain('找不到这次谈话')
  })

  it('starts a talk with whoever has had none, today, and then no longer names him', async () => {
    const wrapper = await page()
    await press(wrapper, '李晓燕')
    wrapper.getComponent({ name: 'MemberSelect' }).vm.$emit('update:modelValue', 1)
    await save(wrapper)
    expect(last('talk_save') as TalkRecord).toMatchObject({ id: null, held_on: TODAY, first: 1, second: 4 })
    expect(wrapper.get('[aria-label=还没有谈话的]').text()).not.toContain('李晓燕')
    expect(wrapper.find('form').exists()).toBe(false)
  })
})
