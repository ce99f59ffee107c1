import { nextTick, type ShallowRef } from 'vue'

type Place = Readonly<ShallowRef<HTMLElement | null>>

/**
 * Fields in rows and columns, by keyboard: Enter goes on to the next field and from the last one to the form's button,
 * the arrows go up and down. A field says where it stands with `data-row` and `data-column`. `leave` is told of a field
 * that is left forwards.
 */
export function useCells(place: Place, leave: (row: number, column: number) => void = () => {}) {
  const cells = () => [...(place.value?.querySelectorAll<HTMLInputElement>('input[data-row]') ?? [])]
  const standsAt = (cell: HTMLElement, row: number, column: number) =>
    Number(cell.dataset.row) === row && Number(cell.dataset.column) === column

  async function focus(row: number, column: number) {
    await nextTick()
    cells()
      .find((cell) => standsAt(cell, row, column))
      ?.focus()
  }

  function onKey(event: KeyboardEvent) {
    const cell = event.target as HTMLInputElement
    if (cell.dataset.row === undefined) return
    const [row, column] = [Number(cell.dataset.row), Number(cell.dataset.column)]
    // The arrows belong to the list that opens under a field with suggestions.
    if (cell.list && event.key !== 'Enter') return
    if (event.key === 'Tab') leave(row, column)
    if (event.key === 'Enter') {
      leave(row, column)
      const all = cells()
      const next = all[all.indexOf(cell) + 1]
      if (next) next.focus()
      else place.value?.closest('form')?.querySelector<HTMLElement>('button[type=submit]')?.focus()
    } else if (event.key === 'ArrowDown') void focus(row + 1, column)
    else if (event.key === 'ArrowUp') void focus(row - 1, column)
    else return
    event.preventDefault()
  }

  return { focus, onKey }
}
