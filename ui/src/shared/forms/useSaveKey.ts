import { onBeforeUnmount, onMounted, type ShallowRef } from 'vue'

type Place = Readonly<ShallowRef<HTMLElement | null>>

/** Ctrl+S */
export const isSaveKey = (event: KeyboardEvent) => (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's'

/** Ctrl+S saves where the writing hand is; a form without the focus saves when it is the only one on the page. */
export function useSaveKey(place: Place, save: () => void) {
  function onKey(event: KeyboardEvent) {
    if (!isSaveKey(event)) return
    event.preventDefault()
    const here = place.value
    if (!here) return
    const alone = document.querySelectorAll('form').length === 1
    if (here.contains(document.activeElement) || alone) save()
  }
  onMounted(() => window.addEventListener('keydown', onKey))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey))
}
