import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { linesOf } from '@/features/home/alike'
import HomePage from '@/features/home/HomePage.vue'
import { laterDays } from '@/features/home/later'
import { homeOverview } from '@/ipc/commands'
import type { HomeView } from '@/ipc/types'
import { clearPreferences } from '@/shared/session/preferences'
import { answerNext, calls } from '../fakeCall'
import { finding } from '../fakes/made'
import { everything, openPage, press } from '../hand'

const theme = (month: number) => ({
  ...finding('B14', 'late', `${month}月主题党日没有开展`, 'meetings', null),
  due: `2026-${String(month).padStart(2, '0')}-28`,
})

beforeEach(() => {
  calls.length = 0
  clearPreferences()
  document.body.innerHTML = ''
})

async function page(changed: Partial<HomeView> = {}) {
  answerNext('home_overview', { ...(await homeOverview()), first_steps: [], ...changed })
  return openPage(HomePage)
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
    const todo = [theme(1), theme(2), theme(3), theme(4)]
    const wrapper = await page({ todo, groups: [{ when: 'overdue', count: 4 }] })
    expect(wrapper.findAll('[data-test=todo] [data-test=finding]')).toHaveLength(1)
    await wrapper.get('[aria-label^="这一类都先放一边"]').trigger('click')
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

  it('says that it is done, with how', async () => {
    const wrapper = await page()
    await wrapper.get('[aria-label^="先放一边"]').trigger('click')
    const panel = wrapper.get('[data-test=side-panel]')
    await panel.get('input[value=done]').setValue()
    await panel.get('[data-field=reason] input').setValue('11月20日谈过')
    await panel.get('form').trigger('submit')
    await flushPromises()
    const call = calls.find(({ name }) => name === 'home_set_aside')
    expect(call?.request).toMatchObject({ how: { kind: 'done', note: '11月20日谈过' } })
  })

  it('counts the lines of a group that it would show', async () => {
    const kinds = ['E01', 'E02', 'E04', 'E07', 'E08', 'E11', 'E12'] as const
    const single = kinds.map((rule) => finding(rule, 'late', rule, 'study', null))
    const todo = [...single, theme(1), theme(2), theme(3), theme(4)]
    const wrapper = await page({ todo, groups: [{ when: 'overdue', count: todo.length }] })
    expect(wrapper.findAll('[data-test=finding]')).toHaveLength(7)
    await press(wrapper, '逾期的全部 8 项')
    expect(wrapper.findAll('[data-test=finding]')).toHaveLength(8)
  })

  it('folds a group, and remembers that on this machine', async () => {
    const group = (wrapper: Awaited<ReturnType<typeof page>>, name: string) =>
      wrapper.get(`[data-test=todo] section[aria-label="${name}"]`)
    const first = await page()
    expect(first.findAll('.todo-fold').map((button) => button.text())).toEqual([
      '逾期 1 件',
      '本月 3 件',
      '以后或没有期限 1 件',
    ])
    expect(group(first, '以后或没有期限').find('[data-test=finding]').exists()).toBe(false)
    await group(first, '逾期').get('button').trigger('click')
    expect(group(first, '逾期').find('[data-test=finding]').exists()).toBe(false)
    first.unmount()
    const again = await page()
    expect(group(again, '逾期').get('button').attributes('aria-expanded')).toBe('false')
    expect(group(again, '本月').findAll('[data-test=finding]')).toHaveLength(3)
  })

  it('says by when, and which text in force asks for it', async () => {
    const wrapper = await page()
    const late = wrapper.get('section[aria-label="逾期"]')
    expect(late.text()).toContain('期限 2026年11月30日 · 中国共产党发展党员工作细则')
    expect(late.get('.todo-ground').attributes('title')).toContain('1 个月内派人')
    expect(late.get('.rule-chip').attributes('href')).toBe('/rules?rule=D02')
  })

  it('shows a new branch its five steps, and of the rest only how much there is', async () => {
    const steps = (await homeOverview()).first_steps.map((step) => ({ ...step, done: false }))
    const wrapper = await page({ first_steps: steps })
    expect(wrapper.get('[data-test=first-steps]').text()).toContain('1 导入党员名册')
    expect(wrapper.get('[data-test=todo]').text()).toContain('5 件')
    expect(wrapper.find('[data-test=finding]').exists()).toBe(false)
    await press(wrapper, '看要办的事')
    expect(wrapper.findAll('[data-test=finding]')).toHaveLength(4)
    wrapper.unmount()
    expect((await page({ first_steps: steps })).findAll('[data-test=finding]')).toHaveLength(4)
  })

  it('hides nothing from a branch that has met, though a step was left out', async () => {
    const steps = (await homeOverview()).first_steps.map((step) => ({ ...step, done: step.code !== 'backup' }))
    const wrapper = await page({ first_steps: steps })
    expect(wrapper.get('[data-test=first-steps]').text()).toContain('备份')
    expect(wrapper.findAll('[data-test=finding]').length).toBeGreaterThan(0)
    expect(wrapper.text()).not.toContain('看要办的事')
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
      done_as: null,
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

describe('the branch at a glance', () => {
  it('has figures, each with the way to its list, and says what stands apart', async () => {
    const { figures } = await homeOverview()
    const members = { code: 'members', name: '党员', value: '44 人', note: '另有停止党籍 2 人' }
    const wrapper = await page({ figures: figures.map((one) => (one.code === 'members' ? members : one)) })
    const quarter = wrapper.get('[data-test=quarter]')
    expect(quarter.text()).toContain('另有停止党籍 2 人')
    const ways = quarter.findAll('th a').map((way) => [way.text(), way.attributes('href')])
    expect(ways).toContainEqual(['支部党员大会', '/meetings?kind=general'])
    expect(ways).toContainEqual(['党员', '/roster'])
    expect(ways.map(([, way]) => way)).not.toContain('/')
  })

  it('says how backup, report and certificate stand, and leads there', async () => {
    const wrapper = await page()
    const ways = wrapper.findAll('[data-test=states] a').map((way) => [way.text(), way.attributes('href')])
    expect(ways).toEqual([
      ['备份', '/backups'],
      ['报告', '/reports/2026Q3'],
      ['证书', '/reports/signing'],
    ])
    expect(wrapper.get('[data-test=states]').text()).toContain('2026年第三季度的还没有签名')
  })

  it('draws bars that say their figure aloud and open its list', async () => {
    const wrapper = await page()
    const bars = wrapper.get('[data-test=charts]').findAll('a')
    expect(bars.map((bar) => bar.attributes('aria-label'))).toContain('8月 —')
    const february = bars.find((bar) => bar.attributes('aria-label') === '2月 82%')
    expect(february?.attributes('href')).toBe('/meetings/attendance?by=days&from=2026-02-01&to=2026-02-28')
    expect(february?.get('.chart-fill').attributes('style')).toContain('height: 82%')
    const candidates = bars.find((bar) => bar.attributes('aria-label')?.startsWith('发展对象'))
    expect(candidates?.attributes('href')).toBe('/development?stage=candidate')
  })

  it('is printed', async () => {
    const wrapper = await page()
    await wrapper.get('.home-print').trigger('click')
    await flushPromises()
    expect(wrapper.router.currentRoute.value.query).toEqual({ print: '1' })
    expect(everything.get('.el-dialog').text()).toContain('支部情况和要办的事')
  })
})

describe('the month', () => {
  const day = (wrapper: Awaited<ReturnType<typeof page>>, said: string) =>
    wrapper.findAll('.month-day').find((one) => one.get('.visually-hidden').text().startsWith(said))!

  it('begins with today, says aloud what is on a day, and opens it', async () => {
    const wrapper = await page()
    expect(day(wrapper, '11月23日').attributes()).toMatchObject({ 'aria-current': 'date', 'aria-pressed': 'true' })
    expect(wrapper.get('[data-test=month]').text()).toContain('陈明入党 20 周年')
    await day(wrapper, '11月30日 星期一，会议 1，期限 1').trigger('click')
    const ways = wrapper.findAll('[data-test=month] a').map((way) => way.attributes('href'))
    expect(ways).toEqual(['/meetings/2', '/meetings?new=theme_day'])
  })

  it('is walked through by the arrow keys, into the next month too', async () => {
    const wrapper = await page()
    const walk = async (key: string) => {
      await wrapper.get('.month-grid').trigger('keydown', { key })
      await flushPromises()
    }
    await walk('ArrowDown')
    expect(document.activeElement).toBe(day(wrapper, '11月30日').element)
    await walk('ArrowRight')
    expect(wrapper.get('[data-test=month] h2').text()).toBe('2026年12月')
    expect(calls.at(-1)).toEqual({ name: 'home_calendar', request: { year: 2026, month: 12 } })
    expect(wrapper.findAll('.month-day[tabindex="0"]')).toHaveLength(1)
  })

  it('turns the months, shows days off, and says when those of a year are not known', async () => {
    const wrapper = await page()
    await press(wrapper, '上一月')
    expect(day(wrapper, '10月1日').text()).toContain('休')
    await press(wrapper, '下一月')
    await press(wrapper, '下一月')
    await press(wrapper, '下一月')
    expect(wrapper.get('[data-test=month]').text()).toContain('还没有2027年的放假安排')
    await press(wrapper, '回到今天')
    expect(wrapper.get('[data-test=month] h2').text()).toBe('2026年11月')
  })
})
