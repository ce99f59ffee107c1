// The manual, section by section, and a search in it. One text serves the window and the folder docs/.

import { lexer, type Token, type Tokens } from 'marked'

export interface Section {
  title: string
  /** It belongs to the chapter above it. */
  inside: boolean
  blocks: Token[]
}

/** A place that has all the words that were looked for. */
export interface Hit {
  section: string
  /** The heading within the section, if the place stands below one. */
  part: string
  text: string
}

/** A piece of a text: marked where it is one of the words. */
export interface Piece {
  text: string
  marked: boolean
}

/** One for each heading of the second and third level. */
export function sectionsOf(manual: string): Section[] {
  const sections: Section[] = []
  for (const token of lexer(manual).filter(({ type }) => type !== 'space')) {
    if (!isHeading(token) || token.depth > 3) sections.at(-1)?.blocks.push(token)
    else if (token.depth > 1) sections.push({ title: token.text, inside: token.depth === 3, blocks: [] })
  }
  return sections
}

const isHeading = (token: Token): token is Tokens.Heading => token.type === 'heading'

/** What stands in a token: the items of a list, the words of a paragraph. */
export const childrenOf = (token: Token): Token[] | undefined =>
  token.type === 'list' ? (token as Tokens.List).items : 'tokens' in token ? token.tokens : undefined

/** A token as it is read; a line that was broken in the file goes on, for Chinese has no blanks. */
export const plain = (token: Token): string =>
  childrenOf(token)?.map(plain).join('') ?? ('text' in token ? String(token.text).replaceAll('\n', '') : '')

/** What is looked for: words parted by blanks. */
export const wordsOf = (typed: string) => fold(typed).split(/\s+/).filter(Boolean)

/** One place for each part of a section; first those whose heading has all the words. */
export function find(sections: Section[], words: string[]): Hit[] {
  if (words.length === 0) return []
  const hits = sections.flatMap(partsOf).flatMap(({ section, part, paragraphs }) => {
    const above = fold(`${section} ${part}`)
    const named = hasAll(fold(part || section), words)
    const says = (text: string) => words.some((word) => fold(text).includes(word)) && hasAll(above + fold(text), words)
    const text = paragraphs.find(says) ?? (named ? (paragraphs[0] ?? '') : null)
    return text === null ? [] : [{ section, part, text, named }]
  })
  return [...hits.filter(({ named }) => named), ...hits.filter(({ named }) => !named)].map(
    ({ named: _, ...hit }) => hit,
  )
}

const hasAll = (text: string, words: string[]) => words.every((word) => text.includes(word))

/** A section as its headings divide it. */
function partsOf({ title, blocks }: Section) {
  const parts = [{ section: title, part: '', paragraphs: [] as string[] }]
  for (const block of blocks) {
    if (isHeading(block)) parts.push({ section: title, part: plain(block), paragraphs: [] })
    else if (block.type === 'list') parts.at(-1)?.paragraphs.push(...(childrenOf(block) ?? []).map(plain))
    else parts.at(-1)?.paragraphs.push(plain(block))
  }
  return parts
}

/** The text in pieces, the words marked. */
export function piecesOf(text: string, words: string[]): Piece[] {
  if (words.length === 0) return [{ text, marked: false }]
  const longestFirst = [...words].sort((a, b) => b.length - a.length)
  const wanted = new RegExp(longestFirst.map((word) => word.replace(/[^\p{L}\p{N}]/gu, '\\$&')).join('|'), 'g')
  const pieces: Piece[] = []
  let done = 0
  for (const { index, 0: word } of fold(text).matchAll(wanted)) {
    pieces.push({ text: text.slice(done, index), marked: false })
    done = index + word.length
    pieces.push({ text: text.slice(index, done), marked: true })
  }
  return [...pieces, { text: text.slice(done), marked: false }].filter((piece) => piece.text !== '')
}

const BEFORE = 14
const LENGTH = 64

/** So much of a text as shows the first of the words. */
export function excerptOf(text: string, words: string[]): string {
  const places = words.map((word) => fold(text).indexOf(word)).filter((place) => place >= 0)
  const first = Math.min(...places, text.length)
  const from = first === text.length || first <= BEFORE ? 0 : first - BEFORE
  return `${from ? '…' : ''}${text.slice(from, from + LENGTH)}${from + LENGTH < text.length ? '…' : ''}`
}

/** Full-width as half-width, capitals as small letters; every character keeps its place. */
function fold(text: string): string {
  return text.replace(/./gsu, (character) => {
    const folded = character.normalize('NFKC').toLowerCase()
    return folded.length === character.length ? folded : character
  })
}
