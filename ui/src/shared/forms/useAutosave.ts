import { onBeforeUnmount, onMounted, ref } from 'vue'
import { problemOf } from '@/ipc/problem'
import type { Done, Problem } from '@/ipc/types'
import { announce } from '@/shared/session/changes'
import { keepDraftsSoon, takeText } from './drafts'
import { useWriting } from './unsaved'
import { isSaveKey } from './useSaveKey'

export type AutosaveState = 'saved' | 'waiting' | 'saving' | 'failed'

const PAUSE_MS = 800

/** What is written, where it is one object: kept over a lock if it cannot be saved. */
interface Written {
  /** What the place is called. */
  label: string
  text?: () => unknown
  /** Puts back what was kept. */
  restore?: (text: never) => void
}

/**
 * Saves by itself: a short pause after the last change, and at once on `flush` (leaving the field, leaving the page,
 * Ctrl+S). One save runs at a time, and what was changed meanwhile is saved after it. No toast: the state is shown
 * where the writing is done.
 */
export function useAutosave(save: () => Promise<Done<unknown>>, { label, text, restore }: Written) {
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
      keepDraftsSoon()
    } finally {
      running = undefined
    }
  }

  useWriting({
    label,
    settle: flush,
    changed: () => state.value === 'failed',
    async save() {
      await flush()
      return state.value !== 'failed'
    },
    drop() {
      if (state.value === 'failed') state.value = 'saved'
    },
    draft: () => text?.() ?? null,
  })

  function onKey(event: KeyboardEvent) {
    if (!isSaveKey(event)) return
    event.preventDefault()
    void flush()
  }
  onMounted(() => {
    window.addEventListener('keydown', onKey)
    window.addEventListener('blur', flush)
    const kept = restore && takeText(label)
    if (!kept) return
    restore(kept as never)
    touch()
  })
  onBeforeUnmount(() => {
    window.removeEventListener('keydown', onKey)
    window.removeEventListener('blur', flush)
    void flush()
  })

  return { state, problem, touch, flush }
}
