import { nextTick, type Ref, ref } from 'vue'

/**
 * Walking down a list of `PersonRow`s by keyboard. `leave` is called when the list is left: walking down it is one piece
 * of work.
 */
export function usePersonRows(list: Readonly<Ref<HTMLElement | null>>, leave: () => void) {
  /** The row that Tab comes to. */
  const at = ref(0)

  const rows = () => [...(list.value?.querySelectorAll<HTMLElement>('[data-person]') ?? [])]

  async function focusRow(index: number) {
    at.value = Math.min(Math.max(index, 0), rows().length - 1)
    await nextTick()
    rows()[at.value]?.focus()
  }

  /** To what a row asks for beside its choice. */
  async function focusReason(index: number) {
    await nextTick()
    list.value?.children[index]?.querySelector('input')?.focus()
  }

  /** Enter ends the reason and goes on to the next person. */
  function onReasonKey(event: KeyboardEvent, index: number) {
    if (!['Enter', 'ArrowDown'].includes(event.key)) return
    event.preventDefault()
    void focusRow(index + 1)
  }

  /** Arrows walk; other keys go to `act`, which answers whether it knew them. */
  function onKey(event: KeyboardEvent, index: number, act: (key: string) => boolean) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowDown') void focusRow(index + 1)
    else if (event.key === 'ArrowUp') void focusRow(index - 1)
    else if (!act(event.key)) return
    event.preventDefault()
  }

  function onLeave(event: FocusEvent) {
    if (!list.value?.contains(event.relatedTarget as Node | null)) leave()
  }

  return { at, focusRow, focusReason, onReasonKey, onKey, onLeave }
}
