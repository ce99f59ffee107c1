import { computed, watch } from 'vue'
import { useAction } from '@/shared/session/useCommand'

/** What can hardly have been so is refused once; whoever saves may insist, as long as nothing else is typed. */
export function useInsisting(draft: object) {
  const action = useAction()
  const unlikely = computed(() => action.problem.value?.code === 'development_unlikely')
  watch(
    () => JSON.stringify(draft),
    () => {
      if (unlikely.value) action.problem.value = null
    },
  )
  return { ...action, unlikely }
}
