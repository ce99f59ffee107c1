import { flushPromises, mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import JumpBox from '@/app/JumpBox.vue'
import { refuseNext } from '../fakeCall'

Element.prototype.scrollIntoView = vi.fn()

async function open() {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:all(.*)*', component: {} }] })
  const wrapper = mount(JumpBox, { attachTo: document.body, global: { plugins: [router] } })
  await flushPromises()
  const input = wrapper.get('[role=combobox]')
  const press = async (key: string) => {
    await input.trigger('keydown', { key })
    await flushPromises()
  }
  const write = async (text: string) => {
    await input.setValue(text)
    await flushPromises()
  }
  /** What a screen reader says is chosen: the one that the field points at, which alone is marked. */
  const chosen = () => {
    const marked = wrapper.findAll('[role=option][aria-selected=true]')
    expect(marked.map(({ element }) => element.id)).toEqual([input.attributes('aria-activedescendant')])
    return marked[0]?.text()
  }
  return { wrapper, router, input, press, write, chosen }
}

it('is a field with a list of which it says what is chosen', async () => {
  const { wrapper, input, press, chosen } = await open()
  expect(wrapper.get(`#${input.attributes('aria-controls')}`).attributes('role')).toBe('listbox')
  expect(input.attributes('aria-expanded')).toBe('true')
  expect(chosen()).toBe('首页栏目')
  await press('ArrowDown')
  expect(chosen()).toBe('支部栏目')
  await press('ArrowUp')
  await press('ArrowUp')
  expect(chosen()).toBe('首页栏目')
  expect(document.activeElement).toBe(input.element)
})

it('finds every page, and Enter goes there', async () => {
  const { wrapper, router, press, write, chosen } = await open()
  await write('选举')
  expect(chosen()).toBe('选举栏目')
  await press('Enter')
  expect(router.currentRoute.value.path).toBe('/elections')
  expect(wrapper.emitted('close')).toHaveLength(1)
})

it('finds a person, and a click goes there without taking the focus', async () => {
  const { wrapper, router, input, write } = await open()
  await write('陈')
  const hit = wrapper.find('[role=group][aria-label=党员] [role=option]')
  await hit.trigger('mousedown')
  expect(document.activeElement).toBe(input.element)
  await hit.trigger('click')
  await flushPromises()
  expect(router.currentRoute.value.path).toMatch(/^\/roster\/\d+$/)
})

it('says that nothing was found, and points at nothing', async () => {
  const { wrapper, input, press, write } = await open()
  await write('查无此人')
  await press('ArrowDown')
  expect(wrapper.get('[role=status]').text()).toContain('没有找到')
  expect(input.attributes('aria-expanded')).toBe('false')
  expect(input.attributes('aria-activedescendant')).toBeUndefined()
})

it('finds in groups: pages, what can be done and printed, meetings, files and rules', async () => {
  const { wrapper, write } = await open()
  const titles = () => wrapper.findAll('[role=group]').map((group) => group.attributes('aria-label'))
  expect(titles()).toEqual(['栏目'])
  await write('会议')
  expect(titles()).toEqual(['办理', '打印', '会议', '规程'])
  await write('林晓梅')
  expect(titles()).toEqual(['发展档案'])
})

it.each([
  ['新建会议', '/meetings?new=1'],
  ['证书备案', '/reports/signing'],
  ['林晓梅', '/development/1'],
  ['D02', '/rules?rule=D02'],
])('Enter on %s leads to %s, though it is still being looked for', async (typed, place) => {
  const { router, input } = await open()
  await input.setValue(typed)
  await input.trigger('keydown', { key: 'Enter' })
  await flushPromises()
  expect(router.currentRoute.value.fullPath).toBe(place)
})

it('keeps what was found, and says so, when a search fails', async () => {
  const { wrapper, write } = await open()
  refuseNext('home_find', { message: '文件已锁定' })
  await write('林')
  expect(wrapper.get('[role=status]').text()).toBe('文件已锁定')
})
