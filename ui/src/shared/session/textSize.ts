// How large the text is.

import { ref } from 'vue'
import { preference, setPreference } from './preferences'

const KEY = 'text-size'
const SMALLEST = 14
const LARGEST = 20

/** In pixels. */
export const textSize = ref(16)

/** The size that was chosen last. */
export function restoreTextSize() {
  textSize.value = within(Number(preference(KEY)) || 16)
  applyTextSize()
}

export function setTextSize(size: number) {
  textSize.value = within(size)
  setPreference(KEY, String(textSize.value))
  applyTextSize()
}

/** Everything is measured in rem, so one number moves the whole window. */
function applyTextSize() {
  document.documentElement.style.fontSize = `${textSize.value}px`
}

function within(size: number) {
  return Math.min(LARGEST, Math.max(SMALLEST, size))
}
