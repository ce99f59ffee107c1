import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import BackupBand from '@/app/BackupBand.vue'
import { router } from '@/app/router'
import SampleBand from '@/app/SampleBand.vue'
import VaultGate from '@/features/vault/VaultGate.vue'
import { session } from '@/shared/session/session'
import NewPassphrase from '@/shared/vault/NewPassphrase.vue'
import { calls } from '../fakeCall'

const last = (name: string) => calls.filter((call) => call.name === name).at(-1)?.request
const button = (text: string) =>
  [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === text)

beforeEach(() => {
  calls.length = 0
})

describe('a backup that was opened', () => {
  it('says so and becomes a file to work with only when asked twice', async () => {
    const wrapper = mount(BackupBand, { props: { at: '2026-11-20 09:12' }, attachTo: document.body })
    expect(wrapper.text()).toContain('这是2026年11月20日 09:12的备份，只能看')
    button('把它当作正式档案使用…')!.click()
    await flushPromises()
    expect(last('backup_release')).toBeUndefined()
    button('当作正式档案')!.click()
    await flushPromises()
    expect(last('backup_release')).toEqual({})
  })
})

describe('the made-up branch', () => {
  it('is offered before there is a file, marked on every page, and made anew when asked', async () => {
    const gate = mount(VaultGate, { attachTo: document.body })
    await flushPromises()
    button('看看示例支部')!.click()
    await flushPromises()
    expect(last('open_sample')).toEqual({ anew: false })
    expect(session.status?.is_sample).toBe(true)
    gate.unmount()
    const band = mount(SampleBand, { attachTo: document.body, global: { plugins: [router] } })
    expect(band.text()).toContain('人和事都是编的')
    button('重新做一份')!.click()
    await flushPromises()
    expect(last('open_sample')).toEqual({ anew: true })
  })
})

describe('a new passphrase', () => {
  it('is taken once the core accepts it and both entries agree', async () => {
    const wrapper = mount(NewPassphrase, {
      props: { name: 'new', about: ['示例支部'], modelValue: '' },
      attachTo: document.body,
    })
    const [first, second] = wrapper.findAll('input')
    await first!.setValue('11111111')
    await flushPromises()
    expect(last('passphrase_judge')).toEqual({ passphrase: '11111111', about: ['示例支部'] })
    expect(wrapper.text()).toContain('太弱')
    await second!.setValue('11111111')
    await flushPromises()
    expect(wrapper.emitted('update:modelValue')?.at(-1)?.[0] ?? '').toBe('')
    await first!.setValue('窗台第三盆绿萝开花')
    await second!.setValue('窗台第三盆绿萝开花')
    await flushPromises()
    expect(wrapper.emitted('update:modelValue')?.at(-1)).toEqual(['窗台第三盆绿萝开花'])
  })
})
