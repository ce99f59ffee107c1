import { Document } from '@element-plus/icons-vue'
import { doing, type Place, printing, quarter } from '@/shared/place'

export const place: Place = {
  name: '报告报送',
  path: '/reports',
  icon: Document,
  pages: [
    {
      path: '/reports/:quarter(\\d{4}Q[1-4])?',
      component: () => import('./ReportPage.vue'),
      props: quarter,
      meta: { manual: '报告报送' },
    },
    {
      path: '/reports/verify',
      component: () => import('./VerifyPage.vue'),
      meta: { manual: '核验报告', name: '核验报告' },
    },
  ],
  finds: [
    doing('签名本季度报告', '/reports'),
    printing('季度报告', '/reports'),
    printing('组织生活记录合订本', '/reports'),
  ],
  findings: { reports: () => '/reports' },
}
