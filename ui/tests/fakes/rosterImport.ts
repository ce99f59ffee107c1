// A made-up sheet to be taken into the roster.

import type * as t from '@/ipc/types'
import { done, type Handlers } from './made'
import { members } from './roster'

function importPreview(): t.ImportPreview {
  const headers: [string, t.ImportField | null, string][] = [
    ['序号', null, '1'],
    ['姓名', 'name', '赵建国'],
    ['公民身份号码', 'id_number', '440300196005031001'],
    ['性别', 'sex', '男'],
    ['民族', 'ethnicity', '汉族'],
    ['人员类别', 'kind', '正式党员'],
    ['加入党组织日期', 'joined', '1985.7'],
    ['转为正式党员日期', 'converted', '1986-07-01'],
  ]
  const accepted = members.slice(0, 44).map((member, index) => ({
    row: index + 4,
    name: member.name,
    id_number: member.id_number,
    sex: member.sex === 'female' ? '女' : '男',
    ethnicity: member.ethnicity,
    birth: member.birth,
    kind: member.kind === 'full' ? '正式党员' : '预备党员',
    joined: member.joined,
    converted: member.converted,
  }))
  return {
    sheets: ['党员信息', '说明'],
    sheet: '党员信息',
    header_row: 3,
    first_rows: ['示例协会党支部党员名册', '', '序号 姓名 公民身份号码 性别 民族 人员类别'],
    remembered: false,
    columns: headers.map(([header, field, example], index) => ({ index, header, field, example, watched: false })),
    data: [4, 47],
    notes: [],
    details: members.slice(0, 44).map((member) => ({
      education: member.education,
      mobile: member.mobile,
      landline: member.landline,
      address: member.address,
      party_group: member.party_group,
      offices: '',
    })),
    digest: 'd1',
    accepted,
    warned: [
      {
        row: 9,
        name: accepted[5]!.name,
        code: 'sex_differs',
        message: '性别写「女」,公民身份号码是男性',
        field: 'sex',
      },
      {
        row: 17,
        name: accepted[13]!.name,
        code: 'month_only',
        message: '入党日期只有年月,按年月保存',
        field: 'joined',
      },
    ],
    rejected: [
      {
        row: 48,
        name: '褚某某',
        code: 'id_check_digit',
        message: '公民身份号码的校验位不对,请核对原件',
        field: 'id_number',
      },
    ],
    updated: [
      { row: 6, name: accepted[2]!.name, fields: [{ field: 'mobile', old: '13800001000', new: '13800001002' }] },
    ],
    unchanged: 3,
    doubtful: [],
    normalized: [],
  }
}

export const handlers: Handlers = {
  roster_import_preview: (_request, options) => {
    options.onProgress?.({ done: 44, total: 45, label: '正在核对' })
    return importPreview()
  },
  roster_import: () => {
    const { accepted, warned, rejected, updated, unchanged, doubtful, normalized } = importPreview()
    const outcome = { accepted, warned, rejected, updated, unchanged, doubtful, normalized }
    return done(outcome, ['roster'], '导入名册')
  },
  roster_import_problems_save: () => ({ file_name: '名册 未导入的行.xlsx', bytes: 9000, gaps: [] }),
}
