import { onBeforeUnmount, onMounted } from 'vue'

interface Shortcuts {
  jump: () => void
  undo: () => void
  redo: () => void
}

/** Ctrl+K finds; Ctrl+Z and Ctrl+Shift+Z take back and bring back, except inside a text, which has its own. */
export function useShortcuts({ jump, undo, redo }: Shortcuts) {
  function onKey(event: KeyboardEvent) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    if (key === 'k') take(event, jump)
    if (key === 'z' && !isText(event.target)) take(event, event.shiftKey ? redo : undo)
  }
  onMounted(() => window.addEventListener('keydown', onKey))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey))
}

/** F1 opens the help and closes it, wherever the hand is and whatever is open: it stands before every other handler. */
export function useHelpKey(toggle: () => void) {
  function onKey(event: KeyboardEvent) {
    if (event.key === 'F1') take(event, () => event.repeat || toggle())
  }
  onMounted(() => window.addEventListener('keydown', onKey, { capture: true }))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey, { capture: true }))
}

function take(event: KeyboardEvent, what: () => void) {
  event.preventDefault()
  what()
}

function isText(target: EventTarget | null) {
  if (target instanceof HTMLTextAreaElement) return !target.readOnly
  return (
    target instanceof HTMLInputElement && !target.readOnly && !['checkbox', 'radio', 'button'].includes(target.type)
  )
}
