// Made-up talks.

import type * as t from '@/ipc/types'
import { done, type Handlers } from './made'

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

export const handlers: Handlers = {
  talk_year: (request: t.TalkYearRequest): t.TalkYear =>
    request.year === year.year ? year : { ...year, year: request.year, talks: [] },
  talk_save: (talk: t.TalkRecord) => {
    const named: t.Talk = { ...talk, id: talk.id ?? 3, first_name: '赵建国', second_name: '李晓燕' }
    year.talks = [named, ...year.talks.filter(({ id }) => id !== named.id)]
    year.without = year.without.filter(({ member }) => ![talk.first, talk.second].includes(member))
    return done(named, ['talks'], '登记谈心谈话')
  },
  talk_delete: (id: t.TalkId) => {
    year.talks = year.talks.filter((talk) => talk.id !== id)
    return done(null, ['talks'], '删除谈心谈话')
  },
}
