// Leaving a page on which something could not be saved: asked first, since the text would be gone.

import { ref } from 'vue'
import { saveEverything } from '@/shared/useAutosave'

/** Answers the question that is open: to leave, or to stay. */
export const answer = ref<((leave: boolean) => void) | null>(null)

/** Whether the page may be left: all is saved, or the user lets it go. */
export async function mayLeave(): Promise<boolean> {
  if (await saveEverything()) return true
  return new Promise((resolve) => {
    answer.value = (leave) => {
      answer.value = null
      resolve(leave)
    }
  })
}
