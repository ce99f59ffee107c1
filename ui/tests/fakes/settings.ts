// Made-up settings.

import type * as t from '@/ipc/types'
import { done, type Handlers } from './made'
import { status } from './vault'

const settings: t.Settings = {
  lock_after_minutes: 15,
  operator: '',
  letter_valid_days: null,
  letter_valid_source: '',
  attendance_order: 'pinyin',
  development: { checks_off: [], checks_on: [], numbers: {}, materials: [], source: '' },
  study: {
    hours: [
      { name: '一天', hours: 8 },
      { name: '半天', hours: 4 },
      { name: '线上一项', hours: 1 },
    ],
    source: '',
  },
}

export const handlers: Handlers = {
  settings_get: () => settings,
  settings_save: (request: t.Settings) => {
    status.lock_after_minutes = request.lock_after_minutes
    return done(Object.assign(settings, request), ['settings'])
  },
}
