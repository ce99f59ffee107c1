import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { routes } from '@/app/router'
import RosterPage from '@/features/roster/RosterPage.vue'
import StatisticsPage from '@/features/roster/statistics/StatisticsPage.vue'
import type { FactsRequest, RosterQuery } from '@/ipc/types'
import { clearPreferences } from '@/shared/session/preferences'
import { calls } from '../fakeCall'

beforeEach(() => {
  calls.length = 0
  clearPreferences()
})

async function page(address = '/roster', of: object = RosterPage) {
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push(address)
  const wrapper = mount(of, {
    props: of === RosterPage ? { id: null, adding: false } : {},
    global: { plugins: [router] },
    attachTo: document.body,
  })
  await settled()
  const button = (text: string) => {
    const found = wrapper.findAll('button').find((one) => one.text() === text || one.attributes('aria-label') === text)
    if (!found) throw new Error(`no button ${text}: ${wrapper.text()}`)
    return found
  }
  const press = async (text: string) => {
    await button(text).trigger('click')
    await settled()
  }
  return { wrapper, router, press, button }
}

/** The router is there a few turns later. */
async function settled() {
  for (let turn = 0; turn < 4; turn++) await flushPromises()
}

const asked = () => calls.filter(({ name }) => name === 'roster_list').at(-1)!.request as RosterQuery
const names = (wrapper: { findAll: (css: string) => { text: () => string }[] }) =>
  wrapper.findAll('button.link-button').map((one) => one.text())

describe('the roster', () => {
  it('narrows by a chip, and Back leads back', async () => {
    const { wrapper, router, press } = await page()
    await press('预备党员 2')
    expect(asked().filters).toEqual([{ by: 'kind', label: '预备党员' }])
    expect(names(wrapper)).toHaveLength(2)
    expect(wrapper.text()).toContain('列出 2 人')
    router.back()
    await settled()
    expect(asked().filters).toEqual([])
  })

  it('shows what else is filtered by as chips that can be taken away', async () => {
    const { press } = await page('/roster?filter=group:第二党小组')
    expect(asked().filters).toEqual([{ by: 'group', label: '第二党小组' }])
    await press('党小组：第二党小组')
    expect(asked().filters).toEqual([])
  })

  it('of a past day says so and leads back to today', async () => {
    const { wrapper, press } = await page('/roster?on=2026-03-31')
    expect(asked().on).toBe('2026-03-31')
    expect(wrapper.text()).toContain('这是 2026年3月31日 的名册')
    expect(wrapper.find('input[type=checkbox]').exists()).toBe(false)
    await press('回到今天')
    expect(asked().on).toBeNull()
    expect(wrapper.text()).not.toContain('这是')
  })

  it('searches once the typing rests', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { wrapper } = await page()
    const before = calls.length
    const input = wrapper.get('input[aria-label=查找党员]')
    await input.setValue('赵')
    await input.setValue('赵建')
    await settled()
    expect(calls).toHaveLength(before)
    await vi.runAllTimersAsync()
    await settled()
    expect(asked().search).toBe('赵建')
    vi.useRealTimers()
  })

  it('is searched by a slash from anywhere but a text', async () => {
    const { wrapper } = await page()
    const event = new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true })
    document.body.dispatchEvent(event)
    expect(document.activeElement).toBe(wrapper.get('input[aria-label=查找党员]').element)
    const slash = new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true })
    document.activeElement!.dispatchEvent(slash)
    expect(slash.defaultPrevented).toBe(false)
  })

  it('puts those who are ticked into a group, as one change', async () => {
    const { wrapper, press } = await page()
    const ticks = wrapper.findAll('tbody input[type=checkbox], .el-table__body input[type=checkbox]')
    await ticks[0]!.trigger('click')
    await ticks[2]!.trigger('click', { shiftKey: true })
    expect(wrapper.text()).toContain('已选 3 人')
    await press('编入党小组…')
    await press('第二党小组')
    await wrapper.get('form[aria-label=编入党小组]').trigger('submit')
    await settled()
    const { members, aspect, value, since } = calls.find(({ name }) => name === 'member_facts_save')!
      .request as FactsRequest
    expect({ members, aspect, value, since }).toEqual({
      members: [1, 2, 3],
      aspect: 'party_group',
      value: '第二党小组',
      since: '2026-11-23',
    })
    expect(wrapper.text()).not.toContain('已选')
  })

  it('remembers the columns', async () => {
    const first = await page()
    await first.press('栏目')
    await first.wrapper.get('.columns input[value=education]').setValue(true)
    expect(first.wrapper.get('.el-table__header').text()).toContain('学历')
    first.wrapper.unmount()
    expect((await page()).wrapper.get('.el-table__header').text()).toContain('学历')
  })

  it('is kept under a name and shown again', async () => {
    const { wrapper, press } = await page('/roster?filter=kind:预备党员&sort=strokes')
    await press('常用名册')
    await wrapper.get('.views input').setValue('预备党员')
    await wrapper.get('form[aria-label=存为常用名册]').trigger('submit')
    await settled()
    const kept = calls.find(({ name }) => name === 'roster_view_save')!.request
    expect(kept).toMatchObject({ name: '预备党员', query: { sort: 'strokes', filters: [{ label: '预备党员' }] } })
    await press('清除筛选')
    expect(asked().filters).toEqual([])
    await press('常用名册')
    await press('预备党员')
    expect(asked()).toMatchObject({ sort: 'strokes', filters: [{ by: 'kind', label: '预备党员' }] })
  })

  it('says what to do when nobody is found', async () => {
    const { wrapper, press } = await page('/roster?search=查无此人')
    expect(wrapper.get('[data-test=empty]').text()).toContain('没有找到这样的党员')
    await press('清除查找')
    expect(asked().search).toBe('')
  })
})

describe('the statistics', () => {
  it('lead from each number to its list', async () => {
    const { wrapper, router } = await page('/roster/statistics?on=2026-03-31', StatisticsPage)
    expect(wrapper.text()).toContain('这是 2026年3月31日 的统计')
    await wrapper.get('a[aria-label="女 15 人"]').trigger('click')
    await settled()
    expect(router.currentRoute.value.path).toBe('/roster')
    expect(router.currentRoute.value.query).toMatchObject({ on: '2026-03-31', filter: ['sex:女'] })
  })

  it('leave out a division that the branch does not have', async () => {
    const { wrapper } = await page('/roster/statistics', StatisticsPage)
    expect(wrapper.find('section[aria-label=党小组]').exists()).toBe(true)
    expect(wrapper.find('section[aria-label=所在单位]').exists()).toBe(false)
  })
})
