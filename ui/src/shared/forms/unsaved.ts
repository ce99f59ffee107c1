// What is typed and not saved yet, wherever in the window it stands. Whoever would make it go away asks here first.

import {
  type ComponentInternalInstance,
  getCurrentInstance,
  type InjectionKey,
  inject,
  onBeforeUnmount,
  onMounted,
  ref,
  type WatchSource,
  watch,
} from 'vue'

/** A place where something is written. */
export interface Writing {
  /** What it is called when the user is asked about it. */
  label: string
  /** Waits for a save under way; what saves by itself is saved now. */
  settle: () => Promise<unknown>
  /** Whether something stands there that is not saved. */
  changed: () => boolean
  /** Saves; whether that was possible. Where it was not, the place itself says why. `null` where nothing can be half saved. */
  save: (() => Promise<boolean>) | null
  /** Lets go of what is not saved. */
  drop: () => void
  /** What is written, to be kept in the file over a lock; `null` for what is never kept: passphrases. */
  draft: () => unknown
}

interface Place extends Writing {
  instance: ComponentInternalInstance | null
  /** What it goes away with: the panel or form that was opened last around it. */
  door: symbol | null
}

/** What the user answers: to save, to let go, or to go on writing. */
export type Answer = 'save' | 'drop' | 'stay'

/** Some of the places. */
export type Where = (place: Pick<Place, 'instance' | 'door'>) => boolean

/** The doors of a component that stand open, the last opened last. */
export const openDoors: InjectionKey<symbol[]> = Symbol('open doors')

const places = new Set<Place>()

/** The question that is open. */
export const question = ref<{ labels: string[]; canSave: boolean; answer: (answer: Answer) => void } | null>(null)

/** Makes a place known as long as the calling component stands. */
export function useWriting(writing: Writing) {
  const place = { ...writing, instance: getCurrentInstance(), door: inject(openDoors, []).at(-1) ?? null }
  onMounted(() => places.add(place))
  onBeforeUnmount(() => places.delete(place))
}

const everywhere: Where = () => true

/** In a component, or anywhere below it. */
export const inside =
  (component: ComponentInternalInstance | null): Where =>
  ({ instance }) => {
    for (let one = instance; one; one = one.parent) if (one === component) return true
    return false
  }

/** Where something is written that is not saved. */
export const changedPlaces = (where = everywhere): Writing[] =>
  [...places].filter((place) => where(place) && place.changed())

/** Saves what saves by itself: before something is taken back, or the file is locked. */
export async function settleAll(where = everywhere) {
  await Promise.all([...places].filter(where).map((place) => place.settle()))
}

/** Whether what is written there may go away: all is saved, or the user saves it now or lets it go. */
export async function mayLeave(where = everywhere): Promise<boolean> {
  await settleAll(where)
  const changed = changedPlaces(where)
  if (changed.length === 0) return true
  // A second way out while the question is open changes nothing.
  if (question.value) return false
  const answer = await ask(changed)
  if (answer === 'drop') for (const place of changed) place.drop()
  if (answer === 'save') for (const place of changed) if (!(await place.save?.())) return false
  return answer !== 'stay'
}

function ask(changed: Writing[]): Promise<Answer> {
  return new Promise((resolve) => {
    question.value = {
      labels: [...new Set(changed.map(({ label }) => label))],
      canSave: changed.every(({ save }) => save !== null),
      answer(answer) {
        question.value = null
        resolve(answer)
      },
    }
  })
}

/** Fills a form from a record, now and whenever the record comes anew, but never over something typed. */
export function useFilling<T>(source: WatchSource<T | null | undefined>, fill: (record: T) => void) {
  const here = inside(getCurrentInstance())
  watch(
    source,
    (record) => {
      if (!record || changedPlaces(here).length > 0) return
      // What is filled in is no change of the user's.
      for (const place of places) if (here(place)) place.drop()
      fill(record as T)
    },
    { immediate: true },
  )
}
