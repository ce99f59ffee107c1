// Papers: two pages, whatever was asked for.

import type * as t from '@/ipc/types'
import type { Handlers } from './made'

const page = (title = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595 842" width="595" height="842"><rect width="595" height="842" fill="#fff"/><text x="297" y="110" font-size="22" text-anchor="middle" font-family="Noto Serif CJK SC">${title}</text>${Array.from({ length: 20 }, (_, line) => `<line x1="80" x2="515" y1="${160 + line * 30}" y2="${160 + line * 30}" stroke="#999" stroke-width="0.6"/>`).join('')}</svg>`

/** Of those that a test asks for by name. */
const PAPER_TITLES: Partial<Record<t.Paper['kind'], string>> = {
  sign_in_sheet: '会议签到表',
  meeting_plan: '组织生活计划报备表',
  minutes: '会议记录',
  meeting_record_form: '三会一课纪实报告表',
  bound_quarter: '2026年第三季度组织生活记录合订本',
  ballots: '选票',
  tally_sheet: '计票报告单',
  appraisal_ballots: '2026年度民主评议党员测评票',
  appraisal_tally: '2026年度民主评议党员测评汇总表',
  appraisal_result: '2026年度民主评议党员结果表',
  election_report: '选举结果报告',
  report: '季度报告',
  signed_report: '季度报告第1版（已签名）',
  recovery_sheet: '恢复码',
  enrolment_sheet: '报送签名备案表',
  roster: '党员名册',
  contact_list: '党员通讯录',
  member_record: '党员信息表',
  statistics: '党员基本情况统计表',
  introduction_letter: '组织关系介绍信',
  transfer_receipt: '组织关系介绍信回执',
  meeting_notice: '会议通知',
  vote_resolution: '支部大会决议',
  motion_ballots: '表决票',
  motion_tally: '计票单',
  attendance: '到会统计表',
  study_plan_sheet: '2026年度学习计划',
  study_sign_in: '学习签到表',
  study_record: '学习记录',
  study_ledger: '2026年度党员学时台账',
  study_of_member: '2026年度党员学习记录',
}

export const handlers: Handlers = {
  paper_preview: (paper: t.Paper): t.PaperPages => ({
    title: PAPER_TITLES[paper.kind] ?? paper.kind,
    pages: [page(PAPER_TITLES[paper.kind]), page('第二页')],
    total: 2,
    word: ['minutes', 'meeting_notice', 'vote_resolution'].includes(paper.kind),
    rooms: ['meetings', 'roster', 'branch'],
    gaps: [],
  }),
  paper_save: (): t.Saved => ({ file_name: '会议签到表.pdf', bytes: 52_000, gaps: [] }),
  paper_print: (): t.Printed => ({ by: 'viewer', gaps: [] }),
}
