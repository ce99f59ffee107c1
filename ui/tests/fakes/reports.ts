// Made-up reports.

import type * as t from '@/ipc/types'
import { branch } from './branch'
import { done, type Handlers, TODAY } from './made'
import { FINGERPRINT } from './signing'

const words: t.ReportWords = { problems: '', plan: '' }
const versions: t.ReportVersion[] = []

const finding = (message: string, rule: t.RuleId): t.Finding => ({
  rule,
  severity: 'late',
  message,
  action: '补登记',
  due: '2026-10-31',
  subject: { room: 'meetings', id: null },
  key: '',
})

let remark: t.ReportRemark | null = null

function report(period: t.Period): t.ReportView {
  return {
    report: {
      format: 2,
      branch: branch.name,
      quarter: '2026Q4',
      span: 'quarter',
      version: 1,
      reason: null,
      as_of: TODAY,
      audit_head: 'ab'.repeat(32),
      rule_set: { name: '全国规程 2026-11', number: 1 },
      mark: null,
      sections: { members: { title: '党员人数', end: 46 } },
    },
    words,
    versions: versions.filter((version) => version.period === period),
    differs_from_signed: false,
    lines: [
      { finding: finding('10月没有召开支部委员会会议', 'B11'), remark },
      { finding: finding('第四季度没有开展党课', 'B18'), remark: null },
    ],
    figures: [
      { section: 'members', label: '党员', value: '46 人（正式 44，预备 2）', before: '45 人（正式 43，预备 2）' },
      { section: 'study', label: '学习', value: '3 次，共 6 学时', before: '3 次，共 6 学时' },
    ],
    contradictions: ['期初党员 46 名，上一份报告（2026年第三季度）的期末是 45 名，对不上'],
    compared_with: { period: '2026Q3', version: 1 },
    before_signing: period === '2026Q4' ? ['本季度还有 38 天（到12月31日）'] : [],
    checks: [
      { title: '隶属关系', warnings: [] },
      { title: '组织设置', warnings: [] },
      { title: '党员人数', warnings: ['有 12 名党员的资料不完整'] },
      { title: '三会一课与主题党日', warnings: ['支部委员会会议少 2 次', '党课少 1 次'] },
      { title: '发展党员', warnings: [] },
      { title: '学习', warnings: [] },
      { title: '存在问题与整改', warnings: ['还没有填写'] },
      { title: '下季度计划', warnings: ['还没有填写'] },
    ],
  }
}

export const handlers: Handlers = {
  report_get: report,
  report_remark: ({ remark: said }: t.ReportRemarkRequest) => {
    remark = said
    return done(report('2026Q4'), ['reports'], '说明')
  },
  report_words_save: ({ period, words: written }: t.ReportWordsRequest) => {
    Object.assign(words, written)
    return done(report(period), ['reports'], '修改报告文字')
  },
  report_sign: ({ period, reason }: t.ReportSignRequest) => {
    const signed: t.ReportVersion = {
      id: 1,
      period,
      version: 1,
      signed_at: '2026-11-23T15:40:00+08:00',
      reason,
      sha256: 'cd'.repeat(32),
      problem: null,
      receipt: null,
      gaps: [],
    }
    versions.splice(0, 1, signed)
    return done(signed, ['reports'], null)
  },
  report_receipt_import: () => {
    const receipt: t.ReceiptView = {
      signer: '示例街道社会组织委员会',
      fingerprint: FINGERPRINT,
      signed_at: '2026-11-24T09:00:00+08:00',
      trusted: true,
      sentence: '“示例街道社会组织委员会”已于2026年11月24日 09:00（北京时间）签收',
    }
    for (const version of versions) version.receipt = receipt
    return done(report('2026Q4'), ['reports'])
  },
  report_export: (): t.Saved => ({ file_name: '2026年第四季度报告.pdf', bytes: 182_000, gaps: [] }),
  report_print: (): t.Printed => ({ by: 'queue', gaps: [] }),
  report_verify: (): t.VerifyView => ({
    file: '2026年第三季度报告.pdf',
    valid: true,
    trusted: true,
    signer: branch.name,
    fingerprint: FINGERPRINT,
    signed_at: '2026-10-03 09:12 +08:00',
    covers_whole_file: true,
    sentence: '签名有效,签名人可信,签名后没有改动。',
    known_as: branch.name,
    remarks: [],
    fault: null,
    receipt: null,
    unread: null,
    facts: [
      { label: '支部', value: branch.name },
      { label: '党员', value: '46 人（正式 44，预备 2）' },
      { label: '党费收缴', value: '出自更新版本的程序，升级本程序后才能看' },
    ],
    report: report('2026Q3').report,
  }),
  report_compare: (): t.CompareView => ({
    file: '2026年第三季度报告.pdf',
    outcome: 'agrees',
    sentence: '与档案一致',
  }),
}
