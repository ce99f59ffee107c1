import { type Place, printing, recordId, toRecord } from '@/shared/place'

export const place: Place = {
  name: '选举',
  path: '/elections',
  within: 'meetings',
  pages: [
    { path: '/elections', component: () => import('./ElectionsPage.vue'), meta: { manual: '选举' } },
    {
      path: '/elections/new/:meeting(\\d+)',
      component: () => import('./NewElectionPage.vue'),
      props: ({ params }) => ({ meeting: Number(params.meeting) }),
      meta: { manual: '选举', own: true },
    },
    {
      path: '/elections/:id(\\d+)',
      component: () => import('./ElectionPage.vue'),
      props: recordId,
      meta: { manual: '选举', own: true },
    },
  ],
  finds: [printing('选票和计票报告单', '/elections'), printing('选举结果报告', '/elections')],
  findings: { elections: toRecord('/elections') },
}
