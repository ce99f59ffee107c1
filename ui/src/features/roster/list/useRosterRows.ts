import { ref, shallowRef, watch } from 'vue'
import { rosterList } from '@/ipc/commands'
import type { MemberRow, RosterQuery } from '@/ipc/types'
import { useAction, useLoad } from '@/shared/session/useCommand'

/** Rows that come at a time. */
export const PAGE = 200

/** The list page by page: the first rows now, and again after a change; further ones on `moreRows`. */
export function useRosterRows(query: () => RosterQuery) {
  const rows = shallowRef<MemberRow[]>([])
  /** What the rows answer: another question begins at the top. */
  const answered = ref('')
  const further = useAction()

  const { data, problem, loading, reload } = useLoad(async () => {
    const asked = JSON.stringify(query())
    // After a change as many rows as were there, so that nobody loses his place.
    const limit = asked === answered.value ? Math.max(PAGE, rows.value.length) : PAGE
    return { asked, page: await rosterList({ ...query(), limit }) }
  }, ['roster'])
  watch(data, (reply) => {
    rows.value = reply?.page.rows ?? []
    answered.value = reply?.asked ?? ''
  })
  watch(() => JSON.stringify(query()), reload)

  async function moreRows() {
    if (loading.value || further.busy.value) return
    const before = data.value
    const page = await further.run(() => rosterList({ ...query(), offset: rows.value.length, limit: PAGE }))
    if (page && before === data.value) rows.value = [...rows.value, ...page.rows]
  }

  return { data, rows, answered, problem, furtherProblem: further.problem, loading, reload, moreRows }
}
