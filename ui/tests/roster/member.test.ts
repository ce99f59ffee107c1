import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import MemberFacts from '@/features/roster/member/MemberFacts.vue'
import MemberForm from '@/features/roster/member/MemberForm.vue'
import MemberTimeline from '@/features/roster/member/MemberTimeline.vue'
import type { MemberRecord, MemberRequest, MemberView } from '@/ipc/types'
import { answer } from '../fake'
import { calls, refuseNext } from '../fakeCall'

const view = () => answer('member_get', { id: 2, reveal: true } as never, {}) as MemberView
// Element's lists measure themselves, which takes its time without a real page.
const global = { stubs: { 'router-link': true, ElSelect: true, ElDatePicker: true } }

async function form(member: MemberRecord | null, field: string | null = null) {
  const wrapper = mount(MemberForm, {
    attachTo: document.body,
    global,
    props: { before: member, today: '2026-11-23', field },
  })
  await flushPromises()
  const fill = (name: string, text: string) => wrapper.get(`[data-field="${name}"] input`).setValue(text)
  const submit = async () => {
    await wrapper.get('form').trigger('submit')
    await flushPromises()
  }
  const press = async (label: string) => {
    await wrapper
      .findAll('button')
      .find((button) => button.text() === label)!
      .trigger('click')
    await flushPromises()
  }
  return { wrapper, fill, submit, press }
}
const sent = () => calls.filter(({ name }) => name === 'member_save').at(-1)?.request as MemberRequest

beforeEach(() => {
  calls.length = 0
  document.body.innerHTML = ''
})

describe('the form of a member', () => {
  it('goes to the very field that is missing', async () => {
    await form(view().member, 'address')
    const place = document.activeElement
    expect([place?.tagName, place?.closest('[data-field]')?.getAttribute('data-field')]).toEqual(['INPUT', 'address'])
  })

  it('has a place for every field that no rule reads', async () => {
    const { wrapper } = await form(view().member)
    for (const field of ['native_place', 'taiwanese', 'degree', 'work_began', 'other_phones'])
      expect(wrapper.find(`[data-field="particulars.${field}"]`).exists(), field).toBe(true)
  })

  it('keeps what was typed into a field with suggestions', async () => {
    const { fill, submit } = await form(view().member)
    await fill('particulars.degree', '双学士')
    await submit()
    expect(sent().record.particulars).toEqual({ degree: '双学士' })
  })

  it('asks from when a changed group holds, and sends today when nothing else is written', async () => {
    const { wrapper, fill, submit } = await form(view().member)
    expect(wrapper.find('[data-test=changed]').exists()).toBe(false)
    await fill('party_group', '第九党小组')
    expect(wrapper.get('[data-test=changed]').text()).toContain('党小组')
    await fill('changed_why', '调整分组')
    await submit()
    expect(sent()).toMatchObject({
      record: { party_group: '第九党小组' },
      changed: { since: '2026-11-23', why: '调整分组' },
    })
  })

  it('asks who is meant when the name is there already, and adds only when told so', async () => {
    const { name } = view().member
    const { wrapper, fill, submit, press } = await form(null)
    await fill('name', name)
    refuseNext('member_save', { code: 'possible_duplicate' })
    await submit()
    expect(sent().confirmed_duplicate).toBe(false)
    await press('打开已有的')
    expect(wrapper.emitted('show')?.[0]).toEqual([2])
    await press('不是同一个人，仍然添加')
    expect(sent().confirmed_duplicate).toBe(true)
    expect(wrapper.emitted('saved')).toHaveLength(1)
  })
})

describe('the page of a member', () => {
  it('names what is missing, and one click leads to it', async () => {
    const wrapper = mount(MemberFacts, {
      global,
      props: { view: { ...view(), missing: ['address'] }, idNumber: null },
    })
    await flushPromises()
    await wrapper.get('[data-test=missing] button').trigger('click')
    expect(wrapper.emitted('edit')).toEqual([['address']])
  })
})

describe('the timeline of a member', () => {
  const gone = async () => {
    await answer('member_leave', { id: 4, on: '2026-10-10', how: 'deceased', reason: '' } as never, {})
    const view = answer('member_get', { id: 4, reveal: false } as never, {}) as MemberView
    const wrapper = mount(MemberTimeline, { attachTo: document.body, global, props: { view } })
    await flushPromises()
    return wrapper
  }

  it('lets a leaving that was entered wrong be corrected', async () => {
    const wrapper = await gone()
    await wrapper.get('[aria-label="更正：离开本支部（去世）"]').trigger('click')
    await wrapper.get('[data-field="reason"] input').setValue('病故')
    refuseNext('member_stay_save', { fields: [{ field: 'on', message: '日期在今天以后' }] })
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(wrapper.get('.field-error').text()).toBe('日期在今天以后')
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(calls.at(-1)).toEqual({
      name: 'member_stay_save',
      request: {
        member: 4,
        stay: 0,
        event: { event: 'left', on: '2026-10-10', how: 'deceased', reason: '病故' },
        why: '',
      },
    })
    expect(wrapper.find('form').exists()).toBe(false)
  })

  it('takes one out that never was', async () => {
    const wrapper = await gone()
    await wrapper.get('[aria-label="删去：离开本支部（去世）"]').trigger('click')
    await flushPromises()
    expect(calls.at(-1)).toMatchObject({ name: 'member_stay_delete', request: { member: 4, stay: 0 } })
  })
})
