// Made-up resolutions to be seen to, and talks, for the pages of tasks and talks. What is late is the core's to say.

import type * as t from '@/ipc/types'

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

const year: t.TalkYear = {
  year: 2026,
  talks: [
    {
      id: 2,
      held_on: '2026-11-10',
      first: 1,
      second: 3,
      place: '协会三楼会议室',
      content: '',
      first_name: '赵建国',
      second_name: '孙志强',
    },
    {
      id: 1,
      held_on: '2026-03-05',
      first: 1,
      second: 2,
      place: '',
      content: '',
      first_name: '赵建国',
      second_name: '钱伟',
    },
  ],
  without: [
    { member: 4, name: '李晓燕' },
    { member: 5, name: '周建国' },
  ],
}

const done = <T>(value: T, room: t.Room, undo: string): t.Done<T> => ({ value, changes: [room], undo })

/** Answers of the two rooms. */
export const taskHandlers = {
  task_list: ({ closed, at }: t.TaskQuery): t.Task[] =>
    tasks.filter((task) => (closed || task.done_on === null) && task.meeting !== at),
  task_note_save: (note: t.TaskNoteRequest) => {
    const task = tasks.find(({ resolution }) => resolution === note.resolution)!
    const { noted_on, meeting, text } = note
    task.notes.push({ id: 10 + task.notes.length, noted_on, meeting, text, done: note.done })
    if (note.done) Object.assign(task, { done_on: noted_on, late: false })
    return done(task, 'tasks', '登记决议落实情况')
  },
  task_note_delete: (id: t.TaskNoteId) => {
    for (const task of tasks) task.notes = task.notes.filter((note) => note.id !== id)
    return done(null, 'tasks', '删除决议落实记录')
  },
  talk_year: (request: t.TalkYearRequest): t.TalkYear =>
    request.year === year.year ? year : { ...year, year: request.year, talks: [] },
  talk_save: (talk: t.TalkRequest) => {
    const named: t.Talk = { ...talk, id: talk.id ?? 3, first_name: '赵建国', second_name: '李晓燕' }
    year.talks = [named, ...year.talks.filter(({ id }) => id !== named.id)]
    year.without = year.without.filter(({ member }) => ![talk.first, talk.second].includes(member))
    return done(named, 'talks', '登记谈心谈话')
  },
  talk_delete: (id: t.TalkId) => {
    year.talks = year.talks.filter((talk) => talk.id !== id)
    return done(null, 'talks', '删除谈心谈话')
  },
}
