import { type Place, recordId, toRecord } from '@/shared/place'

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
  findings: { appraisal: toRecord('/appraisals') },
}
