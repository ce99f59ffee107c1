import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import OldBackups from '@/features/settings/OldBackups.vue'
import BackupList from '@/features/vault/BackupList.vue'
import { size } from '@/features/vault/backups'
import type { PickedFile } from '@/ipc/call'
import { calls, refuseNext } from '../fakeCall'

const last = (name: string) => calls.filter((call) => call.name === name).at(-1)?.request

async function list(props: { file?: PickedFile; passphrase?: string } = {}) {
  const wrapper = mount(BackupList, { props, attachTo: document.body })
  await flushPromises()
  return wrapper
}

const button = (text: string) =>
  [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === text)

async function press(text: string) {
  button(text)!.click()
  await flushPromises()
}

async function choose(wrapper: VueWrapper, time: string) {
  await wrapper
    .findAll('button.link-button')
    .find((one) => one.text().startsWith(time))!
    .trigger('click')
  await flushPromises()
}

describe('the list of backups', () => {
  it('says of each whether it was checked, and of a day that cannot be that the clock was wrong', async () => {
    const text = (await list()).text()
    for (const said of [
      '✓ 已验证',
      '要用当时的密码',
      '已损坏，打不开',
      '空文件，不是备份',
      '电脑时间不对',
      '4.6 MB',
      '5,214',
    ])
      expect(text).toContain(said)
  })

  it('shows what is in one before it is restored, and says that this can be taken back', async () => {
    const wrapper = await list()
    await choose(wrapper, '2026年11月20日')
    expect(wrapper.get('[data-test=backup-contents]').text()).toContain('312')
    await press('恢复到这一天…')
    expect(document.body.textContent).toContain('随时可以再换回来')
    expect(last('backup_restore')).toBeUndefined()
    await press('恢复')
    expect(last('backup_restore')).toEqual({
      file: null,
      passphrase: null,
      name: '示例协会支部 2026-11-20 091200.zhibu',
    })
    expect(wrapper.emitted('restored')).toHaveLength(1)
  })

  it('asks for the earlier passphrase where the present one does not open a backup', async () => {
    const wrapper = await list()
    await choose(wrapper, '2026年10月31日')
    expect(last('backup_look')).not.toMatchObject({ name: expect.stringContaining('2026-10-31') })
    await wrapper.get('input[type=password]').setValue('从前的密码从前')
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(last('backup_look')).toMatchObject({ passphrase: '从前的密码从前' })
  })

  it('keeps the sentence of a refusal beside the button that was pressed', async () => {
    const wrapper = await list()
    await choose(wrapper, '2026年11月20日')
    refuseNext('backup_restore', { message: '备份没有通过核对' })
    await press('恢复到这一天…')
    await press('恢复')
    expect(wrapper.get('[data-test=backup]').text()).toContain('备份没有通过核对')
    expect(wrapper.emitted('restored')).toBeUndefined()
  })

  it('works on a file that is not open, with the passphrase that was asked for', async () => {
    await list({ file: { token: 'f7', name: '支部.zhibu' }, passphrase: '密码密码密码密码' })
    expect(last('backup_list')).toEqual({ file: 'f7', passphrase: '密码密码密码密码' })
  })

  it('copies one to where the user says', async () => {
    const wrapper = await list()
    await choose(wrapper, '2026年11月23日')
    await press('复制到U盘…')
    expect(last('backup_copy')).toMatchObject({ name: '示例协会支部 2026-11-23 091200.zhibu', to: 'f1' })
  })
})

describe('after a new passphrase', () => {
  it('says that old backups open with the old one, and removes them only when asked twice', async () => {
    const wrapper = mount(OldBackups, { attachTo: document.body })
    await flushPromises()
    expect(wrapper.text()).toContain('仍然用旧密码打开')
    await press('删除旧密码的备份…')
    expect(last('backup_delete')).toBeUndefined()
    await press('删除')
    expect(last('backup_delete')).toEqual({ file: null, names: ['示例协会支部 2026-10-31 091200.zhibu'] })
    expect(wrapper.text()).not.toContain('仍然用旧密码打开')
  })
})

describe('a size', () => {
  it.each([
    [2048, '2.0 KB'],
    [49_283_072, '47 MB'],
    [1_288_490_189, '1.2 GB'],
  ])('%i bytes', (bytes, words) => expect(size(bytes)).toBe(words))
})
