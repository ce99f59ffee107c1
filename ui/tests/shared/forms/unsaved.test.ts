// Nothing typed is lost unasked: every form, every panel and dialog, every way out.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick, reactive, ref } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import AttachmentPicture from '@/features/meetings/attachments/AttachmentPicture.vue'
import TalksPage from '@/features/talks/TalksPage.vue'
import type { AttachmentRow, Draft, Problem } from '@/ipc/types'
import DateField from '@/shared/fields/DateField.vue'
import { discard, keepDrafts, loadDrafts, moveTo, offered, resume } from '@/shared/forms/drafts'
import FormShell from '@/shared/forms/FormShell.vue'
import { type Answer, changedPlaces, mayLeave, question, useFilling } from '@/shared/forms/unsaved'
import { useOpen } from '@/shared/forms/useOpen'
import ModalDialog from '@/shared/layout/ModalDialog.vue'
import SidePanel from '@/shared/layout/SidePanel.vue'
import { lockIdle, lockNow, session } from '@/shared/session/session'
import { answerNext, calls, refuseNext } from '../../fakeCall'

const refused: Problem = { code: 'invalid', message: '不行', hint: null, fields: [] }

/** A form with one field around which a page stands. */
function page(save: (problem: { value: Problem | null }) => unknown = () => undefined) {
  const draft = reactive({ text: 'as it was' })
  const problem = ref<Problem | null>(null)
  const Page = defineComponent(
    () => () =>
      h(
        FormShell,
        { problem: problem.value, label: '谈心谈话', draft, onSubmit: () => save(problem) },
        {
          default: () =>
            h('input', {
              value: draft.text,
              onInput: (event: Event) => (draft.text = (event.target as HTMLInputElement).value),
            }),
        },
      ),
  )
  return { Page, draft, problem }
}

async function type(wrapper: ReturnType<typeof mount>, text: string) {
  const input = document.querySelector('input') ?? wrapper.get('input').element
  input.value = text
  input.dispatchEvent(new Event('input', { bubbles: true }))
  await nextTick()
}

async function answer(choice: Answer) {
  await flushPromises()
  expect(question.value, 'nothing was asked').not.toBeNull()
  question.value?.answer(choice)
  await flushPromises()
}

const pressEscape = () =>
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }))
const kept = () => calls.filter(({ name }) => name === 'draft_keep').map(({ request }) => request as Draft[])

beforeEach(async () => {
  document.body.innerHTML = ''
  calls.length = 0
  question.value = null
  session.status = { today: '2026-11-23', state: 'open' } as typeof session.status
  moveTo('/meetings/talks')
  await loadDrafts()
})

describe('a form', () => {
  it('that nobody touched is left unasked, also after the program filled it in', async () => {
    const { Page, draft } = page()
    mount(Page, { attachTo: document.body })
    draft.text = 'filled in'
    await nextTick()
    expect(await mayLeave()).toBe(true)
  })

  it('with changes asks: go on writing, let go, or save', async () => {
    const save = vi.fn()
    const { Page, draft } = page(save)
    const wrapper = mount(Page, { attachTo: document.body })
    await type(wrapper, '写了一半')

    const staying = mayLeave()
    await answer('stay')
    expect(await staying).toBe(false)
    expect(draft.text).toBe('写了一半')

    const saving = mayLeave()
    await answer('save')
    expect(await saving).toBe(true)
    expect(save).toHaveBeenCalledTimes(1)
    expect(await mayLeave(), 'what is saved is not asked about').toBe(true)

    await type(wrapper, '又写')
    const dropping = mayLeave()
    await answer('drop')
    expect(await dropping).toBe(true)
    expect(save).toHaveBeenCalledTimes(1)
  })

  it('stays where saving it is refused, and still asks', async () => {
    const { Page } = page(async (problem) => {
      problem.value = refused
    })
    const wrapper = mount(Page, { attachTo: document.body })
    await type(wrapper, '写了一半')
    const saving = mayLeave()
    await answer('save')
    expect(await saving).toBe(false)
    expect(changedPlaces()).toHaveLength(1)
  })

  it('typed back to what it was has no changes', async () => {
    const { Page } = page()
    const wrapper = mount(Page, { attachTo: document.body })
    await type(wrapper, '别的')
    await type(wrapper, 'as it was')
    expect(await mayLeave()).toBe(true)
  })

  it('asks once, however many ways out are tried', async () => {
    const { Page } = page()
    await type(mount(Page, { attachTo: document.body }), '写了一半')
    const first = mayLeave()
    await flushPromises()
    expect(await mayLeave()).toBe(false)
    await answer('stay')
    expect(await first).toBe(false)
  })
})

describe('a panel and a dialog', () => {
  it.each([
    ['Esc', () => pressEscape()],
    ['×', () => document.querySelector<HTMLElement>('[aria-label=关闭]')?.click()],
  ])('a side panel asks before %s closes it', async (_, close) => {
    const { Page } = page()
    const closed = vi.fn()
    const wrapper = mount(SidePanel, {
      props: { title: '登记谈话', onClose: closed },
      slots: { default: () => h(Page) },
      attachTo: document.body,
    })
    await type(wrapper, '写了一半')
    close()
    await answer('stay')
    expect(closed).not.toHaveBeenCalled()
    close()
    await answer('drop')
    expect(closed).toHaveBeenCalledTimes(1)
  })

  it('a dialog asks before Esc closes it', async () => {
    const { Page } = page()
    const closed = vi.fn()
    const wrapper = mount(ModalDialog, {
      props: { title: '签名', width: '10rem', modelValue: true, onClose: closed },
      slots: { default: () => h(Page) },
      attachTo: document.body,
    })
    await flushPromises()
    await type(wrapper, '写了一半')
    pressEscape()
    await answer('stay')
    expect(closed).not.toHaveBeenCalled()
  })

  it('in a real page: neither another record beside it nor 取消 throws away what is typed', async () => {
    const router = createRouter({
      history: createMemoryHistory(),
      routes: [{ path: '/:rest(.*)*', component: TalksPage }],
    })
    const wrapper = mount(TalksPage, { global: { plugins: [router] }, attachTo: document.body })
    await flushPromises()
    const openNew = () =>
      wrapper
        .findAll('button')
        .find((button) => button.text() === '登记谈话')
        ?.trigger('click')
    await openNew()
    await flushPromises()
    const field = wrapper.get('textarea')
    await field.setValue('谈了工作')
    await wrapper.get('.names button').trigger('click')
    await answer('stay')
    expect(wrapper.get('textarea').element.value).toBe('谈了工作')
  })
})

describe('what stands in no form', () => {
  it('a date that cannot be read asks before it goes; one that can is saved at once', async () => {
    const wrapper = mount(DateField, { props: { modelValue: null, label: '申请书上的日期' }, attachTo: document.body })
    await wrapper.get('input').setValue('2026-02-30')
    const leaving = mayLeave()
    await flushPromises()
    expect(question.value).toMatchObject({ labels: ['申请书上的日期'], canSave: true })
    await answer('save')
    expect(await leaving).toBe(false)
    await wrapper.get('input').setValue('2026-02-28')
    expect(await mayLeave()).toBe(true)
    wrapper.unmount()
  })

  it('what shows a photo is kept when the idle lock comes before the field is left', async () => {
    const photo = {
      id: 7,
      owner: { meeting: 1 },
      kind: 'photo',
      name: '会场.png',
      caption: '',
      is_picture: true,
    } as const
    const wrapper = mount(AttachmentPicture, {
      props: { photo: photo as unknown as AttachmentRow, number: 1 },
      attachTo: document.body,
    })
    await wrapper.get('input').setValue('会场')
    await lockIdle()
    expect(calls.find(({ name }) => name === 'attachment_save')?.request).toMatchObject({ id: 7, caption: '会场' })
  })
})

describe('what a page has open', () => {
  /** Two forms side by side, each opened by its own button. */
  function two() {
    const [left, right] = [page(), page()]
    const doors: Record<string, { value: boolean }> = {}
    const Host = defineComponent(() => {
      doors.left = useOpen('left', false)
      doors.right = useOpen('right', false)
      return () => h('div', [doors.left?.value && h(left.Page), doors.right?.value && h(right.Page)])
    })
    const wrapper = mount(Host, { attachTo: document.body })
    return { wrapper, doors, left, right }
  }

  it('closes unasked when nothing is typed there, whatever stands beside it', async () => {
    const { wrapper, doors, left } = two()
    doors.left!.value = true
    await nextTick()
    await type(wrapper, '写了一半')
    doors.right!.value = true
    await nextTick()
    doors.right!.value = false
    await flushPromises()
    expect(question.value).toBeNull()
    expect(doors.right!.value).toBe(false)
    expect(left.draft.text).toBe('写了一半')
  })

  it('asks when 取消, or another button, would close it over what is typed', async () => {
    const { wrapper, doors } = two()
    doors.left!.value = true
    await nextTick()
    await type(wrapper, '写了一半')
    doors.left!.value = false
    await answer('stay')
    expect(doors.left!.value).toBe(true)
    doors.left!.value = false
    await answer('drop')
    expect(doors.left!.value).toBe(false)
  })

  it('is filled from a record that comes anew only as long as nothing is typed', async () => {
    const record = ref('原来的')
    const { Page, draft } = page()
    const Host = defineComponent(() => {
      useFilling(record, (text) => (draft.text = text))
      return () => h(Page)
    })
    const wrapper = mount(Host, { attachTo: document.body })
    record.value = '改过的'
    await nextTick()
    expect(draft.text).toBe('改过的')
    expect(changedPlaces()).toEqual([])
    await type(wrapper, '我写的')
    record.value = '别处又改'
    await nextTick()
    expect(draft.text).toBe('我写的')
  })
})

describe('locking', () => {
  it('asks when the user locks', async () => {
    const { Page } = page()
    await type(mount(Page, { attachTo: document.body }), '写了一半')
    const locking = lockNow()
    await answer('stay')
    await locking
    expect(calls.some(({ name }) => name === 'vault_lock')).toBe(false)
  })

  it('the idle lock keeps what was typed in the file, before it locks, and asks nobody', async () => {
    const { Page } = page()
    await type(mount(Page, { attachTo: document.body }), '写了一半')
    await lockIdle()
    expect(question.value).toBeNull()
    const order = calls.map(({ name }) => name).filter((name) => ['draft_keep', 'vault_lock'].includes(name))
    expect(order).toEqual(['draft_keep', 'vault_lock'])
    expect(kept()[0]?.[0]).toMatchObject({ page: '/meetings/talks', labels: ['谈心谈话'] })
    expect(kept()[0]?.[0]?.content).toContain('写了一半')
  })

  it('it is offered again after unlocking, put back in its place, and then goes from the file once it is saved', async () => {
    const first = page()
    const before = mount(first.Page, { attachTo: document.body })
    await type(before, '写了一半')
    await lockIdle()
    before.unmount()
    const [draft] = kept()[0] as [Draft]

    answerNext('draft_list', [{ ...draft, kept_at: '2026-11-23 09:12' }])
    await loadDrafts()
    expect(offered.value).toHaveLength(1)
    resume(offered.value[0] as Draft)
    const second = page()
    const wrapper = mount(second.Page, { attachTo: document.body })
    await nextTick()
    expect(second.draft.text).toBe('写了一半')
    expect(changedPlaces(), 'it is still not saved').toHaveLength(1)

    await wrapper.get('form').trigger('submit')
    await flushPromises()
    await keepDrafts()
    expect(kept().at(-1)).toEqual([])
  })

  it('what is not taken up again stays in the file until it is let go', async () => {
    const draft = {
      page: '/study',
      labels: ['学习记录'],
      content: '{"open":{},"texts":{"学习记录":{}}}',
      kept_at: null,
    }
    answerNext('draft_list', [draft])
    await loadDrafts()
    const { Page } = page()
    await type(mount(Page, { attachTo: document.body }), '别的')
    await keepDrafts()
    expect(
      kept()
        .at(-1)
        ?.map(({ page: at }) => at),
    ).toEqual(['/meetings/talks', '/study'])
    await discard(offered.value[0] as Draft)
    expect(
      kept()
        .at(-1)
        ?.map(({ page: at }) => at),
    ).toEqual(['/meetings/talks'])
  })

  it('a form that holds a passphrase is neither kept nor asked about', async () => {
    const Secret = defineComponent(
      () => () =>
        h(
          FormShell,
          { problem: null, label: '密码', draft: null, onSubmit: () => undefined },
          { default: () => h('input') },
        ),
    )
    await type(mount(Secret, { attachTo: document.body }), 'geheim')
    expect(await mayLeave()).toBe(true)
    await keepDrafts()
    expect(kept()).toEqual([])
  })

  it('a draft that the file cannot take does not keep it from locking', async () => {
    const { Page } = page()
    await type(mount(Page, { attachTo: document.body }), '写了一半')
    refuseNext('draft_keep', {})
    await lockIdle()
    expect(calls.some(({ name }) => name === 'vault_lock')).toBe(true)
  })
})

describe('every form of the window', () => {
  const files = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name)
      return statSync(path).isDirectory() ? files(path) : path.endsWith('.vue') ? [path] : []
    })
  const sources = files('src').map((path) => ({ path, text: readFileSync(path, 'utf8') }))
  const tags = (text: string, name: string) => text.match(new RegExp(`<${name}\\b(?:[^>"]|"[^"]*")*>`, 'g')) ?? []
  const SECRET = [
    'RecoveryCode',
    'PassphraseSection',
    'FirstRun',
    'RecoverPage',
    'UnlockPage',
    'ExportDialog',
    'RenewDialog',
    'BackupList',
    'RestorePage',
  ]

  it('is a FormShell, and says what is typed in it; only passphrases and choices without text are left out', () => {
    for (const { path, text } of sources) {
      if (!/FormShell|BoundQuarterForm/.test(path)) expect(tags(text, 'form'), path).toEqual([])
      for (const tag of [...tags(text, 'FormShell'), ...tags(text, 'EntryForm')]) {
        expect(tag, path).toMatch(/:draft="/)
        if (/:draft="null"/.test(tag))
          expect(
            SECRET.some((name) => path.includes(name)),
            path,
          ).toBe(true)
      }
    }
  })

  it('stands in a panel or dialog that asks: none but the shared ones closes by itself', () => {
    const OWN = ['ModalDialog', 'LeaveDialog', 'PictureViewer', 'PassphraseSection']
    for (const { path, text } of sources)
      if (!OWN.some((name) => path.includes(name))) expect(tags(text, 'el-(?:dialog|drawer)'), path).toEqual([])
  })

  it('opens and closes through what asks, wherever a page shows it or not', () => {
    const opened = /<(?:[A-Z]\w*Form|SidePanel)\b[^>]*\sv-(?:else-)?if="(\w+)/g
    for (const { path, text } of sources.filter(({ path: at }) => at.includes('features'))) {
      for (const [, name] of text.matchAll(opened)) {
        const declared = new RegExp(
          `const ${name} = (useOpen|useShown|computed|useRoute)|data: ${name}\\b|${name}[?]?:|\\b${name},`,
        )
        expect(declared.test(text), `${path}: ${name}`).toBe(true)
      }
    }
  })
})
