import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { linesOf } from '@/features/home/alike'
import HomePage from '@/features/home/HomePage.vue'
import { laterDays } from '@/features/home/later'
import { homeOverview } from '@/ipc/commands'
import type { HomeView } from '@/ipc/types'
import { elements } from '@/shared/layout/elements'
import { answerNext, calls } from '../fakeCall'
import { finding } from '../fakes/made'

const theme = (month: number) => ({
  ...finding('B14', 'late', `${month}月主题党日没有开展`, 'meetings', null),
  due: `2026-${String(month).padStart(2, '0')}-28`,
})

beforeEach(() => {
  calls.length = 0
  document.body.innerHTML = ''
})

async function page(changed: Partial<HomeView> = {}) {
  answerNext('home_overview', { ...(await homeOverview()), ...changed })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: HomePage }],
  })
  const wrapper = mount(HomePage, { global: { plugins: [elements, router] }, attachTo: document.body })
  await flushPromises()
  return wrapper
}

describe('what is to be done', () => {
  it('draws many of one kind into one line and keeps few apart', () => {
    const few = [theme(1), theme(2), theme(3)]
    expect(linesOf(few).map((line) => line.findings.length)).toEqual([1, 1, 1])
    const other = finding('E01', 'late', '学时', 'study', null)
    const many = linesOf([theme(1), other, theme(2), theme(3), theme(4)])
    expect(many.map((line) => line.findings.length)).toEqual([4, 1])
    expect(many[0]?.first.message).toBe('1月主题党日没有开展')
  })

  it.each([
    ['2026-11-23', ['2026-11-24', '2026-11-30', '2026-12-01']],
    ['2026-12-31', ['2027-01-01', '2027-01-04', '2027-01-01']],
    ['2026-11-29', ['2026-11-30', '2026-11-30', '2026-12-01']],
  ])('on %s offers the days %j', (today, days) => expect(laterDays(today).map(({ day }) => day)).toEqual(days))

  it('sets a whole line aside with its reason', async () => {
    const wrapper = await page({ todo: [theme(1), theme(2), theme(3), theme(4)] })
    expect(wrapper.findAll('[data-test=todo] [data-test=finding]')).toHaveLength(1)
    await wrapper.get('[aria-label^="这一类都先不办"]').trigger('click')
    const panel = wrapper.get('[data-test=side-panel]')
    await panel.get('input[value=not_applicable]').setValue()
    await panel.get('[data-field=reason] input').setValue('由总支统一开展')
    await panel.get('form').trigger('submit')
    await flushPromises()
    const call = calls.find(({ name }) => name === 'home_set_aside')
    expect(call?.request).toMatchObject({
      findings: [{ due: '2026-01-28' }, {}, {}, { due: '2026-04-28' }],
      how: { kind: 'not_applicable', reason: '由总支统一开展' },
    })
    expect(wrapper.find('[data-test=side-panel]').exists()).toBe(false)
  })

  it('counts the lines that it would show, and those whose membership is suspended apart', async () => {
    const kinds = ['E01', 'E02', 'E04', 'E07', 'E08', 'E11', 'E12'] as const
    const single = kinds.map((rule) => finding(rule, 'late', rule, 'study', null))
    const wrapper = await page({ todo: [...single, theme(1), theme(2), theme(3), theme(4)], suspended: 2 })
    expect(wrapper.get('[data-test=todo]').text()).toContain('全部 8 项')
    expect(wrapper.get('[data-test=quarter]').text()).toContain('另有停止党籍 2 人')
  })

  it('lists what was set aside and puts it back', async () => {
    const aside = {
      id: 5,
      rule: 'B14' as const,
      subject: { room: 'meetings' as const, id: null },
      due: '2026-01-28',
      key: '',
      message: '1月主题党日没有开展',
      how: { kind: 'not_applicable' as const, reason: '由总支统一开展' },
      set_on: '2026-11-20',
    }
    const wrapper = await page({ set_aside: [aside] })
    const list = wrapper.get('[data-test=set-aside]')
    expect(list.text()).toContain('不适用：由总支统一开展')
    await list.get('button:not(.rule-chip)').trigger('click')
    await flushPromises()
    expect(calls).toContainEqual({ name: 'home_take_back', request: 5 })
  })
})
