// The year that a page of this room is about: the one in its address, or the running one.

import { ref } from 'vue'
import { useRoute } from 'vue-router'
import { today } from '@/shared/session/session'

export function useYear() {
  const asked = Number(useRoute().query.year)
  return ref(Number.isInteger(asked) && asked > 0 ? asked : Number(today().slice(0, 4)))
}
