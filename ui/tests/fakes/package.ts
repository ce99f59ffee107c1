// Made-up material for an inspection.

import type * as t from '@/ipc/types'
import type { Handlers } from './made'

const item = (item: t.PackageItem, usual_name: string, files: number, lacks: string[] = []): t.PackageItemView => ({
  item,
  name: '',
  left_out: false,
  usual_name,
  files,
  lacks,
})

export const material: t.PackageView = {
  from: '2026-01-01',
  to: '2026-11-23',
  items: [
    item('about', '党支部基本情况', 1),
    item('general', '支部党员大会', 5),
    item('sign_in_scans', '签到表扫描件', 0, ['3月5日“学习”没有签到表的扫描件']),
  ],
}

export const handlers: Handlers = {
  package_get: ({ from, to }: t.PackageRequest) => ({ ...material, from, to }),
  package_make: (): t.PackageMade => ({ files: 6, bytes: 123_456, lacking: 1, unsigned: null }),
}
