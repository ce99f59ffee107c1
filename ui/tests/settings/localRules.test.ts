import { beforeEach, describe, expect, it } from 'vitest'
import LocalRulesSection from '@/features/settings/LocalRulesSection.vue'
import { answerNext, calls, refuseNext } from '../fakeCall'
import { last, openPage, press } from '../hand'

beforeEach(() => {
  calls.length = 0
})

const dialog = () => document.querySelector('.el-dialog')

describe('the local rules', () => {
  it('says what holds here and whose word it is', async () => {
    const wrapper = await openPage(LocalRulesSection)
    const text = wrapper.get('[data-test=local-rules]').text()
    expect(text).toContain('介绍信有效期30 天示例市委组织部')
    expect(text).toContain('党费：应交数的取整按全国规定')
  })

  it('saves them as a file', async () => {
    const wrapper = await openPage(LocalRulesSection)
    await press(wrapper, '保存为文件…')
    expect(last('local_rules_export')).toHaveProperty('file')
  })

  it('shows what would change before anything does', async () => {
    const wrapper = await openPage(LocalRulesSection)
    await press(wrapper, '采用别的支部的…')
    expect(dialog()?.textContent).toContain('现在：30 天')
    expect(dialog()?.textContent).toContain('以后：20 天')
    expect(calls.some(({ name }) => name === 'local_rules_import')).toBe(false)
    const [take] = [...document.querySelectorAll<HTMLButtonElement>('.el-dialog button')].filter(
      ({ textContent }) => textContent?.trim() === '采用',
    )
    take!.click()
    await expect.poll(() => last('local_rules_import')).toHaveProperty('file')
  })

  it('says when nothing would', async () => {
    answerNext('local_rules_preview', { file_name: '规定.json', changes: [] })
    const wrapper = await openPage(LocalRulesSection)
    await press(wrapper, '采用别的支部的…')
    expect(dialog()?.textContent).toContain('没有要改的')
  })

  it('says why a file was refused', async () => {
    refuseNext('local_rules_preview', { message: '“名册.xlsx”不是本地规定的文件，没有读入任何内容' })
    const wrapper = await openPage(LocalRulesSection)
    await press(wrapper, '采用别的支部的…')
    expect(wrapper.get('[data-test=problem]').text()).toContain('不是本地规定的文件')
  })
})
