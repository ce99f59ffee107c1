import { beforeEach, describe, expect, it } from 'vitest'
import RulesPage from '@/features/rules/RulesPage.vue'
import SetPage from '@/features/rules/set/SetPage.vue'
import { ruleSetRestore } from '@/ipc/commands'
import { answerNext, refuseNext } from '../fakeCall'
import { preview, set } from '../fakes/rules'
import { buttons, last, openPage, press } from '../hand'

type Page = Awaited<ReturnType<typeof openPage>>

const part = (wrapper: Page, name: string) => wrapper.get(`[data-test=${name}]`).text()

async function looked() {
  const wrapper = await openPage(SetPage)
  await press(wrapper, '选规程文件…')
  return wrapper
}

beforeEach(() => ruleSetRestore())

describe('a newer rule set', () => {
  it('is named on the page of the rules, with the last year of holidays', async () => {
    const said = part(await openPage(RulesPage), 'rules-set')
    for (const one of ['全国规程 2026-11（第 1 号）', '程序自带', '放假安排到2026年']) expect(said).toContain(one)
  })

  it('shows what changes, old and new side by side, and what of it concerns the branch today', async () => {
    const wrapper = await looked()
    const changes = part(wrapper, 'set-changes')
    for (const one of ['E01', '文字修改', '数字修改', '2027年1月1日起施行', '32 学时', '40 学时'])
      expect(changes).toContain(one)
    expect(changes).toContain('新增2027年：放假 28 天，调休上班 6 天')
    const findings = part(wrapper, 'set-findings')
    expect(findings).toContain('首页上会多出 1 件')
    expect(findings).toContain('张三今年还差 40 学时')
    expect(findings).toContain('首页上不再有 1 件')
    expect(part(wrapper, 'set-preview')).toContain('街道党委（可信，签名有效）')
  })

  it('says so where nothing is other', async () => {
    answerNext('rule_set_preview', { ...preview, rules: [], holidays: [], appear: [], vanish: [] })
    const wrapper = await looked()
    expect(part(wrapper, 'set-changes')).toContain('都和现在一样')
    expect(part(wrapper, 'set-findings')).toContain('没有变化')
  })

  it('is taken over as it was looked at, and the own one comes back', async () => {
    const wrapper = await looked()
    await press(wrapper, '采用')
    expect(last('rule_set_adopt')).toEqual({ file: 'f1', seen: preview.seen })
    expect(part(wrapper, 'set-in-use')).toContain('2026年11月23日采用，由“街道党委”签发')
    await press(wrapper, '恢复程序自带的规程')
    expect(part(wrapper, 'set-in-use')).toContain('程序自带')
    expect(buttons(wrapper)).not.toContain('恢复程序自带的规程')
  })

  it('of an unknown signer shows the fingerprint and the way to trust it, and cannot be taken over', async () => {
    answerNext('rule_set_preview', { ...preview, signer: { ...preview.signer, known_as: null } })
    const wrapper = await looked()
    expect(part(wrapper, 'set-untrusted')).toContain('3FA9 1C07')
    const way = wrapper.get('[data-test=set-untrusted] a').attributes('href')
    expect(way).toContain('/reports/signing?fingerprint=3FA9')
    expect(buttons(wrapper)).not.toContain('采用')
  })

  it('that is refused shows the sentence and nothing else', async () => {
    refuseNext('rule_set_preview', { message: '文件里的内容在签名以后被改动过，没有采用' })
    const wrapper = await looked()
    expect(wrapper.text()).toContain('被改动过')
    expect(wrapper.find('[data-test=set-preview]').exists()).toBe(false)
  })

  it('that is older than that of the program says why it is not in use', async () => {
    const adopted = { head: null, signer: '街道党委', adopted_on: '2026-11-23', passed_over: '现在用程序自带的' }
    answerNext('rule_set_get', { ...set, adopted, unknown: ['E99'] })
    const wrapper = await openPage(SetPage)
    const said = part(wrapper, 'set-in-use')
    for (const one of ['程序自带', '现在用程序自带的', 'E99']) expect(said).toContain(one)
  })
})
