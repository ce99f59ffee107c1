// The forms of all kinds of entry, as the core describes them: asked for once, for they never change.

import { shallowRef } from 'vue'
import { developmentForms } from '@/ipc/commands'
import type { Entry, EntryForm, EntryForms, EntryKind, FieldForm, Values } from '@/ipc/types'
import { formatDate } from '@/shared/text/format'

const forms = shallowRef<EntryForms>()

/** Pages wait for it before they show an entry. */
export async function loadForms(): Promise<EntryForms> {
  forms.value ??= await developmentForms()
  return forms.value
}

/** Of these kinds. */
export const formsOf = (kinds: readonly EntryKind[]): EntryForm[] =>
  kinds.flatMap((kind) => forms.value?.kinds.find((form) => form.kind === kind) ?? [])

/** What can happen at any time. */
export const anytime = (): EntryForm[] => forms.value?.kinds.filter((form) => form.step === 0) ?? []

/** What a step is called, by the entry that finishes it. */
export const stepTitle = (step: number) =>
  forms.value?.kinds.find((form) => form.step === step && form.finishes)?.title ?? ''

export const YES_NO = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
]

/** With so many the choices stand side by side. */
const FEW = 4

/** Of what one is chosen; what is not known is chosen as nothing. */
export function choicesOf({ kind, choices }: FieldForm) {
  if (kind === 'yes_no') return [...YES_NO, { value: '', label: '不清楚' }]
  return [...choices, { value: '', label: '未填' }]
}

/** Whether a field is a group of buttons, not one input. */
export const isGroup = ({ kind, choices }: FieldForm) =>
  kind === 'yes_no' || (kind === 'choice' && choices.length <= FEW)

/** A value as people read it. */
export function spoken(field: FieldForm, text: string): string {
  if (field.kind === 'day') return formatDate(text)
  if (field.kind === 'yes_no' || field.kind === 'choice')
    return choicesOf(field).find(({ value }) => value === text)?.label ?? text
  return text
}

/** What was filled in, in the order of the form. */
export const filled = (fields: FieldForm[], values: Values) =>
  fields.flatMap((field) => {
    const text = values[field.field]
    return text ? [{ field: field.field, label: field.label, text: spoken(field, text) }] : []
  })

const LONG = 24
const short = (text: string) => (text.length > LONG ? `${text.slice(0, LONG)}…` : text)

/** What an entry says, in one line. */
export const summary = (form: EntryForm, entry: Entry) =>
  [...filled(form.fields, entry.values).map(({ label, text }) => `${label}：${short(text)}`), entry.note]
    .filter(Boolean)
    .join('；')
