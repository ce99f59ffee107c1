import { doing, type Place } from '@/shared/place'

export const place: Place = {
  name: '谈心谈话',
  path: '/meetings/talks',
  within: 'meetings',
  pages: [{ path: '/meetings/talks', component: () => import('./TalksPage.vue'), meta: { manual: '谈心谈话' } }],
  finds: [doing('登记谈心谈话', '/meetings/talks')],
  findings: { talks: ({ due }) => (due ? `/meetings/talks?year=${due.slice(0, 4)}` : '/meetings/talks') },
}
