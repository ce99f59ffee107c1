// One short message at a time, at the foot of the window.

import { reactive } from 'vue'
import type { PickedFile } from '@/ipc/call'

export interface ToastState {
  text: string
  /** The change just made can be taken back from here. */
  canUndo: boolean
  /** The file that was just saved: it can be opened, or its folder, from here. */
  saved: PickedFile | null
  shown: boolean
}

export const toast: ToastState = reactive({ text: '', canUndo: false, saved: null, shown: false })

const SHOWN_FOR_MS = 8000
let timer: ReturnType<typeof setTimeout> | undefined

export function showToast(text: string, canUndo = false) {
  say({ text, canUndo, saved: null })
}

/** Says that a file was saved under its name, and offers to open it. */
export function showSaved(saved: PickedFile) {
  say({ text: `已保存为「${saved.name}」`, canUndo: false, saved })
}

function say(state: Omit<ToastState, 'shown'>) {
  Object.assign(toast, state, { shown: true })
  clearTimeout(timer)
  timer = setTimeout(hideToast, SHOWN_FOR_MS)
}

export function hideToast() {
  toast.shown = false
}
