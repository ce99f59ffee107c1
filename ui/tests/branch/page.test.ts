import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import BranchPage from '@/features/branch/BranchPage.vue'
import { calls, refuseNext } from '../fakeCall'

async function page() {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: BranchPage }],
  })
  const wrapper = mount(BranchPage, { global: { plugins: [router] }, attachTo: document.body })
  await flushPromises()
  return wrapper
}

type Page = Awaited<ReturnType<typeof page>>

async function press(wrapper: Page, text: string) {
  await wrapper
    .findAll('button')
    .find((button) => button.text() === text)!
    .trigger('click')
  await flushPromises()
}

describe('the page of the branch', () => {
  beforeEach(() => {
    document.body.innerHTML = ''
    calls.length = 0
  })

  it('answers the three questions on one page', async () => {
    const wrapper = await page()
    expect(wrapper.findAll('h2').map((heading) => heading.text())).toEqual(['隶属关系', '组织设置', '党员人数'])
    expect(wrapper.text()).toContain('第3届（本届）')
    expect(wrapper.text()).toContain('何文清')
  })

  it('leads from the terms to the elections', async () => {
    const wrapper = await page()
    expect(wrapper.get('[data-test=to-elections]').attributes('href')).toBe('/elections')
  })

  it('offers the next term with the years of the rule', async () => {
    const wrapper = await page()
    await press(wrapper, '登记一届')
    await wrapper.get('[data-test=side-panel] form').trigger('submit')
    expect(calls.find(({ name }) => name === 'branch_term_save')?.request).toMatchObject({ number: 4, years: 3 })
  })

  it('asks from which day a committee is gone, and says nothing of it otherwise', async () => {
    const wrapper = await page()
    await press(wrapper, '修改支部资料')
    const panel = wrapper.get('[data-test=side-panel]')
    expect(panel.find('[data-field=changed_since]').exists()).toBe(false)
    await panel.findAll('[data-field=has_committee] input')[1]!.setValue()
    await panel.get('form').trigger('submit')
    await flushPromises()
    expect(panel.get('[data-field=changed_since] .field-error').text()).toContain('从哪天起')
    expect(calls.some(({ name }) => name === 'branch_save')).toBe(false)
    const fields = panel.findAllComponents({ name: 'DateField' })
    fields[0]!.vm.$emit('update:modelValue', '2026-09-15')
    await flushPromises()
    await panel.get('form').trigger('submit')
    await flushPromises()
    const saved = calls.find(({ name }) => name === 'branch_save')?.request
    expect(saved).toMatchObject({ record: { has_committee: false }, changed: { since: '2026-09-15' } })
  })

  it('shows since when the branch has a committee, and who entered it', async () => {
    const wrapper = await page()
    await wrapper.get('[data-test=history-open]').trigger('click')
    await flushPromises()
    const text = wrapper.text()
    for (const said of ['不设支部委员会', '建档以前', '2024年6月17日', '党员满 7 人', '2026年11月20日 赵建国']) {
      expect(text).toContain(said)
    }
  })

  it('says while it is typed that a postponement is too long', async () => {
    const wrapper = await page()
    await press(wrapper, '登记一届')
    const fields = wrapper.get('[data-test=side-panel]').findAllComponents({ name: 'DateField' })
    const said = () => wrapper.find('[data-test=postponed-too-long]').exists()
    fields[0]!.vm.$emit('update:modelValue', '2023-09-02')
    fields[1]!.vm.$emit('update:modelValue', '2027-09-02')
    await flushPromises()
    expect(said()).toBe(false)
    fields[1]!.vm.$emit('update:modelValue', '2027-09-03')
    await flushPromises()
    expect(said()).toBe(true)
  })

  it('shows under the field what the core refuses, and stays open', async () => {
    const wrapper = await page()
    await press(wrapper, '添加党小组')
    refuseNext('branch_group_save', { fields: [{ field: 'name', message: '已有同名的党小组' }] })
    await wrapper.get('[data-test=side-panel] form').trigger('submit')
    await flushPromises()
    expect(wrapper.get('[data-test=side-panel] .field-error').text()).toBe('已有同名的党小组')
  })

  it('sets an office as a dated fact of the member', async () => {
    const wrapper = await page()
    await press(wrapper, '书记')
    refuseNext('member_facts_save', {})
    await wrapper.get('[data-test=side-panel] form').trigger('submit')
    await flushPromises()
    expect(calls.find(({ name }) => name === 'member_facts_save')?.request).toMatchObject({
      members: [1],
      aspect: 'office',
      value: 'secretary',
    })
  })
  it('hands an office over from its holder, as one change', async () => {
    const wrapper = await page()
    await wrapper.get('[data-test=hand-over-open]').trigger('click')
    await flushPromises()
    expect(wrapper.get('[data-test=side-panel]').text()).toContain('现任书记是赵建国')
    expect(calls.some(({ name }) => name === 'member_facts_save')).toBe(false)
    wrapper.getComponent({ name: 'MemberSelect' }).vm.$emit('update:modelValue', 3)
    wrapper.getComponent({ name: 'DateField' }).vm.$emit('update:modelValue', '2026-11-10')
    await flushPromises()
    expect(wrapper.get('[data-test=side-panel]').text()).toContain('改任书记，不再任组织委员')
    await press(wrapper, '上级任命')
    await wrapper.get('[data-test=side-panel] form').trigger('submit')
    await flushPromises()
    expect(calls.find(({ name }) => name === 'branch_office_hand_over')?.request).toEqual({
      office: 'secretary',
      from: 1,
      to: 3,
      on: '2026-11-10',
      why: '上级任命',
      keeps_others: false,
    })
  })
  it('proposes for a new office the day of the election', async () => {
    const wrapper = await page()
    await press(wrapper, '设定职务…')
    const dates = wrapper.findAll<HTMLInputElement>('[data-test=side-panel] input').map((input) => input.element.value)
    expect(dates).toContain('2024-06-18')
  })
})
