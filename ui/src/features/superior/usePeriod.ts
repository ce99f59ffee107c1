import { watch } from 'vue'
import { superiorPeriod } from '@/ipc/commands'
import { useLoad } from '@/shared/session/useCommand'

/** The period in the address of a page; without one, the newest of which there are reports. */
export function usePeriod(props: { period: string }) {
  const loaded = useLoad(() => superiorPeriod({ period: props.period || null }), ['superior', 'signing'])
  watch(() => props.period, loaded.reload)
  return loaded
}
