// Whether the help is open, and which of the pages without an address stands there: those before a file is open.

import { onBeforeUnmount, onMounted, reactive } from 'vue'

export type Gate = 'first_run' | 'unlock' | 'recover' | 'restore'

export const help = reactive<{ open: boolean; gate: Gate | null }>({ open: false, gate: null })

/** Nothing can be shown over a dialog of the system's own: it goes, and there is room for the help. */
export function toggleHelp() {
  const dialog = document.querySelector<HTMLDialogElement>('dialog[open]')
  dialog?.close()
  help.open = dialog ? true : !help.open
}

/** Called by the page that stands before a file is open. */
export function useGate(gate: Gate) {
  onMounted(() => {
    help.gate = gate
  })
  onBeforeUnmount(() => {
    help.gate = null
  })
}
