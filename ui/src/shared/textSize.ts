// How large the text is: a matter of this screen and these eyes, so it is kept on this machine and not in the file.

import { ref } from 'vue'

const KEY = 'text-size'
const SMALLEST = 14
const LARGEST = 20

/** In pixels. */
export const textSize = ref(within(Number(localStorage.getItem(KEY)) || 16))

export function setTextSize(size: number) {
  textSize.value = within(size)
  localStorage.setItem(KEY, String(textSize.value))
  applyTextSize()
}

/** Everything is measured in rem, so one number moves the whole window. */
export function applyTextSize() {
  document.documentElement.style.fontSize = `${textSize.value}px`
}

function within(size: number) {
  return Math.min(LARGEST, Math.max(SMALLEST, size))
}
