import { onBeforeUnmount, onMounted } from 'vue'

const SIGNS_OF_LIFE = ['keydown', 'input', 'pointerdown', 'pointermove', 'wheel'] as const

/** Calls `lock` after `minutes()` without a sign of life; 0 never. */
export function useIdleLock(minutes: () => number, lock: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined

  function restart() {
    clearTimeout(timer)
    if (minutes() > 0) timer = setTimeout(lock, minutes() * 60_000)
  }

  onMounted(() => {
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, restart, { passive: true })
    restart()
  })
  onBeforeUnmount(() => {
    for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, restart)
    clearTimeout(timer)
  })
}
