import { onBeforeUnmount, onMounted } from 'vue'

const open: Array<() => void> = []

/** Esc closes what was opened last; an open dialog or list of Element's own goes first. */
export function useEscape(close: () => void) {
  function onKey(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
    if (open.at(-1) !== close || popupIsOpen()) return
    event.preventDefault()
    close()
  }
  onMounted(() => {
    open.push(close)
    window.addEventListener('keydown', onKey)
  })
  onBeforeUnmount(() => {
    open.splice(open.lastIndexOf(close), 1)
    window.removeEventListener('keydown', onKey)
  })
}

function popupIsOpen() {
  return [...document.querySelectorAll<HTMLElement>('.el-popper, .el-overlay')].some(
    (popup) => popup.style.display !== 'none' && popup.offsetParent !== null,
  )
}
