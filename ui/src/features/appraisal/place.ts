import { doing, type Place, printing, recordId, toRecord } from '@/shared/place'

export const place: Place = {
  name: '民主评议',
  path: '/appraisals',
  within: 'meetings',
  pages: [
    {
      path: '/appraisals',
      component: () => import('./AppraisalsPage.vue'),
      meta: { manual: '民主评议', opens: ['new'] },
    },
    {
      path: '/appraisals/:id(\\d+)',
      component: () => import('./AppraisalPage.vue'),
      props: recordId,
      meta: { manual: '民主评议', own: true },
    },
  ],
  finds: [doing('开始评议', '/appraisals?new=1'), printing('民主测评票', '/appraisals')],
  findings: { appraisal: toRecord('/appraisals') },
}
