// The help in the window: over every page and dialog, and in nobody's way.

import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, reactive } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import App from '@/app/App.vue'
import JumpBox from '@/app/JumpBox.vue'
import { routes } from '@/app/router'
import RecoverPage from '@/features/vault/RecoverPage.vue'
import FormShell from '@/shared/forms/FormShell.vue'
import { question } from '@/shared/forms/unsaved'
import DropDown from '@/shared/layout/DropDown.vue'
import ModalDialog from '@/shared/layout/ModalDialog.vue'
import SidePanel from '@/shared/layout/SidePanel.vue'
import { help } from '@/shared/session/help'
import { refreshSession, session } from '@/shared/session/session'

const press = (
  key: string,
  target: Element = document.activeElement ?? document.body,
  init: KeyboardEventInit = {},
) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })
  target.dispatchEvent(event)
  return event
}
const panel = () => document.querySelector<HTMLElement>('[data-test=help]')
const shown = () => panel()?.querySelector('h3')?.textContent
const button = (text: string) =>
  [...document.querySelectorAll<HTMLElement>('button')].find((one) => one.textContent?.trim() === text)
const search = () => panel()?.querySelector('input') as HTMLInputElement
const hits = () => [...document.querySelectorAll<HTMLElement>('[role=option].help-hit')]

/** The panel comes with its own file. */
async function settle() {
  await vi.dynamicImportSettled()
  await flushPromises()
}

async function open(path = '/') {
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push(path)
  const wrapper = mount(App, { attachTo: document.body, global: { plugins: [router] } })
  await settle()
  return { wrapper, router }
}

async function f1(target?: Element) {
  const event = press('F1', target)
  await settle()
  return event
}

async function type(text: string) {
  search().value = text
  search().dispatchEvent(new Event('input', { bubbles: true }))
  await flushPromises()
}

beforeEach(async () => {
  help.open = false
  await refreshSession()
})

describe('F1', () => {
  it('opens the section of the page one is on, and closes it again', async () => {
    await open('/study')
    const event = await f1()
    expect(event.defaultPrevented).toBe(true)
    expect(shown()).toBe('学习教育')
    expect(document.activeElement).toBe(search())
    await f1()
    expect(panel()).toBeNull()
  })

  it('works before a file is open, where a button stands for it too', async () => {
    const { wrapper } = await open()
    session.status = { ...session.status, state: 'locked' } as typeof session.status
    await settle()
    button('帮助F1')?.click()
    await settle()
    expect(shown()).toBe('打开档案')
    expect(button('帮助F1')).toBeUndefined()
    wrapper.unmount()
  })

  it('knows which page stands before a file is open', async () => {
    mount(RecoverPage, { props: { file: { token: 'f0', name: '支部.zhibu' } } })
    expect(help.gate).toBe('recover')
  })

  it('stands in the sidebar as the last line', async () => {
    const { wrapper } = await open()
    const lines = wrapper.findAll('nav button, nav a')
    expect(lines.at(-1)?.text()).toBe('帮助F1')
    await lines.at(-1)?.trigger('click')
    await settle()
    expect(shown()).toBe('首页')
  })

  it('does nothing while a Chinese word is being composed, nor again while it is held down', async () => {
    await open()
    press('F1', document.body, { isComposing: true })
    await settle()
    expect(panel()).toBeNull()
    await f1()
    press('F1', document.body, { repeat: true })
    await settle()
    expect(panel()).not.toBeNull()
  })

  it('makes room for itself over a dialog of the system’s own', async () => {
    const { router } = await open()
    const closed = vi.fn()
    mount(JumpBox, { props: { onClose: closed }, attachTo: document.body, global: { plugins: [router] } })
    await f1()
    expect(closed).toHaveBeenCalledTimes(1)
    expect(shown()).toBe('首页')
  })
})

describe('the help', () => {
  it('follows to another page, unless something was chosen by hand', async () => {
    const { router } = await open('/study')
    await f1()
    await router.push('/meetings/talks')
    await settle()
    expect(shown()).toBe('谈心谈话')

    button('目录')?.click()
    await flushPromises()
    button('快捷键')?.click()
    await flushPromises()
    expect(shown()).toBe('快捷键')
    await router.push('/rules')
    await settle()
    expect(shown()).toBe('快捷键')
    button('回到这一页的说明')?.click()
    await flushPromises()
    expect(shown()).toBe('规程')
    expect(button('回到这一页的说明')).toBeUndefined()
  })

  it('leads from one section to another', async () => {
    await open('/settings')
    await f1()
    button('目录')?.click()
    await flushPromises()
    button('各页都一样的')?.click()
    await flushPromises()
    button('撤销')?.click()
    button('快捷键')?.click()
    await flushPromises()
    expect(shown()).toBe('快捷键')
    expect(document.activeElement).toBe(panel()?.querySelector('h3'))
  })

  it('finds, by keyboard: the arrows choose, Enter opens', async () => {
    await open('/')
    await f1()
    await type('恢复码 作废')
    expect(hits().length).toBeGreaterThan(1)
    expect(hits()[0]?.querySelector('mark')).not.toBeNull()
    expect(hits().map((hit) => hit.ariaSelected ?? hit.getAttribute('aria-selected'))[0]).toBe('true')
    press('ArrowDown')
    await flushPromises()
    const second = hits()[1]
    expect(second?.getAttribute('aria-selected')).toBe('true')
    expect(search().getAttribute('aria-activedescendant')).toBe(second?.id)
    const name = second?.querySelector('strong')?.textContent?.split(' · ')[0]
    press('Enter')
    await flushPromises()
    expect(shown()).toBe(name)
    expect(panel()?.querySelector('.help-text mark')).not.toBeNull()
    button('查找结果')?.click()
    await flushPromises()
    expect(hits().length).toBeGreaterThan(1)
  })

  it('says so when nothing is found, and shows the page’s section again when the search is cleared', async () => {
    await open('/')
    await f1()
    await type('一二三四五')
    expect(panel()?.textContent).toContain('没有找到“一二三四五”，换个说法试试。')
    await type('')
    expect(shown()).toBe('首页')
  })
})

describe('closing the help', () => {
  it('Esc closes it first, and only it; then the focus is where it was', async () => {
    await open()
    const closed = vi.fn()
    mount(SidePanel, {
      props: { title: '登记谈话', onClose: closed },
      slots: { default: () => h('input', { class: 'mine' }) },
      attachTo: document.body,
    })
    await flushPromises()
    const mine = document.querySelector<HTMLElement>('.mine')
    mine?.focus()
    await f1()
    expect(document.activeElement).toBe(search())
    press('Escape')
    await flushPromises()
    expect(panel()).toBeNull()
    expect(closed).not.toHaveBeenCalled()
    expect(document.activeElement).toBe(mine)
    press('Escape')
    await flushPromises()
    expect(closed).toHaveBeenCalledTimes(1)
  })

  it('leaves the focus where the hand went meanwhile', async () => {
    await open()
    const other = document.createElement('input')
    document.body.append(other)
    await f1()
    other.focus()
    await f1()
    expect(document.activeElement).toBe(other)
    other.remove()
  })

  it('Esc goes to the input method while it is composing', async () => {
    await open()
    await f1()
    press('Escape', search(), { isComposing: true })
    await flushPromises()
    expect(panel()).not.toBeNull()
  })
})

describe('a form that one needs help with', () => {
  const draft = reactive({ text: '' })
  const Form = defineComponent(
    () => () =>
      h(
        FormShell,
        { problem: null, label: '谈心谈话', draft, onSubmit: () => undefined },
        {
          default: () =>
            h('input', {
              class: 'mine',
              value: draft.text,
              onInput: (event: Event) => (draft.text = (event.target as HTMLInputElement).value),
            }),
        },
      ),
  )
  async function write() {
    await flushPromises()
    const mine = document.querySelector<HTMLInputElement>('.mine') as HTMLInputElement
    mine.focus()
    mine.value = '写了一半'
    mine.dispatchEvent(new Event('input', { bubbles: true }))
    await flushPromises()
    return mine
  }

  beforeEach(() => {
    draft.text = ''
  })

  it('in a dialog stays open and is not asked about; the dialog lets the help have the focus', async () => {
    await open()
    const closed = vi.fn()
    mount(ModalDialog, {
      props: { title: '签名', width: '10rem', onClose: closed },
      slots: { default: () => h(Form) },
      attachTo: document.body,
    })
    const mine = await write()
    await f1(mine)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(document.activeElement).toBe(search())
    press('Escape')
    await flushPromises()
    expect(question.value).toBeNull()
    expect(closed).not.toHaveBeenCalled()
    expect(document.querySelector<HTMLInputElement>('.mine')?.value).toBe('写了一半')
  })

  it('in a list that opens below a button stays open when the help is pressed', async () => {
    await open()
    const list = mount(DropDown, {
      props: { label: '常用名册', modelValue: true },
      slots: { default: () => h(Form) },
      attachTo: document.body,
    })
    await write()
    await f1()
    search().dispatchEvent(new MouseEvent('pointerdown', { bubbles: true }))
    await flushPromises()
    expect(question.value).toBeNull()
    expect(list.emitted('update:modelValue')).toBeUndefined()
  })
})
