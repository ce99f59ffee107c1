import { watch } from 'vue'
import { superiorQuarter } from '@/ipc/commands'
import { useLoad } from '@/shared/session/useCommand'

/** The quarter in the address of a page; without one, the newest of which there are reports. */
export function useQuarter(props: { quarter: string }) {
  const loaded = useLoad(() => superiorQuarter({ quarter: props.quarter || null }), ['superior', 'signing'])
  watch(() => props.quarter, loaded.reload)
  return loaded
}
