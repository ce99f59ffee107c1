import { expect, it } from 'vitest'
import { placeOf } from '@/shared/todo/places'
import { finding } from '../../fake'

it.each([
  ['a record', finding('D02', 'late', '', 'development', 7), '/development/7'],
  ['an appraisal', finding('B16', 'due', '', 'appraisal', 3), '/appraisals/3'],
  ['a task', finding('B20', 'late', '', 'tasks', 11), '/meetings/tasks?id=11'],
  ['the talks', finding('B17', 'notice', '', 'talks', null), '/meetings/talks'],
  [
    'the talks of a year',
    { ...finding('B17', 'late', '', 'talks', null), due: '2026-12-31' },
    '/meetings/talks?year=2026',
  ],
  ['a room', finding('E01', 'notice', '', 'study', null), '/study'],
  ['a meeting that is missing', finding('B14', 'due', '', 'meetings', null), '/meetings?new=theme_day'],
])('a finding about %s leads to the very place', (_, about, place) => expect(placeOf(about)).toBe(place))
