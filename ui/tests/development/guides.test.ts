import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it } from 'vitest'
import FilePage from '@/features/development/FilePage.vue'
import { developmentGet } from '@/ipc/commands'
import type { GuideRequest } from '@/ipc/types'
import { answerNext, calls, refuseNext } from '../fakeCall'
import { resetDevelopment } from '../fakes/development'
import { buttons, last, openPage, press, submit } from '../hand'

Element.prototype.scrollIntoView = () => {}

const file = (id: number) => openPage(FilePage, `/development/${id}`, { id })
type Page = Awaited<ReturnType<typeof file>>
const list = (wrapper: Page, role: string) => wrapper.get(`[data-test=guides-${role}]`)
const saved = () => last('development_guide_save') as GuideRequest

async function who(wrapper: Page, member: number) {
  wrapper.get('[data-test=guide-form]').getComponent({ name: 'MemberSelect' }).vm.$emit('update:modelValue', member)
  await flushPromises()
}

beforeEach(() => {
  calls.length = 0
  resetDevelopment()
})

it('mentors stand at step 5 and sponsors at step 9, each with their days', async () => {
  const wrapper = await file(3)
  expect(wrapper.get('[data-test=step-5]').find('[data-test=guides-mentor]').exists()).toBe(true)
  expect(wrapper.get('[data-test=step-9]').find('[data-test=guides-sponsor]').exists()).toBe(true)
  expect(wrapper.findAll('[data-test^=guides-]')).toHaveLength(2)
  expect(
    list(wrapper, 'mentor')
      .findAll('li')
      .map((one) => one.get('strong').text()),
  ).toEqual(['赵建国', '周外明'])
  expect(list(wrapper, 'mentor').text()).toContain('2025年3月12日起，至今')
  expect(list(wrapper, 'mentor').findAll('li')[1]!.text()).toContain('外支部的')
})

it('says why somebody may not be one', async () => {
  const view = await developmentGet(3)
  view.guides[0]!.unfit = '赵建国当时是预备党员'
  answerNext('development_get', view)
  const wrapper = await file(3)
  expect(wrapper.findAll('[data-test=unfit]').map((one) => one.text())).toEqual(['赵建国当时是预备党员'])
})

it('takes a member of the branch by the roster', async () => {
  const wrapper = await file(3)
  await press(wrapper, '登记入党介绍人')
  await who(wrapper, 2)
  await submit(wrapper)
  const guide = { id: null, role: 'sponsor', member: 2, name: '', since: null, until: null, why: '' }
  expect(saved()).toEqual({ file: 3, guide, insist: false })
  expect(wrapper.find('[data-test=guide-form]').exists()).toBe(false)
})

it('takes somebody of another branch by the name', async () => {
  const wrapper = await file(3)
  await press(wrapper, '登记培养联系人')
  await wrapper.get('input[value=outside]').setValue()
  await wrapper.get('[data-field="guide.name"] input').setValue('钱外')
  await submit(wrapper)
  expect(saved().guide).toMatchObject({ role: 'mentor', member: null, name: '钱外' })
})

it('corrects one: until when, and why somebody else took over', async () => {
  const wrapper = await file(3)
  await press(wrapper, '修改培养联系人 周外明')
  expect(wrapper.get<HTMLInputElement>('input[value=outside]').element.checked).toBe(true)
  const days = wrapper.get('[data-test=guide-form]').findAllComponents({ name: 'DateField' })
  days[1]!.vm.$emit('update:modelValue', '2026-01-05')
  await wrapper.get('[data-field="guide.why"] input').setValue('调离')
  await submit(wrapper)
  const { guide } = (await developmentGet(3)).guides.find(({ guide }) => guide.name === '周外明')!
  expect(guide).toMatchObject({ since: '2025-03-12', until: '2026-01-05', why: '调离' })
  expect(list(wrapper, 'mentor').text()).toContain('2026年1月5日换人')
})

it('insists on one who may hardly be it', async () => {
  const wrapper = await file(3)
  await press(wrapper, '登记入党介绍人')
  await who(wrapper, 2)
  refuseNext('development_guide_save', {
    code: 'development_unlikely',
    fields: [{ field: 'guide.name', message: '已经是入党介绍人' }],
  })
  await submit(wrapper)
  expect(wrapper.get('[data-field="guide.name"]').text()).toContain('已经是入党介绍人')
  await press(wrapper, '确实如此，照样保存')
  expect(saved()).toMatchObject({ insist: true, guide: { member: 2 } })
})

it('says at the name that nobody was picked', async () => {
  const wrapper = await file(3)
  await press(wrapper, '登记入党介绍人')
  refuseNext('development_guide_save', { fields: [{ field: 'guide.member', message: '名册里找不到这名党员' }] })
  await submit(wrapper)
  expect(wrapper.get('[data-field="guide.name"]').text()).toContain('名册里找不到这名党员')
  expect(buttons(wrapper)).not.toContain('确实如此，照样保存')
})

it('takes one out', async () => {
  const wrapper = await file(3)
  await press(wrapper, '删去培养联系人 赵建国')
  expect(last('development_guide_delete')).toEqual(expect.any(Number))
  expect(list(wrapper, 'mentor').text()).not.toContain('赵建国')
})
