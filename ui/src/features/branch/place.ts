import { OfficeBuilding } from '@element-plus/icons-vue'
import { doing, type Place } from '@/shared/place'

export const place: Place = {
  name: '支部',
  path: '/branch',
  icon: OfficeBuilding,
  pages: [{ path: '/branch', component: () => import('./BranchPage.vue'), meta: { manual: '支部' } }],
  finds: [doing('换任、改委员', '/branch')],
  findings: { branch: () => '/branch' },
}
