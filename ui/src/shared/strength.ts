/** How well a passphrase protects, in words. */
export interface Strength {
  /** 0 too short, 1 weak, 2 fair, 3 strong. */
  level: 0 | 1 | 2 | 3
  words: string
}

/** The core refuses anything shorter. */
export const SHORTEST_PASSPHRASE = 8

export function strengthOf(passphrase: string): Strength {
  const length = [...passphrase].length
  if (length < SHORTEST_PASSPHRASE)
    return { level: 0, words: length ? `还差 ${SHORTEST_PASSPHRASE - length} 个字符` : '' }
  const sorts = [/\p{Script=Han}/u, /[a-z]/, /[A-Z]/, /\d/, /[^\p{L}\d]/u].filter((sort) =>
    sort.test(passphrase),
  ).length
  const different = new Set(passphrase).size
  if (different < 5 || /^\d+$/.test(passphrase)) return { level: 1, words: '弱：容易被猜到，再加几个不同的字' }
  if (length >= 12 || (length >= 10 && sorts >= 3)) return { level: 3, words: '强' }
  return { level: 2, words: '一般：再长一些更好' }
}
