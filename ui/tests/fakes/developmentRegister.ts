// Made-up booklets and plans, for the page of the register.

import type * as t from '@/ipc/types'
import { done, type Handlers } from './made'

const made = (): t.DevelopmentRegister => ({
  booklets: [
    {
      id: 1,
      serial: '示0100001',
      received_on: '2026-03-02',
      file: 3,
      handed_out_on: '2026-03-12',
      void_on: null,
      void_reason: '',
    },
    {
      id: 2,
      serial: '示0100002',
      received_on: '2026-03-02',
      file: null,
      handed_out_on: null,
      void_on: '2026-04-01',
      void_reason: '填写有误',
    },
  ],
  unknown: ['示0100007'],
  quotas: [
    { quota: { year: 2026, people: 1, source: '示例党委通知' }, admitted: 2 },
    { quota: { year: 2025, people: 3, source: '' }, admitted: 1 },
  ],
})
let register = made()

/** As at first. */
export function resetRegister() {
  register = made()
}

const changed = () => done(register, ['development'])

export const handlers: Handlers = {
  development_register: () => register,
  development_booklet_save: (booklet: t.Booklet) => {
    const id = booklet.id ?? register.booklets.length + 1
    const others = register.booklets.filter((one) => one.id !== booklet.id)
    register.booklets = [...others, { ...booklet, id }].sort((one, other) => one.serial.localeCompare(other.serial))
    register.unknown = register.unknown.filter((serial) => serial !== booklet.serial)
    return changed()
  },
  development_booklet_delete: (id: number) => {
    register.booklets = register.booklets.filter((one) => one.id !== id)
    return changed()
  },
  development_quota_save: (quota: t.Quota) => {
    const others = register.quotas.filter((row) => row.quota.year !== quota.year)
    const admitted = register.quotas.find((row) => row.quota.year === quota.year)?.admitted ?? 0
    register.quotas = [...others, { quota, admitted }].sort((one, other) => other.quota.year - one.quota.year)
    return changed()
  },
}
