import { doing, type Place, toRecord } from '@/shared/place'

export const place: Place = {
  name: '组织处置',
  path: '/roster/disposals',
  within: 'roster',
  pages: [
    {
      path: '/roster/disposals/:id(\\d+)?',
      component: () => import('./DisposalsPage.vue'),
      props: ({ params }) => ({ id: params.id ? Number(params.id) : null }),
      meta: { manual: '组织处置' },
    },
  ],
  finds: [doing('登记组织处置', '/roster/disposals')],
  findings: { disposals: toRecord('/roster/disposals') },
}
