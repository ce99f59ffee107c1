import { onBeforeUnmount, onMounted } from 'vue'

const open: Array<() => void> = []

/** Esc closes what was opened last; an open dialog or list of Element's own goes first. */
export function useEscape(close: () => void) {
  function onKey(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return
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
  const popups = document.querySelectorAll<HTMLElement>('.el-popper, .el-overlay, dialog[open]')
  return [...popups].some((popup) => popup.style.display !== 'none')
}
