import { onBeforeUnmount, onMounted, ref } from 'vue'
import { problemOf } from '@/ipc/problem'
import type { Done, Problem } from '@/ipc/types'
import { announce } from './changes'

export type AutosaveState = 'saved' | 'waiting' | 'saving' | 'failed'

const PAUSE_MS = 800

/** Everything on the page that saves by itself. */
const open = new Set<() => Promise<boolean>>()

/**
 * Saves what is still waiting: before a page is left, the file is locked, or something is taken back. Whether all of it
 * was saved.
 */
export async function saveEverything(): Promise<boolean> {
  const saved = await Promise.all([...open].map((flush) => flush()))
  return saved.every(Boolean)
}

/**
 * Saves by itself: a short pause after the last change, and at once on `flush` (leaving the field, leaving the page,
 * Ctrl+S). One save runs at a time, and what was changed meanwhile is saved after it. No toast: the state is shown
 * where the writing is done.
 */
export function useAutosave(save: () => Promise<Done<unknown>>) {
  const state = ref<AutosaveState>('saved')
  const problem = ref<Problem | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined

  function touch() {
    state.value = 'waiting'
    clearTimeout(timer)
    timer = setTimeout(flush, PAUSE_MS)
  }

  async function flush(): Promise<void> {
    clearTimeout(timer)
    await running
    if (state.value !== 'waiting' && state.value !== 'failed') return
    running = saveNow()
    await running
  }

  async function settle(): Promise<boolean> {
    await flush()
    return state.value !== 'failed'
  }

  async function saveNow() {
    state.value = 'saving'
    try {
      const done = await save()
      problem.value = null
      // A change made while saving has set the state back to waiting and has its own timer.
      if (state.value === 'saving') state.value = 'saved'
      announce(done)
    } catch (thrown) {
      problem.value = problemOf(thrown)
      state.value = 'failed'
    } finally {
      running = undefined
    }
  }

  function onKey(event: KeyboardEvent) {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
      event.preventDefault()
      void flush()
    }
  }
  onMounted(() => {
    open.add(settle)
    window.addEventListener('keydown', onKey)
    window.addEventListener('blur', flush)
  })
  onBeforeUnmount(() => {
    open.delete(settle)
    window.removeEventListener('keydown', onKey)
    window.removeEventListener('blur', flush)
    void flush()
  })

  return { state, problem, touch, flush }
}
