// The year by keyboard, like a sheet: where the hand is, what it types, and what is taken over from it.

import { computed, nextTick, type Ref, reactive, ref, watch } from 'vue'
import type { DuesCell, DuesRow, MemberId } from '@/ipc/types'
import { formatYuan, readYuan, refusedYuan } from '../yuan'
import { isDue, type Wanted } from './cells'

/** Rows of one page of the keyboard. */
const PAGE = 10
const LAST = 11

type Place = Readonly<Ref<HTMLElement | null>>

interface Acts {
  /** Enters what is wanted; `go` moves on, at once or when it was said why. */
  take: (wanted: Wanted[], go: () => void) => void
  open: (member: MemberId) => void
}

/** `place` holds the cells; `first` is the month in which the hand begins, from 0. */
export function useGrid(place: Place, rows: () => readonly DuesRow[], first: number, { take, open }: Acts) {
  const hand = reactive({ member: null as MemberId | null, month: first, row: 0 })
  /** What is being typed into the hand's cell. */
  const typed = ref<string | null>(null)
  /** Why it is no amount. */
  const unreadable = ref<string | null>(null)

  // Whoever is no longer listed leaves the place to the next one.
  const at = computed(() => {
    const found = rows().findIndex(({ member }) => member === hand.member)
    return found >= 0 ? found : Math.max(0, Math.min(hand.row, rows().length - 1))
  })
  const isHere = (row: DuesRow) => rows()[at.value] === row
  const cell = (): DuesCell | undefined => rows()[at.value]?.cells[hand.month]

  function put(row: number, month: number) {
    hand.row = Math.max(0, Math.min(row, rows().length - 1))
    hand.month = Math.max(0, Math.min(month, LAST))
    hand.member = rows()[hand.row]?.member ?? null
  }

  async function focus() {
    await nextTick()
    const [row, month] = [rows()[at.value]?.member, hand.month]
    place.value?.querySelector<HTMLElement>(`[data-member="${row}"][data-month="${month}"]`)?.focus()
  }

  function go(row: number, month: number) {
    put(row, month)
    void focus()
  }
  const step = (down: number, right: number) => go(at.value + down, hand.month + right)

  // A row that goes away must not take the keyboard with it.
  watch(rows, async () => {
    const wasInside = place.value?.contains(document.activeElement)
    await nextTick()
    if (wasInside && !place.value?.contains(document.activeElement)) await focus()
  })

  const input = () => place.value?.querySelector<HTMLInputElement>('input[data-typed]') ?? null

  async function begin(text: string, whole = false) {
    type(text)
    await nextTick()
    input()?.focus()
    if (whole) input()?.select()
  }

  function edit() {
    const now = cell()
    if (now) void begin(now.paid || now.owed ? formatYuan(now.paid || now.owed) : '', true)
  }

  function type(text: string) {
    typed.value = text
    unreadable.value = null
  }

  function putBack() {
    typed.value = null
    unreadable.value = null
  }

  const wanted = (amount: number): Wanted[] => {
    const row = rows()[at.value]
    return row ? [{ row, month: hand.month, amount }] : []
  }

  /** Takes over what was typed; whether it is an amount. Nothing takes out what stood there. */
  function commit(then: () => void = () => undefined): boolean {
    if (typed.value === null) return true
    unreadable.value = refusedYuan(typed.value)
    if (unreadable.value) return false
    const amount = readYuan(typed.value) ?? 0
    putBack()
    take(wanted(amount), then)
    return true
  }

  /** Takes what is owed, where something is, and goes down. */
  function settle() {
    const now = cell()
    const down = () => step(1, 0)
    if (now && isDue(now)) take(wanted(now.owed), down)
    else down()
  }

  const MOVES: Record<string, () => void> = {
    ArrowUp: () => step(-1, 0),
    ArrowDown: () => step(1, 0),
    ArrowLeft: () => step(0, -1),
    ArrowRight: () => step(0, 1),
    Home: () => go(at.value, 0),
    End: () => go(at.value, LAST),
    PageUp: () => step(-PAGE, 0),
    PageDown: () => step(PAGE, 0),
    Enter: settle,
    F2: edit,
    Delete: () => take(wanted(0), focus),
    Backspace: () => take(wanted(0), focus),
    ' ': () => openHere(),
  }
  const WITH_CTRL: Record<string, () => void> = {
    Home: () => go(0, 0),
    End: () => go(rows().length - 1, LAST),
    Enter: () => openHere(),
  }
  const openHere = () => {
    const row = rows()[at.value]
    if (row) open(row.member)
  }

  function onCellKey(event: KeyboardEvent) {
    if (event.altKey) return
    const { key } = event
    const act = event.ctrlKey || event.metaKey ? WITH_CTRL[key] : MOVES[key]
    if (act) act()
    else if (!event.ctrlKey && !event.metaKey && /^[\d.０-９]$/.test(key)) void begin(key)
    else return
    event.preventDefault()
  }

  const AFTER: Record<string, (back: boolean) => void> = {
    Enter: () => step(1, 0),
    Tab: (back) => step(0, back ? -1 : 1),
    ArrowDown: () => step(1, 0),
    ArrowUp: () => step(-1, 0),
  }

  function onTypedKey(event: KeyboardEvent) {
    const after = AFTER[event.key]
    if (event.key === 'Escape') {
      putBack()
      void focus()
    } else if (after) commit(() => after(event.shiftKey))
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return {
    hand,
    at,
    typed,
    unreadable,
    isHere,
    put,
    focus,
    input,
    edit,
    type,
    putBack,
    commit,
    onCellKey,
    onTypedKey,
  }
}
