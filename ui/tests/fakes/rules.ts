// Some of the rules, as they stand in the data.

import type * as t from '@/ipc/types'
import type { Handlers } from './made'

const rules: t.RuleView[] = [
  {
    id: 'B09',
    text: '支部党员大会一般每季度召开 1 次。',
    source: '中国共产党支部工作条例(试行) 第十一条',
    verified: 'text',
    does: 'reminds',
    from: '2018-10-28',
    to: null,
  },
  {
    id: 'B11',
    text: '支部委员会会议一般每月召开 1 次,须有半数以上委员到会方可进行。',
    source: '中国共产党支部工作条例(试行) 第十二条',
    verified: 'text',
    does: 'reminds',
    from: '2018-10-28',
    to: null,
  },
  {
    id: 'B14',
    text: '主题党日每月相对固定 1 天开展。',
    source: '中国共产党支部工作条例(试行) 第十六条',
    verified: 'text',
    does: 'reminds',
    from: '2018-10-28',
    to: null,
  },
  {
    id: 'B18',
    text: '党课按惯例每季度 1 次,以上级要求为准。',
    source: '上级党组织要求',
    verified: 'local',
    does: 'reminds',
    from: '2018-10-28',
    to: null,
  },
  {
    id: 'D02',
    text: '收到入党申请书后,1 个月内派人同入党申请人谈话。',
    source: '中国共产党发展党员工作细则',
    verified: 'secondary',
    does: 'reminds',
    from: '2014-05-28',
    to: null,
  },
  {
    id: 'D05',
    text: '每半年对入党积极分子考察 1 次。',
    source: '中国共产党发展党员工作细则',
    verified: 'secondary',
    does: 'reminds',
    from: '2014-05-28',
    to: null,
  },
  {
    id: 'E01',
    text: '党员每年集中学习培训时间一般不少于 32 学时。',
    source: '中国共产党党员教育管理工作条例',
    verified: 'text',
    does: 'reminds',
    from: '2019-05-06',
    to: null,
  },
]

export const handlers: Handlers = {
  rule_list: () => rules,
}
