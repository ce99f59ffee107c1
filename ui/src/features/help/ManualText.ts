// The text of a section as elements; it never becomes markup.

import type { Token, Tokens } from 'marked'
import { type FunctionalComponent, h, type VNodeChild } from 'vue'
import { childrenOf, piecesOf, plain } from './manual'

/** What else there is stands as its words. */
const TAGS: Record<string, string> = {
  heading: 'h4',
  paragraph: 'p',
  list_item: 'li',
  strong: 'strong',
  codespan: 'kbd',
}

export const ManualText: FunctionalComponent<{ blocks: Token[]; words: string[] }, { go: (title: string) => void }> = (
  { blocks, words },
  { emit },
) => {
  const marked = (text: string) =>
    piecesOf(text, words).map((piece) => (piece.marked ? h('mark', piece.text) : piece.text))

  function show(token: Token): VNodeChild {
    const inside = childrenOf(token)?.map(show) ?? marked(plain(token))
    if (token.type === 'list') return h((token as Tokens.List).ordered ? 'ol' : 'ul', inside)
    if (token.type === 'link') {
      const to = (token as Tokens.Link).href.slice(1)
      return h('button', { type: 'button', class: 'link-button', onClick: () => emit('go', to) }, inside)
    }
    const tag = TAGS[token.type]
    return tag ? h(tag, inside) : inside
  }
  return blocks.map(show)
}
ManualText.props = ['blocks', 'words']
ManualText.emits = ['go']
