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
  dues: { rounding: 'fen', rounding_from: null, quarterly: false, source: '' },
  handbook: [],
  package: [],
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
  local_rules: () => [
    { title: '介绍信有效期', value: '30 天', source: '示例市委组织部' },
    { title: '党费：应交数的取整', value: '', source: '' },
  ],
  local_rules_export: () => ({ file_name: '本地规定.json', bytes: 300, gaps: [] }),
  local_rules_preview: () => ({
    file_name: '规定.json',
    changes: [{ title: '介绍信有效期', was: '30 天', becomes: '20 天', source: '示例区委组织部' }],
  }),
  local_rules_import: () => done(settings, ['settings'], '修改设置'),
}
