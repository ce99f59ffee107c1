// What the fields of a record are called in sheets, as the core has it.

import { computed } from 'vue'
import { rosterChoices } from '@/ipc/commands'
import type { ImportField } from '@/ipc/types'
import { useLoad } from '@/shared/session/useCommand'

export function useFields() {
  const { data, problem } = useLoad(rosterChoices)
  const fields = computed(() => data.value?.fields ?? [])
  const titles = computed(() => new Map(fields.value.map(({ field, title }) => [field, title])))
  const title = (field: ImportField | null) => (field && titles.value.get(field)) ?? ''
  return { fields, title, problem }
}
