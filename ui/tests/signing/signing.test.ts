import { beforeEach, describe, expect, it } from 'vitest'
import SigningPage from '@/features/signing/SigningPage.vue'
import { signingGet } from '@/ipc/commands'
import { formatFingerprint } from '@/shared/text/format'
import { calls, refuseNext } from '../fakeCall'
import { buttons, everything, last, openPage, press, submit } from '../hand'

type Page = Awaited<ReturnType<typeof openPage>>

const OTHER = 'AB'.repeat(32)
const FORM = '登记可信的签名人'
const typed = (wrapper: Page) => {
  const field = (selector: string) => wrapper.get<HTMLInputElement>(`form[aria-label=${FORM}] ${selector}`)
  return { name: field('input'), fingerprint: field('textarea') }
}

beforeEach(() => {
  calls.length = 0
})

describe('the certificate of the branch', () => {
  it('is named with its fingerprint and its days; while it is good, to renew it is not the first thing to do', async () => {
    const wrapper = await openPage(SigningPage)
    const { own } = await signingGet()
    expect(wrapper.get('[data-test=fingerprint]').text()).toBe(formatFingerprint(own.fingerprint))
    expect(wrapper.text()).toContain('2026年11月23日 至 2031年11月22日')
    expect(wrapper.get('.el-button--primary').text()).toBe('看备案表')
    expect(buttons(wrapper)).toContain('提前续期…')
  })

  it('is shown as the sheet that goes to the superior, and saved as a file', async () => {
    const wrapper = await openPage(SigningPage)
    await press(wrapper, '看备案表')
    const paper = { room: 'signing', kind: 'enrolment_sheet' }
    expect(wrapper.getComponent({ name: 'PaperPreview' }).props()).toMatchObject({ paper })
    await press(wrapper, '保存证书文件…')
    expect(last('certificate_export')).toEqual({ file: 'f1' })
  })

  it('says why it was not renewed, and what that would mean', async () => {
    const wrapper = await openPage(SigningPage)
    await press(wrapper, '提前续期…')
    expect(everything.text()).toContain('原来的证书会签字确认新证书是本支部的')
    refuseNext('certificate_renew', { message: '电脑的日期不对' })
    await submit(everything, '续期签名证书')
    expect(everything.get('form[aria-label=续期签名证书]').text()).toContain('电脑的日期不对')
  })
})

describe('a signer who is believed', () => {
  it('is entered by name and fingerprint as it stands on the sheet, and taken out again', async () => {
    const wrapper = await openPage(SigningPage)
    const { name, fingerprint } = typed(wrapper)
    const button = () => wrapper.get(`form[aria-label=${FORM}] button`)
    expect(button().attributes('disabled')).toBeDefined()
    await name.setValue(' 兄弟支部 ')
    await fingerprint.setValue(formatFingerprint(OTHER))
    expect(button().attributes('disabled')).toBeUndefined()
    await submit(wrapper, FORM)
    expect(last('signing_trust')).toEqual({ name: '兄弟支部', fingerprint: formatFingerprint(OTHER) })
    expect([name.element.value, fingerprint.element.value]).toEqual(['', ''])
    await press(wrapper, '不再信任 兄弟支部')
    expect(wrapper.find('[aria-label="不再信任 兄弟支部"]').exists()).toBe(false)
  })

  it('comes filled in from the report that was verified', async () => {
    const wrapper = await openPage(SigningPage, `/?name=示例商会支部&fingerprint=${OTHER}`)
    const { name, fingerprint } = typed(wrapper)
    expect(name.element.value).toBe('示例商会支部')
    expect(fingerprint.element.value).toBe(formatFingerprint(OTHER))
    expect(last('signing_trust')).toBeUndefined()
  })

  it('is refused at its field, and what was typed stays', async () => {
    const wrapper = await openPage(SigningPage, `/?name=示例商会支部&fingerprint=${OTHER}`)
    refuseNext('signing_trust', { fields: [{ field: 'fingerprint', message: '指纹应为 64 位' }] })
    await submit(wrapper, FORM)
    expect(wrapper.get('.faulty').text()).toContain('指纹应为 64 位')
    expect(typed(wrapper).name.element.value).toBe('示例商会支部')
  })
})
