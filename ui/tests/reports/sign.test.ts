import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import ReportPage from '@/features/reports/ReportPage.vue'
import SignPage from '@/features/reports/SignPage.vue'
import VerifyPage from '@/features/reports/VerifyPage.vue'
import SigningPage from '@/features/signing/SigningPage.vue'
import { answer } from '../fake'
import { answerNext, calls, refuseNext } from '../fakeCall'

const stubs = { 'router-link': { template: '<a><slot /></a>' }, PaperPreview: true, teleport: true }
const last = (name: string) => calls.filter((call) => call.name === name).at(-1)?.request
const texts = (wrapper: VueWrapper) => wrapper.findAll('button').map((button) => button.text())

async function page(component: object, props = {}) {
  const routes = [{ path: '/', component }]
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push('/')
  const wrapper = mount(component, { props, attachTo: document.body, global: { stubs, plugins: [router] } })
  await flushPromises()
  return wrapper
}

async function press(wrapper: VueWrapper, text: string) {
  const button = wrapper.findAll('button').find((one) => one.text() === text)
  await button!.trigger('click')
  await flushPromises()
}

describe('signing a report', () => {
  it('shows what is missing, what does not agree and what changed before the passphrase is asked for', async () => {
    const draft = await page(ReportPage, { period: '2026Q4' })
    expect(draft.get('[data-test=shown]').text()).toBe('草稿（未签名）')
    expect(draft.getComponent({ name: 'PaperPreview' }).props()).toMatchObject({ draft: true })
    const wrapper = await page(SignPage, { period: '2026Q4' })
    expect(wrapper.get('[data-test=missing]').text()).toContain('党课少 1 次')
    expect(wrapper.get('[data-test=contradictions]').text()).toContain('对不上')
    expect(wrapper.get('[data-test=figures]').text()).toContain('已签名的2026年第三季度第1版')
    expect(wrapper.findAll('[data-test=figures] .tag').map((tag) => tag.text())).toEqual(['有变化'])
    expect(wrapper.get('[data-test=before-signing]').text()).toContain('还有 38 天')
    const sign = () => wrapper.get('[data-test=sign]')
    await wrapper.get('[type=password]').setValue('晨光里的名册2026')
    expect(sign().attributes('disabled')).toBeDefined()
    await wrapper.get('[data-test=before-signing] input').setValue(true)
    expect(sign().attributes('disabled')).toBeUndefined()
    refuseNext('report_sign', { code: 'certificate_expired', message: '证书到期', hint: '续期' })
    await wrapper.get('form[aria-label=签名]').trigger('submit')
    await flushPromises()
    expect(last('report_sign')).toEqual({ period: '2026Q4', reason: null, passphrase: '晨光里的名册2026' })
    expect(wrapper.text()).toContain('去续期证书')
    expect((wrapper.get('[type=password]').element as HTMLInputElement).value).toBe('')
  })

  it('takes an explanation for the lines that were chosen, or the reason why they are left out', async () => {
    const wrapper = await page(SignPage, { period: '2026Q4' })
    await press(wrapper, '勾选没有说明的')
    await press(wrapper, '写说明…')
    await wrapper.get('textarea').setValue('台风停课')
    await wrapper.get('[data-test=report-lines] form').trigger('submit')
    await flushPromises()
    expect(last('report_remark')).toMatchObject({
      period: '2026Q4',
      findings: [{ rule: 'B11' }, { rule: 'B18' }],
      remark: { how: 'explained', reason: '台风停课' },
    })
    expect(wrapper.get('[data-test=report-lines]').text()).toContain('说明：台风停课')
    await wrapper.get('[data-test=report-lines] input').setValue(true)
    await press(wrapper, '取消说明')
    expect(last('report_remark')).toMatchObject({ findings: [{ rule: 'B11' }], remark: null })
  })

  it('offers the signed file first once the quarter is signed', async () => {
    const view = answer('report_get', '2026Q3', {})
    const version = {
      id: 7,
      period: '2026Q3',
      version: 1,
      signed_at: '2026-10-03T09:00:00+08:00',
      reason: null,
      sha256: '',
      problem: null,
      receipt: null,
      gaps: [],
    }
    answerNext('report_get', { ...view, versions: [version] })
    const wrapper = await page(ReportPage, { period: '2026Q3' })
    expect(wrapper.get('[data-test=shown]').text()).toBe('已签名的第 1 版')
    expect(wrapper.getComponent({ name: 'PaperPreview' }).props()).toMatchObject({
      draft: false,
      paper: { room: 'reports', kind: 'signed_report', version: 7 },
    })
    const large = wrapper.get('.el-button--primary')
    expect(large.text()).toBe('保存签名的报告…')
    await large.trigger('click')
    await flushPromises()
    expect(last('report_export')).toMatchObject({ id: 7 })
    expect(wrapper.text()).toContain('签名并出更正版…')
  })
})

describe('what a later program wrote', () => {
  it('is named beside the signed version whose data cannot be read', async () => {
    const view = answer('report_get', '2026Q3', {})
    const problem = '报告出自更新版本的程序，里面的数据要升级本程序后才能看'
    const version = {
      id: 7,
      period: '2026Q3',
      version: 1,
      signed_at: '2026-10-03T09:00:00+08:00',
      reason: null,
      sha256: '',
      problem,
      receipt: null,
      gaps: [],
    }
    answerNext('report_get', { ...view, versions: [version] })
    const wrapper = await page(ReportPage, { period: '2026Q3' })
    expect(wrapper.get('[data-test=unreadable]').text()).toBe(`${problem}。`)
    expect(texts(wrapper)).toContain('保存签名的报告…')
  })

  it('is named among the lines of a verified report', async () => {
    const wrapper = await page(VerifyPage)
    await press(wrapper, '选文件…')
    const lines = wrapper.get('[aria-label=报告里的数据]').text()
    expect(lines).toContain('46 人（正式 44，预备 2）')
    expect(lines).toContain('党费收缴出自更新版本的程序，升级本程序后才能看')
  })
})

describe('the page of the certificate', () => {
  it('says that it ends and renews it after saying what that means', async () => {
    const view = answer('signing_get', {}, {})
    answerNext('signing_get', { ...view, state: 'expired', note: '签名证书已于2029年11月23日到期' })
    const wrapper = await page(SigningPage)
    expect(wrapper.get('[data-test=certificate-note]').text()).toContain('到期')
    await press(wrapper, '续期证书…')
    expect(wrapper.text()).toContain('续期不能撤销')
    expect(wrapper.text()).toContain('上级要照新的备案表登记以后')
    await wrapper.get('form[aria-label=续期签名证书]').trigger('submit')
    await flushPromises()
    expect(last('certificate_renew')).toEqual({})
    expect(wrapper.findComponent({ name: 'PaperPreview' }).exists()).toBe(true)
  })
})
