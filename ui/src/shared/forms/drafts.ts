// What was being written when the file was locked, or the program was ended, is kept in the file and offered again.

import { onScopeDispose, type Ref, ref } from 'vue'
import { draftKeep, draftList } from '@/ipc/commands'
import type { Draft } from '@/ipc/types'
import { changedPlaces, type Writing } from './unsaved'

const PAUSE_MS = 2000

/** What a page had open, and what was written in it, by the names they have there. */
interface Content {
  open: Record<string, unknown>
  texts: Record<string, unknown>
}

/** Drafts of an earlier time about which nothing was decided yet. */
export const offered = ref<Draft[]>([])

/** What is being taken up again and not yet back in its place. */
let resumed: { draft: Draft; content: Content } | null = null

/** What can be open on the page, by its name. */
const doors = new Map<string, { door: Ref<unknown>; usual: unknown }>()

/** Where the window is: set by the router. */
let page = '/'
/** What the file keeps. */
let kept = '[]'
let timer: ReturnType<typeof setTimeout> | undefined

/** Reads what the file keeps; called when it was opened. */
export async function loadDrafts() {
  resumed = null
  offered.value = await draftList().catch(() => [])
  kept = JSON.stringify(offered.value)
}

/** The window went to another page: what was not taken up again there is offered again. */
export function moveTo(path: string) {
  if (resumed && resumed.draft.page !== path) {
    offered.value = [resumed.draft, ...offered.value]
    resumed = null
  }
  page = path
}

/** Takes a draft up again: on its page everything opens as it was. */
export function resume(draft: Draft) {
  offered.value = offered.value.filter((other) => other !== draft)
  resumed = { draft, content: JSON.parse(draft.content) as Content }
}

export async function discard(draft: Draft) {
  offered.value = offered.value.filter((other) => other !== draft)
  await keepDrafts()
}

/** What was written in a place of this name, once. */
export function takeText<T>(label: string): T | undefined {
  const text = resumed?.content.texts[label] as T | undefined
  if (resumed) delete resumed.content.texts[label]
  if (resumed && Object.keys(resumed.content.texts).length === 0) resumed = null
  return text
}

/** Keeps what is written, a while after the last key. */
export function keepDraftsSoon() {
  clearTimeout(timer)
  timer = setTimeout(() => void keepDrafts(), PAUSE_MS)
}

/** Puts into the file what is written now, and what is still offered; in silence, since nobody asked for it. */
export async function keepDrafts() {
  clearTimeout(timer)
  const writing = changedPlaces().filter((place) => place.draft() !== null)
  const drafts = [...(writing.length ? [draftOf(writing)] : []), ...(resumed ? [resumed.draft] : []), ...offered.value]
  const now = JSON.stringify(drafts)
  if (now === kept) return
  try {
    await draftKeep(drafts)
    kept = now
  } catch {
    // A file that cannot be written to says so where something is saved.
  }
}

function draftOf(writing: Writing[]): Draft {
  const open = [...doors]
    .filter(([, { door, usual }]) => door.value !== usual)
    .map(([name, { door }]) => [name, door.value])
  const content: Content = {
    open: Object.fromEntries(open),
    texts: Object.fromEntries(writing.map((place) => [place.label, place.draft()])),
  }
  return { page, labels: writing.map(({ label }) => label), content: JSON.stringify(content), kept_at: null }
}

/** Makes known what can be open under a name; gives what was open there when the draft being taken up was kept. */
export function registerDoor(name: string, door: Ref<unknown>, usual: unknown): unknown {
  doors.set(name, { door, usual })
  onScopeDispose(() => {
    if (doors.get(name)?.door === door) doors.delete(name)
  })
  return resumed?.content.open[name]
}
