// Whole numbers that are typed.

/** A number that may not be typed yet. */
export type Typed = number | null

/** What was typed as a number, full-width digits too; anything else is left out. */
export function readCount(typed: string): Typed {
  const digits = typed
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/\D/g, '')
    .slice(0, 6)
  return digits === '' ? null : Number(digits)
}
