// The steps and the forms of all kinds of entry, read from the core's own tables: what is asked for cannot differ from it.

import type * as t from '@/ipc/types'
import stepTable from '../../../src-tauri/core/data/development_steps.toml?raw'
import fieldTable from '../../../src-tauri/core/src/development/entries/fields.rs?raw'
import kindTable from '../../../src-tauri/core/src/development/entries/kinds.rs?raw'

/** As it is on the wire. */
const code = (name: string) => name.replace(/\B[A-Z]/g, (letter) => `_${letter}`).toLowerCase()

const FIELDS = new Map<string, t.FieldForm>(
  [...fieldTable.matchAll(/^ {4}(\w+) (Text|Words|Day|Count|YesNo|Choice) "([^"]*)"(?: \[([\s\S]*?)\])?;/gm)].map(
    ([, name = '', kind = '', label = '', choices = '']) => [
      name,
      {
        field: code(name) as t.EntryField,
        label,
        kind: code(kind) as t.FieldKind,
        choices: [...choices.matchAll(/"(\w+)" "([^"]*)"/g)].map(([, value = '', label = '']) => ({ value, label })),
      },
    ],
  ),
)

const fieldsOf = (names: string) => names.split(/[\s,]+/).flatMap((name) => FIELDS.get(name) ?? [])

/** Kinds that belong to a step and do not finish it. */
const BESIDE = kindTable.match(/matches!\(\s*self,([\s\S]*?)\)/)?.[1] ?? ''

const KINDS = [
  ...kindTable.matchAll(/^ {4}(\w+) (\d+) "([^"]+)" "([^"]+)" (Once|Again) (\S+)\s*\[([\s\S]*?)\];/gm),
].map(
  ([, name = '', step, title = '', day = '', times = '', meeting = '', fields = '']): t.EntryForm => ({
    kind: code(name) as t.EntryKind,
    title,
    day_title: day,
    step: Number(step),
    finishes: step !== '0' && !new RegExp(`Self::${name}\\b`).test(BESIDE),
    times: code(times) as t.EntryTimes,
    meeting: meeting === '-' ? null : (code(meeting) as t.MeetingKind),
    fields: fieldsOf(fields),
  }),
)

const ofPerson = fieldTable.match(/OF_PERSON[^=]*=\s*\[([\s\S]*?)\]/)?.[1] ?? ''

export const forms: t.EntryForms = { kinds: KINDS, person: fieldsOf(ofPerson.replaceAll('Self::', ' ')) }

export type StepFact = Pick<t.StepView, 'stage' | 'step' | 'name' | 'actor' | 'kind' | 'timing' | 'note'>

/** As they read now. */
export const steps: StepFact[] = stepTable
  .split('[[step]]')
  .slice(1)
  .filter((part) => !/^to = /m.test(part))
  .map((part) => {
    const text = (key: string) => part.match(new RegExp(`^${key} = "?([^"\\n]*)"?$`, 'm'))?.[1] ?? ''
    return {
      stage: Number(text('stage')),
      step: Number(text('step')),
      name: text('name'),
      actor: text('actor'),
      kind: text('kind') as t.StepKind,
      timing: text('timing') || null,
      note: text('note'),
    }
  })
