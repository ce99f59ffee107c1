import { DataAnalysis, FolderOpened, Key, OfficeBuilding, Select } from '@element-plus/icons-vue'
import { doing, type Place, period, printing } from '@/shared/place'

export const place: Place = {
  name: '下级支部',
  path: '/superior/branches',
  lines: [
    { name: '收件', path: '/superior/inbox', icon: FolderOpened },
    { name: '汇总', path: '/superior/sums', icon: DataAnalysis },
    { name: '下级支部', path: '/superior/branches', icon: OfficeBuilding },
    { name: '证书', path: '/reports/signing', icon: Key },
    { name: '核验', path: '/reports/verify', icon: Select },
  ],
  pages: [
    { path: '/superior/branches', component: () => import('./BranchesPage.vue'), meta: { manual: '下级支部' } },
    {
      path: '/superior/inbox/:period(\\d{4}[QH]?[1-4]?)?',
      component: () => import('./InboxPage.vue'),
      props: period,
      meta: { manual: '收件', name: '收件' },
    },
    {
      path: '/superior/sums/:period(\\d{4}[QH]?[1-4]?)?',
      component: () => import('./SumsPage.vue'),
      props: period,
      meta: { manual: '汇总', name: '汇总' },
    },
  ],
  finds: [
    doing('收取下级报告', '/superior/inbox'),
    doing('签收下级报告', '/superior/inbox'),
    doing('登记下级支部证书', '/superior/branches'),
    printing('催报单', '/superior/inbox'),
    printing('未报送支部名单', '/superior/inbox'),
  ],
  findings: { superior: () => '/superior/inbox' },
}
