import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { CommandError } from '@/ipc/problem'
import type { Done } from '@/ipc/types'
import { mayLeave, question, settleAll } from '@/shared/forms/unsaved'
import { useAutosave } from '@/shared/forms/useAutosave'
import { announce } from '@/shared/session/changes'
import { lockNow, session } from '@/shared/session/session'
import { hideToast, toast } from '@/shared/session/toast'
import { useAction, useLoad } from '@/shared/session/useCommand'

/** Runs a composable in a component, where it lives and dies. */
function inComponent<T>(setup: () => T) {
  const box: { api?: T } = {}
  const wrapper = mount(
    defineComponent(() => {
      box.api = setup()
      return () => h('div')
    }),
  )
  return { api: box.api as T, wrapper }
}

const refusal = new CommandError({ code: 'locked', message: '文件已锁定。', hint: '请重新输入密码', fields: [] })
const done = (changes: Done<null>['changes'], undo: string | null = '修改'): Done<null> => ({
  value: null,
  changes,
  undo,
})

beforeEach(hideToast)

describe('loading', () => {
  it('loads again when a room it shows has changed, and only then', async () => {
    const load = vi.fn(async () => 1)
    const { wrapper } = inComponent(() => useLoad(load, ['roster']))
    await flushPromises()
    announce(done(['study']))
    expect(load).toHaveBeenCalledTimes(1)
    announce(done(['meetings', 'roster']))
    expect(load).toHaveBeenCalledTimes(2)
    wrapper.unmount()
    announce(done(['roster']))
    expect(load).toHaveBeenCalledTimes(2)
  })

  it('a refusal becomes a sentence', async () => {
    const { api } = inComponent(() => useLoad(() => Promise.reject(refusal)))
    await flushPromises()
    expect(api.problem.value).toMatchObject({ message: '文件已锁定。', hint: '请重新输入密码' })
  })

  it('an error nobody foresaw is not silent either', async () => {
    const { api } = inComponent(() => useLoad(() => Promise.reject(new TypeError('boom'))))
    await flushPromises()
    expect(api.problem.value?.message).toContain('程序内部出错')
    expect(api.problem.value?.hint).toContain('boom')
  })

  it('an older reply that comes late does not overwrite a newer one', async () => {
    const replies: Array<(value: string) => void> = []
    const { api } = inComponent(() => useLoad(() => new Promise<string>((resolve) => replies.push(resolve))))
    void api.reload()
    replies[1]!('new')
    replies[0]!('old')
    await flushPromises()
    expect(api.data.value).toBe('new')
  })
})

describe('changing', () => {
  it('says that it is saved and offers to take it back', async () => {
    const { api } = inComponent(useAction)
    await api.change(async () => done(['roster']))
    expect(toast).toMatchObject({ shown: true, text: '已保存', canUndo: true })
  })

  it('offers no undo for what cannot be undone', async () => {
    const { api } = inComponent(useAction)
    await api.change(async () => done(['reports'], null))
    expect(toast).toMatchObject({ shown: true, canUndo: false })
  })

  it('a refusal says nothing was saved', async () => {
    const { api } = inComponent(useAction)
    expect(await api.change(() => Promise.reject(refusal))).toBeUndefined()
    expect(api.problem.value?.message).toBe('文件已锁定。')
    expect(toast.shown).toBe(false)
    expect(api.busy.value).toBe(false)
  })
})

describe('saving by itself', () => {
  it('saves many strokes once, after a pause', async () => {
    vi.useFakeTimers()
    const save = vi.fn(async () => done([]))
    const { api } = inComponent(() => useAutosave(save, { label: '记录' }))
    api.touch()
    api.touch()
    expect(save).not.toHaveBeenCalled()
    await vi.runAllTimersAsync()
    expect(save).toHaveBeenCalledTimes(1)
    expect(api.state.value).toBe('saved')
    vi.useRealTimers()
  })

  it('saves what is left when the page is left', async () => {
    const save = vi.fn(async () => done([]))
    const { api, wrapper } = inComponent(() => useAutosave(save, { label: '记录' }))
    api.touch()
    wrapper.unmount()
    await flushPromises()
    expect(save).toHaveBeenCalledTimes(1)
  })

  it('what was changed while saving is saved after it', async () => {
    vi.useFakeTimers()
    const finish: Array<() => void> = []
    const save = vi.fn(() => new Promise<Done<null>>((resolve) => finish.push(() => resolve(done([])))))
    const { api } = inComponent(() => useAutosave(save, { label: '记录' }))
    api.touch()
    await vi.advanceTimersByTimeAsync(1000)
    api.touch()
    finish[0]!()
    await vi.advanceTimersByTimeAsync(1000)
    expect(save).toHaveBeenCalledTimes(2)
    vi.useRealTimers()
  })

  it('nothing written is lost when the file is locked', async () => {
    const order: string[] = []
    const { api } = inComponent(() =>
      useAutosave(
        async () => {
          order.push('saved')
          return done([])
        },
        { label: '记录' },
      ),
    )
    api.touch()
    await lockNow()
    order.push('locked')
    expect(order).toEqual(['saved', 'locked'])
    await settleAll()
    expect(order).toHaveLength(2)
  })

  it('says that it is not saved when the core refuses', async () => {
    const { api } = inComponent(() => useAutosave(() => Promise.reject(refusal), { label: '记录' }))
    api.touch()
    await api.flush()
    expect(api.state.value).toBe('failed')
    expect(api.problem.value?.message).toBe('文件已锁定。')
  })

  it('asks before a page is left, or the file locked, over something that could not be saved', async () => {
    const { api, wrapper } = inComponent(() => useAutosave(() => Promise.reject(refusal), { label: '记录' }))
    api.touch()
    const stay = mayLeave()
    await flushPromises()
    expect(question.value?.labels).toEqual(['记录'])
    question.value?.answer('stay')
    expect(await stay).toBe(false)
    const save = mayLeave()
    await flushPromises()
    question.value?.answer('save')
    expect(await save, 'still refused').toBe(false)
    const lock = lockNow()
    await flushPromises()
    question.value?.answer('drop')
    await lock
    expect(session.status?.state).toBe('locked')
    wrapper.unmount()
    expect(await mayLeave()).toBe(true)
  })
})
