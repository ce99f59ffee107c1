// Rows of a table in which several records are corrected and added, and saved as one change.

import { type ComponentPublicInstance, computed, nextTick, reactive, type ShallowRef } from 'vue'
import type { Done, FieldProblem, Problem } from '@/ipc/types'
import { useFilling } from '@/shared/forms/unsaved'
import { useAction } from '@/shared/session/useCommand'

export interface Row<T> {
  key: number
  record: T
  /** As it stands in the file; `null` for a new one. */
  before: string | null
}

interface Rows<T> {
  records: () => T[]
  blank: () => T
  /** What the request calls the list. */
  part: string
  /** Takes one out that stands in the file. */
  remove: (id: number) => Promise<Done<unknown>>
  removed: string
  /** The table that shows them. */
  grid: Readonly<ShallowRef<ComponentPublicInstance | null>>
}

export function useRows<T extends { id: number | null }>({ records, blank, part, remove, removed, grid }: Rows<T>) {
  const removing = useAction()
  let keys = 0
  const table = reactive<{ rows: Row<T>[] }>({ rows: [] })
  const rowOf = (record: T, before: string | null): Row<T> => ({ key: ++keys, record, before })
  const rows = () => table.rows as Row<T>[]

  function fill(all: T[]) {
    const known = all.map((one) => rowOf(toPlain(one), written(one)))
    table.rows = (known.length ? known : [rowOf(blank(), null)]) as typeof table.rows
  }
  useFilling(records, fill)

  const isChanged = ({ record, before }: Row<T>) => written(record) !== (before ?? written(blank()))
  /** What there is to save; an empty new row is none. */
  const changed = computed(() => rows().filter(isChanged))
  /** The rows as they were sent: what is refused is named by its place there. */
  let sent: number[] = []

  return {
    table,
    rows,
    changed,
    removing,
    /** The hand goes to the new row. */
    async add() {
      rows().push(rowOf(blank(), null))
      await nextTick()
      grid.value?.$el.querySelector('tbody tr:last-of-type input')?.focus()
    },
    async drop({ key, record }: Row<T>) {
      const { id } = record
      if (id !== null && !(await removing.change(() => remove(id), removed))) return
      table.rows = rows().filter((one) => one.key !== key) as typeof table.rows
    },
    /** What goes into the request. */
    take(): T[] {
      sent = changed.value.map(({ key }) => key)
      return changed.value.map(({ record }) => toPlain(record))
    },
    /** What was refused of a row. */
    problemsOf({ key }: { key: number }, problem: Problem | null): FieldProblem[] {
      const place = sent.indexOf(key)
      return place < 0 ? [] : (problem?.fields ?? []).filter(({ field }) => field.startsWith(`${part}.${place}.`))
    },
  }
}

const toPlain = <T>(record: T): T => JSON.parse(JSON.stringify(record)) as T

/** What was emptied again is as what was never filled in. */
const written = (record: object) => JSON.stringify(record, (_, value) => (value === '' ? undefined : value))
