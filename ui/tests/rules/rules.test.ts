import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import RulesPage from '@/features/rules/RulesPage.vue'
import { ruleList } from '@/ipc/commands'
import { DOES, SCOPE, VERIFIED } from '@/ipc/words'
import { answerNext } from '../fakeCall'
import { openPage, press } from '../hand'

type Page = Awaited<ReturnType<typeof openPage>>

const scroll = vi.fn()
Element.prototype.scrollIntoView = scroll
beforeEach(() => scroll.mockClear())

const ids = (wrapper: Page) => wrapper.findAll('.rule-id').map((id) => id.text())
const search = (wrapper: Page, text: string) => wrapper.get('[aria-label=查找规程]').setValue(text)

describe('the page of the rules', () => {
  it('says of each where it stands, since when, what the program does with it and how sure it is', async () => {
    const wrapper = await openPage(RulesPage)
    const rules = await ruleList()
    expect(ids(wrapper)).toEqual(rules.map(({ id }) => id))
    for (const { id, text, source, does, scope, verified } of rules) {
      const line = wrapper.get(`#rule-${id}`).text()
      for (const said of [text, source, DOES[does], SCOPE[scope], VERIFIED[verified]]) expect(line).toContain(said)
    }
    expect(wrapper.get('#rule-B09').text()).toContain('2018年10月28日起施行')
  })

  it.each([
    ['its number, in small letters too', 'b09', ['B09']],
    ['its words', '党课按惯例', ['B18']],
    ['where it stands', '第十六条', ['B14']],
  ])('finds a rule by %s', async (_, typed, found) => {
    const wrapper = await openPage(RulesPage)
    await search(wrapper, typed)
    expect(ids(wrapper)).toEqual(found)
  })

  it('shows the rules of one document', async () => {
    const wrapper = await openPage(RulesPage)
    const choice = wrapper.get('[aria-label=只看一个文件]')
    expect(choice.findAll('option').map((option) => option.text())).toContain('中国共产党党员教育管理工作条例')
    await choice.setValue('中国共产党党员教育管理工作条例')
    expect(ids(wrapper)).toEqual(['E01'])
  })

  it('shows the text in force, keeps the one before with its days, and finds by its words too', async () => {
    const rules = await ruleList()
    const before = { ...rules[0]!, text: '从前的条文。', from: '2000-01-01', to: '2018-10-27' }
    const later = { ...rules[0]!, text: '以后的条文。', from: '2030-01-01' }
    answerNext('rule_list', [before, { ...rules[0]!, to: '2029-12-31' }, later, ...rules.slice(1)])
    const wrapper = await openPage(RulesPage)
    expect(ids(wrapper)).toHaveLength(rules.length)
    const line = wrapper.get('#rule-B09')
    expect(line.get('.rule-text').text()).toBe(rules[0]!.text)
    const others = line.findAll('.rule-other').map((other) => other.text())
    expect(others[0]).toContain('以后的条文。')
    expect(others[1]).toContain('2000年1月1日起施行，至2018年10月27日')
    await search(wrapper, '从前的')
    expect(ids(wrapper)).toEqual(['B09'])
  })

  it('says that nothing was found, and shows all again', async () => {
    const wrapper = await openPage(RulesPage)
    await search(wrapper, '没有的规程')
    expect(wrapper.get('[data-test=empty]').text()).toContain('没有找到')
    await press(wrapper, '看全部')
    expect(ids(wrapper)).toHaveLength((await ruleList()).length)
  })

  it('goes to the rule that a finding names, and to another when that is asked for', async () => {
    const wrapper = await openPage(RulesPage, '/rules?rule=B14')
    expect(wrapper.get('[aria-current=true]').attributes('id')).toBe('rule-B14')
    expect(scroll.mock.contexts).toEqual([wrapper.get('#rule-B14').element])
    await search(wrapper, '主题党日')
    await wrapper.router.push('/rules?rule=D02')
    await flushPromises()
    expect(scroll.mock.contexts.at(-1)).toBe(wrapper.get('#rule-D02').element)
  })
})
