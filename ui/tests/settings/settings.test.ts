import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import SettingsPage from '@/features/settings/SettingsPage.vue'
import { auditList, settingsGet, vaultCheck } from '@/ipc/commands'
import { answerNext, calls, refuseNext } from '../fakeCall'
import { last, openPage, press, submit } from '../hand'

type Page = Awaited<ReturnType<typeof openPage>>

const part = (wrapper: Page, name: string) => wrapper.get(`section[aria-label=${name}]`)

beforeEach(() => {
  calls.length = 0
})

describe('the page of settings', () => {
  it('saves who works with the program and leaves everything else as it was', async () => {
    const before = await settingsGet()
    const wrapper = await openPage(SettingsPage)
    await part(wrapper, '经办人').get('input').setValue(' 赵建国 ')
    await submit(wrapper, '经办人')
    expect(last('settings_save')).toEqual({ ...before, operator: '赵建国' })
  })

  it('saves how long a letter is good and by whose word; empty is as everywhere', async () => {
    const wrapper = await openPage(SettingsPage)
    const [days, source] = part(wrapper, '介绍信有效期').findAll('input')
    await days!.setValue('30')
    await days!.trigger('change')
    await source!.setValue('区委组织部')
    await submit(wrapper, '介绍信有效期')
    expect(last('settings_save')).toMatchObject({ letter_valid_days: 30, letter_valid_source: '区委组织部' })
    await days!.setValue('')
    await days!.trigger('change')
    await submit(wrapper, '介绍信有效期')
    expect(last('settings_save')).toMatchObject({ letter_valid_days: null })
  })

  it('says why a setting was refused', async () => {
    const wrapper = await openPage(SettingsPage)
    refuseNext('settings_save', { fields: [{ field: 'letter_valid_days', message: '最多 90 天' }] })
    await submit(wrapper, '介绍信有效期')
    expect(part(wrapper, '介绍信有效期').get('.field-error').text()).toBe('最多 90 天')
  })

  it('takes the minutes after which the file is locked as soon as they are chosen', async () => {
    const wrapper = await openPage(SettingsPage)
    part(wrapper, '自动锁定').getComponent({ name: 'ElSelect' }).vm.$emit('change', 0)
    await flushPromises()
    expect(last('settings_save')).toMatchObject({ lock_after_minutes: 0 })
  })

  it('makes the letters larger and stops at the largest', async () => {
    const wrapper = await openPage(SettingsPage)
    for (let times = 0; times < 4; times += 1) await press(wrapper, 'A+ 放大字号')
    expect(document.documentElement.style.fontSize).toBe('20px')
    expect(wrapper.get('[aria-label="A+ 放大字号"]').attributes('disabled')).toBeDefined()
    for (let times = 0; times < 4; times += 1) await press(wrapper, 'A− 缩小字号')
    expect(document.documentElement.style.fontSize).toBe('16px')
  })
})

describe('the check of the file', () => {
  it('says that all is well and how much was looked at', async () => {
    const wrapper = await openPage(SettingsPage)
    await press(wrapper, '检查文件')
    expect(part(wrapper, '文件与备份').get('[role=status]').text()).toContain('文件完好，214 条修改记录')
  })

  it('names every fault', async () => {
    const faults = ['第 12 条修改记录被改过', '党员表与修改记录不一致']
    answerNext('vault_check', { ...(await vaultCheck()), ok: false, faults })
    const wrapper = await openPage(SettingsPage)
    await press(wrapper, '检查文件')
    const said = part(wrapper, '文件与备份')
    expect(said.findAll('[role=alert] li').map((line) => line.text())).toEqual(faults)
    expect(said.text()).not.toContain('文件完好')
  })
})

describe('the log of changes', () => {
  it('shows the newest and goes back from the last one that is shown', async () => {
    const wrapper = await openPage(SettingsPage)
    expect(last('audit_list')).toEqual({ before: null, limit: 50, member: null })
    const { seq, label } = (await auditList({ before: null, limit: 50, member: null })).at(-1)!
    expect(part(wrapper, '修改记录').text()).toContain(label)
    answerNext('audit_list', [
      { seq: 1, at: '2026-01-05T09:00:00+08:00', command: '', label: '建档', records: 1, clock_set_back: true },
    ])
    await press(wrapper, '看更早的')
    expect(last('audit_list')).toEqual({ before: seq, limit: 50, member: null })
    expect(part(wrapper, '修改记录').text()).toContain('2026年1月5日 09:00（电脑时钟往回调过）')
    expect(wrapper.findAll('button').map((button) => button.text())).not.toContain('看更早的')
  })
})

describe('a new passphrase', () => {
  it('says at its field that the present one is wrong, and forgets it when it is right', async () => {
    const wrapper = await openPage(SettingsPage)
    await press(wrapper, '换密码…')
    const fields = part(wrapper, '密码与恢复码').findAll('input')
    await fields[0]!.setValue('从前的密码从前')
    for (const field of fields.slice(1)) await field.setValue('窗台第三盆绿萝开花')
    await flushPromises()
    refuseNext('passphrase_change', { fields: [{ field: 'current', message: '现在的密码不对' }] })
    await submit(wrapper, '换密码')
    expect(part(wrapper, '密码与恢复码').get('.field-error').text()).toBe('现在的密码不对')
    await submit(wrapper, '换密码')
    expect(last('passphrase_change')).toEqual({ current: '从前的密码从前', new: '窗台第三盆绿萝开花' })
    expect(wrapper.get('[data-test=recovery-code]').text()).toContain('只显示这一次')
    expect(fields[0]!.element.value).toBe('')
  })
})
