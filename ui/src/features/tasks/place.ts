import { doing, type Place } from '@/shared/place'

export const place: Place = {
  name: '决议落实',
  path: '/meetings/tasks',
  within: 'meetings',
  pages: [
    {
      path: '/meetings/tasks',
      component: () => import('./TasksPage.vue'),
      props: ({ query }) => ({ id: query.id ? Number(query.id) : null }),
      meta: { manual: '决议落实' },
    },
  ],
  finds: [doing('登记落实情况', '/meetings/tasks')],
  findings: { tasks: ({ subject: { id } }) => (id === null ? '/meetings/tasks' : `/meetings/tasks?id=${id}`) },
}
