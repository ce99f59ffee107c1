import { type ComponentInternalInstance, customRef, getCurrentInstance, provide, type Ref, shallowRef } from 'vue'
import { registerDoor } from './drafts'
import { changedPlaces, inside, mayLeave, openDoors } from './unsaved'

const doorsOf = new WeakMap<ComponentInternalInstance, symbol[]>()

/**
 * What is open on a page: a side panel, a form, a record in it. Closing it or opening another asks first about what is
 * written there and not saved; after a lock it opens again as it was. `name` tells it from the others of the page. With
 * `whole` everything in the component is another with it.
 */
export function useOpen<T>(name: string, closed: T, whole = false): Ref<T> {
  const owner = getCurrentInstance()
  const door = Symbol(name)
  const inner = useShown(name, closed)
  const doors = (owner && doorsOf.get(owner)) ?? []
  if (owner && !doorsOf.has(owner)) {
    doorsOf.set(owner, doors)
    provide(openDoors, doors)
  }
  const behind = whole ? inside(owner) : (place: { door: symbol | null }) => place.door === door

  function assign(next: T) {
    const at = doors.indexOf(door)
    if (at >= 0) doors.splice(at, 1)
    if (next !== closed) doors.push(door)
    inner.value = next
  }
  if (inner.value !== closed) doors.push(door)

  return customRef(() => ({
    get: () => inner.value,
    set(next) {
      if (inner.value === next) return
      if (changedPlaces(behind).length === 0) assign(next)
      else
        void mayLeave(behind).then((may) => {
          if (may) assign(next)
        })
    },
  }))
}

/** As `useOpen`, for what takes nothing away when it changes: which tab is in front. */
export function useShown<T>(name: string, usual: T): Ref<T> {
  const shown = shallowRef(usual)
  const kept = registerDoor(name, shown, usual)
  if (kept !== undefined) shown.value = kept as T
  return shown
}
