// One short message at a time, at the foot of the window.

import { reactive } from 'vue'

export interface ToastState {
  text: string
  /** The change just made can be taken back from here. */
  canUndo: boolean
  shown: boolean
}

export const toast: ToastState = reactive({ text: '', canUndo: false, shown: false })

const SHOWN_FOR_MS = 8000
let timer: ReturnType<typeof setTimeout> | undefined

export function showToast(text: string, canUndo = false) {
  Object.assign(toast, { text, canUndo, shown: true })
  clearTimeout(timer)
  timer = setTimeout(hideToast, SHOWN_FOR_MS)
}

export function hideToast() {
  toast.shown = false
}
