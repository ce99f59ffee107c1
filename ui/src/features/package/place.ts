import { doing, type Place } from '@/shared/place'

export const place: Place = {
  name: '迎检材料',
  path: '/reports/package',
  within: 'reports',
  pages: [{ path: '/reports/package', component: () => import('./PackagePage.vue'), meta: { manual: '迎检材料' } }],
  finds: [doing('整理迎检材料', '/reports/package')],
}
