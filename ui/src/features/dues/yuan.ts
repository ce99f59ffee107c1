// Amounts: whole fen for the core, yuan with two decimals for people.

import type { Fen } from '@/ipc/types'
import { formatMoney } from '@/shared/text/format'

/** More is absurd, as in the core's `Fen::LARGEST`. */
const MOST = 10_000_000_000

/** `150000` → `1,500.00`. */
export const formatYuan = (fen: number) => formatMoney(fen).replace(' 元', '')

/**
 * Yuan as people and sheets write them, in fen: `23.5`, `1,000`, `￥23.50`, `23.50元`, full-width digits. `null` when it is
 * no amount, as in the core's `Fen::read`.
 */
export function readYuan(typed: string): Fen | null {
  const plain = typed
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[,¥￥\s]/g, '')
    .replace(/元$/, '')
  const parts = /^(\d{0,9})(?:\.(\d*?)0*)?$/.exec(plain)
  const [, yuan = '', cents = ''] = parts ?? []
  if (!parts || !/\d/.test(plain) || cents.length > 2) return null
  const fen = Number(yuan) * 100 + Number(cents.padEnd(2, '0'))
  return fen <= MOST ? fen : null
}

/** Why a text is no amount, or `null` where it is one, or empty. */
export const refusedYuan = (typed: string) =>
  typed.trim() && readYuan(typed) === null ? `“${typed.trim()}”不是金额，可写成 23.50` : null
