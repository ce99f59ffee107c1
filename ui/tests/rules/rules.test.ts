import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import RulesPage from '@/features/rules/RulesPage.vue'
import { ruleList } from '@/ipc/commands'
import { DOES, VERIFIED } from '@/ipc/words'
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
    for (const { id, text, source, does, verified } of rules) {
      const line = wrapper.get(`#rule-${id}`).text()
      for (const said of [text, source, DOES[does], VERIFIED[verified]]) expect(line).toContain(said)
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
    await wrapper.router.push('/rules?rule=D02')
    await flushPromises()
    expect(scroll.mock.contexts.at(-1)).toBe(wrapper.get('#rule-D02').element)
  })
})
