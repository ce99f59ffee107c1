import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import MemberStudy from '@/features/roster/member/MemberStudy.vue'
import HoursPage from '@/features/study/hours/HoursPage.vue'
import LacksPage from '@/features/study/lacks/LacksPage.vue'
import PlanPage from '@/features/study/plan/PlanPage.vue'
import { studyLacks, studyPlan } from '@/ipc/commands'
import { answerNext, calls, refuseNext } from '../fakeCall'
import { everything, last, openPage, press, submit } from '../hand'

beforeEach(() => {
  calls.length = 0
})

describe('the plan of a year', () => {
  it('stands by month, with what was learnt and what is late', async () => {
    const wrapper = await openPage(PlanPage)
    expect(wrapper.findAll('h2').map((month) => month.text())).toEqual(['3月', '11月', '12月'])
    expect(wrapper.get('[data-test=topic-2]').text()).toContain('还没有学')
    expect(wrapper.get('[data-test=topic-1]').text()).toContain('已学 11月10日')
    expect(wrapper.get('[data-test=topic-1] a').attributes('href')).toBe('/study?topic=1&year=2026')
  })

  it('takes a topic, changes it and takes it out', async () => {
    const wrapper = await openPage(PlanPage, '/?new=1')
    await wrapper.get('[data-field=title] input').setValue('民法典')
    await submit(wrapper)
    expect(last('study_topic_save')).toMatchObject({ id: null, year: 2026, month: 12, title: '民法典', hours: null })
    await press(wrapper, '民法典')
    await press(wrapper, '删除')
    expect(last('study_topic_delete')).toBe(4)
    expect(wrapper.text()).not.toContain('民法典')
  })

  it('says at its field why a topic was refused', async () => {
    const wrapper = await openPage(PlanPage, '/?new=1')
    refuseNext('study_topic_save', { fields: [{ field: 'title', message: '请填写学习专题' }] })
    await submit(wrapper)
    expect(wrapper.get('.faulty').text()).toContain('请填写学习专题')
  })

  it('begins with that of the year before where it is empty', async () => {
    answerNext('study_plan', { ...(await studyPlan({ year: 2026 })), topics: [] })
    const wrapper = await openPage(PlanPage)
    await press(wrapper, '照搬上一年的专题')
    expect(last('study_plan_copy')).toEqual({ year: 2026 })
  })

  it('is printed, and the sign-in sheet of a topic', async () => {
    const wrapper = await openPage(PlanPage)
    await press(wrapper, '打印计划…')
    expect(everything.html()).toContain('paper-preview-stub')
    await press(wrapper, '签到表：党章')
  })
})

describe('the hours of a year', () => {
  it('are told of each against what is asked, with what is missing and until when', async () => {
    const wrapper = await openPage(HoursPage)
    const hours = wrapper.get('[data-test=hours]').text()
    for (const said of ['7.5 / 56', '不作要求', '56，12月31日前', '任职培训应在2027年1月31日前']) {
      expect(hours).toContain(said)
    }
  })

  it('of the year before are asked for', async () => {
    const wrapper = await openPage(HoursPage, '/?year=2025')
    expect(last('study_lacks')).toEqual({ year: 2025 })
    await press(wrapper, '上一年')
    expect(last('study_lacks')).toEqual({ year: 2024 })
  })

  it('say how to begin where nobody is in the roster', async () => {
    answerNext('study_lacks', { ...(await studyLacks({ year: 2026 })), members: [] })
    const wrapper = await openPage(HoursPage)
    expect(wrapper.get('[data-test=hours] a').attributes('href')).toBe('/roster/import')
  })

  it('are saved as a sheet', async () => {
    const wrapper = await openPage(HoursPage)
    await press(wrapper, '导出表格…')
    expect(last('study_export')).toMatchObject({ year: 2026 })
  })

  it('follow a table that says where it comes from', async () => {
    const wrapper = await openPage(HoursPage)
    await press(wrapper, '学时表…')
    await wrapper.get('[data-field="study.source"] input').setValue('市委组织部通知')
    await press(wrapper, '加一项')
    await wrapper.get('[data-field="study.hours.3.name"] input').setValue('一个下午')
    await submit(wrapper, '学时表')
    const { study } = last('settings_save') as { study: { source: string; hours: { name: string }[] } }
    expect([study.source, study.hours.map(({ name }) => name)]).toEqual([
      '市委组织部通知',
      ['一天', '半天', '线上一项', '一个下午'],
    ])
  })
})

describe('what is lacking', () => {
  it('is listed by topic, from which a makeup is made, and by member', async () => {
    const wrapper = await openPage(LacksPage)
    const topics = wrapper.get('[data-test=by-topic]')
    expect(topics.text()).toContain('3月 党章')
    expect(topics.findAll('a')[0]!.attributes('href')).toBe('/study?topic=2&makeup=1&year=2026')
    await wrapper.findAll('input[type=radio]')[1]!.setValue()
    await flushPromises()
    const members = wrapper.get('[data-test=by-member]').text()
    expect(members).toContain('还差 56 学时，2026年12月31日前学满')
    expect(members).toContain('党章、四中全会精神')
  })

  it('leads to the plan where there is none', async () => {
    answerNext('study_lacks', { year: 2026, members: [], topics: [] })
    const wrapper = await openPage(LacksPage)
    expect(wrapper.get('[data-test=by-topic] a').attributes('href')).toBe('/study/plan?year=2026')
  })
})

describe('the study of one member', () => {
  it('tells what was made up and which certificate there is, and is printed by the year', async () => {
    const wrapper = await openPage(MemberStudy, '/', { id: 1 })
    expect(wrapper.text()).toContain('9月20日已补')
    expect(wrapper.text()).toContain('证书 证〔2026〕1号')
    await press(wrapper, '打印：2026年学习记录')
    expect(everything.html()).toContain('paper-preview-stub')
  })
})
