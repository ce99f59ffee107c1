// Made-up resolutions to be seen to. What is late is the core's to say.

import type * as t from '@/ipc/types'
import { done, type Handlers } from './made'

const tasks: t.Task[] = [
  {
    resolution: 11,
    meeting: 4,
    meeting_title: '支部党员大会',
    resolved_on: '2026-10-14',
    text: '购置学习书籍',
    responsible: '赵建国',
    due: '2026-11-20',
    done_on: null,
    late: true,
    notes: [
      { id: 1, noted_on: '2026-10-28', meeting: null, text: '书单已报理事会', done: false },
      { id: 2, noted_on: '2026-11-04', meeting: 2, text: '理事会已同意', done: false },
    ],
  },
  {
    resolution: 12,
    meeting: 4,
    meeting_title: '支部党员大会',
    resolved_on: '2026-10-14',
    text: '走访困难党员',
    responsible: null,
    due: '2027-01-15',
    done_on: null,
    late: false,
    notes: [],
  },
  {
    resolution: 9,
    meeting: 5,
    meeting_title: '党小组会',
    resolved_on: '2026-09-16',
    text: '更新宣传栏',
    responsible: '钱伟',
    due: null,
    done_on: '2026-10-09',
    late: false,
    notes: [{ id: 3, noted_on: '2026-10-09', meeting: null, text: '已换新', done: true }],
  },
]

export const handlers: Handlers = {
  task_list: ({ closed, at }: t.TaskQuery): t.Task[] =>
    tasks.filter((task) => (closed || task.done_on === null) && task.meeting !== at),
  task_note_save: (note: t.TaskNoteRequest) => {
    const task = tasks.find(({ resolution }) => resolution === note.resolution)!
    const { noted_on, meeting, text } = note
    task.notes.push({ id: 10 + task.notes.length, noted_on, meeting, text, done: note.done })
    if (note.done) Object.assign(task, { done_on: noted_on, late: false })
    return done(task, ['tasks'], '登记决议落实情况')
  },
  task_note_delete: (id: t.TaskNoteId) => {
    for (const task of tasks) task.notes = task.notes.filter((note) => note.id !== id)
    return done(null, ['tasks'], '删除决议落实记录')
  },
}
