// What the core answered in made-up branches, as its own tests wrote it down (`core/src/commands/recordings.rs`).

import type { Commands } from '@/ipc/commands'

export type Name = keyof Commands
type Exchange = { [One in Name]: { command: One; request: Commands[One][0]; reply: Commands[One][1] } }[Name]

const FOUND = import.meta.glob<Exchange[]>('./recorded/*.json', { eager: true, import: 'default' })

/** The same for equal values, in whichever order their fields stand. */
const written = (value: unknown) =>
  JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort()) : part,
  )

const isChange = ({ reply }: Exchange) => reply !== null && typeof reply === 'object' && 'changes' in reply

/** Exchanges in the order in which they were held; what is answered follows from how far a story was told. */
class Story {
  private told = 0
  constructor(private readonly exchanges: Exchange[]) {
    this.rewind()
  }

  /** To its beginning: up to the first change. */
  rewind() {
    this.told = this.upToChange(0)
  }

  private upToChange(from: number) {
    const next = this.exchanges.findIndex((exchange, at) => at >= from && isChange(exchange))
    return next < 0 ? this.exchanges.length : next
  }

  answer(name: Name, request: unknown): Exchange | undefined {
    const asked = this.exchanges.flatMap((exchange, at) => (exchange.command === name ? [{ exchange, at }] : []))
    const same = asked.filter(({ exchange }) => written(exchange.request) === written(request))
    const found = same.length ? same : asked
    const next = found.find(({ at }) => at >= this.told) ?? found.at(-1)
    if (!next || isChange(next.exchange)) {
      if (next) this.told = this.upToChange(next.at + 1)
      return next?.exchange
    }
    return (found.filter(({ at }) => at < this.told).at(-1) ?? next).exchange
  }
}

const STORIES = Object.values(FOUND).map((exchanges) => new Story(exchanges))

/** Every story from its beginning. */
export const rewind = () => {
  for (const story of STORIES) story.rewind()
}

/**
 * What the core answered to this request, or, of one that it was never asked, to another of this command. A change
 * carries its story on, so that what is read afterwards is as it was then.
 */
export function recorded<One extends Name>(name: One, request: Commands[One][0]): Commands[One][1] {
  const found = STORIES.map((story) => story.answer(name, request)).find((exchange) => exchange !== undefined)
  if (!found) throw new Error(`the core was never asked for ${name}`)
  return structuredClone(found.reply) as Commands[One][1]
}
