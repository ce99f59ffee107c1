import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import DevelopmentPage from '@/features/development/DevelopmentPage.vue'
import RegisterPage from '@/features/development/register/RegisterPage.vue'
import type { DevelopmentRegister } from '@/ipc/types'
import { answerNext, calls, refuseNext } from '../fakeCall'
import { resetDevelopment } from '../fakes/development'
import { resetRegister } from '../fakes/developmentRegister'
import { last, openPage, press, submit } from '../hand'

const register = () => openPage(RegisterPage, '/development/register')
type Page = Awaited<ReturnType<typeof register>>
const field = (wrapper: Page, name: string) => wrapper.get(`form [data-field=${name}]`)
const lines = (wrapper: Page, part: string) =>
  wrapper.findAll(`[data-test=${part}] .el-table__row`).map((row) => row.findAll('td').map((cell) => cell.text()))

beforeEach(() => {
  calls.length = 0
  resetDevelopment()
  resetRegister()
})

it('the page of development leads to the register', async () => {
  const wrapper = await openPage(DevelopmentPage)
  expect(wrapper.get('a[href="/development/register"]').text()).toBe('志愿书登记和年度计划')
})

describe('the register of booklets', () => {
  it('says of each where it is', async () => {
    const wrapper = await register()
    expect(lines(wrapper, 'booklets')).toEqual([
      ['示0100001', '2026年3月2日', '何思齐', '2026年3月12日', ''],
      ['示0100002', '2026年3月2日', '没有发出', '', '2026年4月1日　填写有误'],
    ])
    expect(wrapper.get('[data-test=booklets] td a').attributes('href')).toBe('/development/3')
  })

  it('takes a new one, to whom it went and when', async () => {
    const wrapper = await register()
    await press(wrapper, '登记志愿书')
    await field(wrapper, 'serial').get('input').setValue('示0100003')
    wrapper.get('form').getComponent({ name: 'ElSelect' }).vm.$emit('update:modelValue', 4)
    const [received, out] = wrapper.get('form').findAllComponents({ name: 'DateField' })
    received!.vm.$emit('update:modelValue', '2026-05-06')
    out!.vm.$emit('update:modelValue', '2026-05-08')
    await flushPromises()
    await submit(wrapper)
    expect(last('development_booklet_save')).toEqual({
      id: null,
      serial: '示0100003',
      received_on: '2026-05-06',
      file: 4,
      handed_out_on: '2026-05-08',
      void_on: null,
      void_reason: '',
    })
    expect(lines(wrapper, 'booklets')[2]).toContain('吴文静')
    expect(wrapper.find('form').exists()).toBe(false)
  })

  it('corrects one, and gives back what was not handed out', async () => {
    const wrapper = await register()
    await press(wrapper, '示0100001')
    wrapper.get('form').getComponent({ name: 'ElSelect' }).vm.$emit('update:modelValue', '')
    await flushPromises()
    await submit(wrapper)
    expect(last('development_booklet_save')).toMatchObject({ id: 1, serial: '示0100001', file: null })
  })

  it('says at its field what was refused', async () => {
    const wrapper = await register()
    await press(wrapper, '示0100002')
    refuseNext('development_booklet_save', { fields: [{ field: 'void_reason', message: '请填写作废的原因' }] })
    await submit(wrapper)
    expect(field(wrapper, 'void_reason').text()).toContain('请填写作废的原因')
  })

  it('takes one out that was entered by mistake', async () => {
    const wrapper = await register()
    await press(wrapper, '示0100002')
    await press(wrapper, '删去这一本')
    expect(last('development_booklet_delete')).toBe(2)
    expect(lines(wrapper, 'booklets')).toHaveLength(1)
  })

  it('takes over a number that a file names', async () => {
    const wrapper = await register()
    await press(wrapper.get('[data-test=unknown]'), '登记这一本：编号 示0100007')
    expect((field(wrapper, 'serial').get('input').element as HTMLInputElement).value).toBe('示0100007')
    await submit(wrapper)
    expect(last('development_booklet_save')).toMatchObject({ id: null, serial: '示0100007' })
    expect(wrapper.find('[data-test=unknown]').exists()).toBe(false)
  })

  it('may be empty', async () => {
    const empty: DevelopmentRegister = { booklets: [], unknown: [], quotas: [] }
    answerNext('development_register', empty)
    const wrapper = await register()
    expect(wrapper.findAll('[data-test=empty]').map((one) => one.get('.empty-title').text())).toEqual([
      '还没有登记过志愿书',
      '还没有登记过年度计划',
    ])
  })
})

describe('the plans of the years', () => {
  it('say how many were admitted, and when they were too many', async () => {
    const wrapper = await register()
    expect(lines(wrapper, 'plans')).toEqual([
      ['2026年', '1', '2', '超出 1 人', '示例党委通知'],
      ['2025年', '3', '1', '2 人', ''],
    ])
    expect(wrapper.get('[data-test=plans] .late').text()).toBe('超出 1 人')
  })

  it('take another year', async () => {
    const wrapper = await register()
    await press(wrapper, '登记年度计划')
    expect((field(wrapper, 'year').get('input').element as HTMLInputElement).value).toBe('2027')
    expect(wrapper.get('form .el-button--primary').attributes('disabled')).toBeDefined()
    await field(wrapper, 'people').get('input').setValue('4')
    await submit(wrapper)
    expect(last('development_quota_save')).toEqual({ year: 2027, people: 4, source: '' })
    expect(lines(wrapper, 'plans')[0]).toEqual(['2027年', '4', '0', '4 人', ''])
  })

  it('are corrected, each for its own year', async () => {
    const wrapper = await register()
    await press(wrapper, '2026年')
    expect(field(wrapper, 'year').get('input').attributes('disabled')).toBeDefined()
    await field(wrapper, 'people').get('input').setValue('3')
    await submit(wrapper)
    expect(last('development_quota_save')).toEqual({ year: 2026, people: 3, source: '示例党委通知' })
  })
})
