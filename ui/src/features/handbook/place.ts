import { type Place, printing } from '@/shared/place'

export const place: Place = {
  name: '党支部工作手册',
  path: '/reports/handbook',
  within: 'reports',
  pages: [
    {
      path: '/reports/handbook',
      component: () => import('./HandbookPage.vue'),
      meta: { manual: '党支部工作手册' },
    },
  ],
  finds: [printing('党支部工作手册', '/reports/handbook')],
}
