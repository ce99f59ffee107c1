// The rules as one reads them: each once, in the text that is in force, with its other texts beside it.

import type { RuleView } from '@/ipc/types'
import { groupBy } from '@/shared/text/group'

/** A rule with all its texts. */
export interface RuleTexts {
  /** The text in force; of a rule that no longer is, or is not yet, the newest. */
  current: RuleView
  /** The others, the newest first. */
  others: RuleView[]
}

const holds = ({ from, to }: RuleView, day: string) => from <= day && (to === null || day <= to)

/** Rules in the order in which they come, each once. */
export function byRule(rules: RuleView[], day: string): RuleTexts[] {
  return [...groupBy(rules, ({ id }) => id).values()].flatMap((all) => {
    const newest = [...all].sort((one, other) => other.from.localeCompare(one.from))
    const current = newest.find((rule) => holds(rule, day)) ?? newest[0]
    return current ? [{ current, others: newest.filter((rule) => rule !== current) }] : []
  })
}

/** Whether any text of a rule, its number or its place has these words; and whether one stands in this document. */
export function has({ current, others }: RuleTexts, words: string, document: string): boolean {
  const text = words.trim().toLowerCase()
  const texts = [current, ...others]
  const said = (rule: RuleView) => [rule.id, rule.text, rule.source].some((part) => part.toLowerCase().includes(text))
  return texts.some(said) && (!document || texts.some((rule) => rule.document === document))
}

/** Every document, in the order of the rules. */
export const documentsOf = (rules: RuleView[]) => [...new Set(rules.map(({ document }) => document))]
