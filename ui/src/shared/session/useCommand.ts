// How a page talks to the core: one composable for what it shows, one for what it changes.
// Both turn every refusal into a problem that the page shows; nothing fails in silence.

import { onScopeDispose, type Ref, ref, shallowRef } from 'vue'
import { type PickKind, pick } from '@/ipc/call'
import { type CallOptions, problemOf } from '@/ipc/problem'
import type { Done, FileToken, Problem, Progress } from '@/ipc/types'
import { announce, type Concern, onChangeIn } from './changes'
import { showSaved, showToast } from './toast'

/** What a page shows: loaded now, and again after a change in one of `rooms`, which what is shown may name itself. */
export function useLoad<T>(load: () => Promise<T>, rooms: Concern | ((shown: T | undefined) => Concern) = []) {
  const data = shallowRef<T>()
  const problem = ref<Problem | null>(null)
  const loading = ref(false)
  let newest = 0

  async function reload() {
    const mine = ++newest
    loading.value = true
    try {
      const reply = await load()
      // A slower, older reply must not overwrite a newer one.
      if (mine === newest) {
        data.value = reply
        problem.value = null
      }
    } catch (thrown) {
      if (mine !== newest) return
      problem.value = problemOf(thrown)
      // Of a record that is no more nothing is left to be worked with.
      if (isGone(problem.value)) data.value = undefined
    } finally {
      if (mine === newest) loading.value = false
    }
  }

  onChangeIn(typeof rooms === 'function' ? () => rooms(data.value) : rooms, reload)
  void reload()
  return { data, problem, loading, reload }
}

const isGone = ({ code }: Problem) => code.startsWith('no_such_') || code.endsWith('_not_found')

/** One thing the user asks for, with its waiting state and its refusal. */
export function useAction() {
  const busy = ref(false)
  const problem = ref<Problem | null>(null)

  /** Answers `undefined` when refused; the problem then says why. */
  async function run<T>(work: () => Promise<T>): Promise<T | undefined> {
    busy.value = true
    problem.value = null
    try {
      return await work()
    } catch (thrown) {
      problem.value = problemOf(thrown)
      return undefined
    } finally {
      busy.value = false
    }
  }

  /** A change: pages that show it load again, and the toast offers to take it back. */
  async function change<T>(
    work: () => Promise<Done<T>>,
    said: string | ((value: T) => string) = '已保存',
  ): Promise<Done<T> | undefined> {
    const done = await run(work)
    if (!done) return undefined
    announce(done)
    showToast(typeof said === 'string' ? said : said(done.value), done.undo !== null)
    return done
  }

  /** Asks where a file is to go and has it written there; the toast then offers to open it. Nothing happens when the user
   * closes the dialog. */
  async function saveFile(
    kind: PickKind,
    suggested: string,
    write: (file: FileToken) => Promise<{ file_name: string }>,
  ): Promise<boolean> {
    const saved = await run(async () => {
      const file = await pick(kind, suggested)
      return file && { token: file.token, name: (await write(file.token)).file_name }
    })
    if (saved) showSaved(saved)
    return !!saved
  }

  return { busy, problem, run, change, saveFile }
}

/** A long piece of work that shows how far it is and can be stopped. */
export function useLongAction() {
  const action = useAction()
  const progress: Ref<Progress | null> = ref(null)
  let stopper: AbortController | undefined

  function options(): CallOptions {
    stopper = new AbortController()
    progress.value = null
    return { signal: stopper.signal, onProgress: (now) => (progress.value = now) }
  }

  const stop = () => stopper?.abort()
  onScopeDispose(stop)
  return { ...action, progress, options, stop }
}
