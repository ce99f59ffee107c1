import { Wallet } from '@element-plus/icons-vue'
import type { Finding } from '@/ipc/types'
import { doing, type Place, printing } from '@/shared/place'

/** To the person it is about; else to the page where it is dealt with. */
function wayTo({ rule, subject: { id } }: Finding) {
  if (id !== null) return `/dues?member=${id}`
  if (rule === 'F08') return '/dues/bases'
  return rule === 'F13' ? '/dues/ledger' : '/dues'
}

export const place: Place = {
  name: '党费',
  path: '/dues',
  icon: Wallet,
  pages: [
    {
      path: '/dues',
      component: () => import('./DuesPage.vue'),
      meta: { manual: '党费', opens: ['member'] },
    },
    { path: '/dues/bases', component: () => import('./BasesPage.vue'), meta: { manual: '党费基数', name: '党费基数' } },
    {
      path: '/dues/ledger',
      component: () => import('./LedgerPage.vue'),
      meta: { manual: '收支和公布', name: '党费收支和公布' },
    },
    {
      path: '/dues/import',
      component: () => import('./ImportPage.vue'),
      meta: { manual: '导入账单', name: '导入账单' },
    },
  ],
  finds: [
    doing('核定党费基数', '/dues/bases'),
    doing('登记党费', '/dues'),
    printing('党费收缴登记表', '/dues'),
    printing('党费收缴、使用情况公布', '/dues'),
  ],
  findings: { dues: wayTo },
}
