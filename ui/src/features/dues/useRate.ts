import { onScopeDispose, type Ref, ref, watch } from 'vue'
import { duesRate } from '@/ipc/commands'
import type { DuesRate, DuesRateRequest } from '@/ipc/types'

const PAUSE_MS = 250

/** What a month owes, asked of the core a short pause after the last key; `null` as long as it cannot be told. */
export function useRate(ask: () => DuesRateRequest | null): Ref<DuesRate | null> {
  const rate = ref<DuesRate | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let newest = 0

  async function look(request: DuesRateRequest) {
    const mine = ++newest
    const reply = await duesRate(request).catch(() => null)
    // A slower, older reply must not overwrite a newer one.
    if (mine === newest) rate.value = reply
  }

  watch(
    () => JSON.stringify(ask()),
    () => {
      clearTimeout(timer)
      newest += 1
      const request = ask()
      if (request) timer = setTimeout(look, PAUSE_MS, request)
      else rate.value = null
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))
  return rate
}
