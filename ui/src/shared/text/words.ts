// The Chinese of every code that the core sends.

import type {
  AppraisalGrade,
  Aspect,
  AttendanceOrder,
  AttendanceStatus,
  BallotKind,
  BranchKind,
  DevelopmentStage,
  ElectionPost,
  ElectionPurpose,
  ElectionState,
  EntryWay,
  ExclusionGround,
  ExitWay,
  Finding,
  HelperRole,
  MaterialState,
  MeetingKind,
  MeetingState,
  MemberKind,
  MotionKind,
  Office,
  Severity,
  Sex,
  Standing,
  TransferState,
  UnitKind,
} from '@/ipc/types'

export const MEETING_KINDS: Record<MeetingKind, string> = {
  general: '支部党员大会',
  committee: '支部委员会会议',
  group: '党小组会',
  lecture: '党课',
  theme_day: '主题党日',
  organizational_life: '组织生活会',
  appraisal: '民主评议党员',
}

export const MEETING_STATES: Record<MeetingState, string> = { planned: '未召开', held: '已召开', cancelled: '已取消' }

export const ATTENDANCE: Record<AttendanceStatus, string> = {
  present: '到会',
  on_leave: '请假',
  absent: '缺席',
  not_required: '不作硬性要求',
}

export const ATTENDANCE_ORDERS: Record<AttendanceOrder, string> = {
  pinyin: '按姓名拼音',
  strokes: '按姓氏笔画',
  group: '按党小组',
}

/** V11 */
export const GROUNDS: Record<ExclusionGround, string> = {
  no_expression: '因患病不能表达意志',
  abroad: '自费出国半年以上',
  punished: '留党察看或者服刑',
  bedridden: '年老体弱、卧床不起',
  transfer_overdue: '应转组织关系而未转，已半年以上',
  retired_home: '离退休后回原籍长期居住',
}

export const MOTIONS: Record<MotionKind, string> = {
  ordinary: '一般事项',
  admission: '接收预备党员',
  conversion: '预备党员转正',
  election: '选举',
}

export const BALLOTS: Record<BallotKind, string> = { hands: '举手表决', secret: '无记名投票' }

export const ELECTION_PURPOSES: Record<ElectionPurpose, string> = { regular: '换届', by_election: '补选' }

export const ELECTION_POSTS: Record<ElectionPost, string> = {
  committee_member: '支部委员会委员',
  secretary: '书记',
  deputy_secretary: '副书记',
}

export const ELECTION_STATES: Record<ElectionState, string> = {
  prepared: '准备中',
  counting: '须再投票',
  decided: '已选出',
  concluded: '已办结',
}

export const APPRAISAL_GRADES: Record<AppraisalGrade, string> = {
  excellent: '优秀',
  qualified: '合格',
  basically_qualified: '基本合格',
  unqualified: '不合格',
}

export const MEMBER_KINDS: Record<MemberKind, string> = { full: '正式党员', probationary: '预备党员' }

export const SEXES: Record<Sex, string> = { male: '男', female: '女' }

export const STANDINGS: Record<Standing, string> = { normal: '正常', suspended: '停止党籍' }

export const OFFICES: Record<Office, string> = {
  secretary: '书记',
  deputy_secretary: '副书记',
  organization: '组织委员',
  publicity: '宣传委员',
  discipline: '纪检委员',
  member: '委员',
}

/** `副书记、组织委员` */
export const officesText = (offices: Office[]) => offices.map((office) => OFFICES[office]).join('、')

/** What changes with time about a member. */
export const ASPECTS: Record<Aspect, string> = {
  standing: '党籍状态',
  party_group: '党小组',
  office: '党内职务',
  unit: '所在单位',
  mobile: '流动',
  lost: '失联',
  attendance_not_required: '不作硬性要求',
  vote_suspended: '停止表决权',
}

export const BRANCH_KINDS: Record<BranchKind, string> = {
  ordinary: '党支部',
  joint: '联合党支部',
  temporary: '临时党支部',
}

export const UNIT_KINDS: Record<UnitKind, string> = {
  association: '社会团体',
  foundation: '基金会',
  service_institution: '民办非企业单位',
  other: '其他',
}

export const HELPER_ROLES: Record<HelperRole, string> = {
  organizer: '党建组织员',
  first_secretary: '第一书记',
  instructor: '党建工作指导员',
  liaison: '联络员',
  other: '其他',
}

export const ENTRY_WAYS: Record<EntryWay, string> = {
  original: '建档时已在支部',
  admitted: '本支部发展',
  moved_in: '组织关系转入',
  restored: '恢复党籍',
  other: '其他',
}

export const EXIT_WAYS: Record<ExitWay, string> = {
  moved_out: '组织关系转出',
  deceased: '去世',
  withdrew: '退党',
  struck_off: '除名',
  expelled: '开除党籍',
  revoked: '取消预备党员资格',
  other: '其他',
}

export const TRANSFER_STATES: Record<TransferState, string> = {
  waiting: '待回执',
  expired: '已过期',
  moved_out: '已转出',
  returned: '已退回',
  replaced: '已重开',
  arrived: '转入待接收',
  accepted: '已接收',
  sent_back: '已退回对方',
}

export const STAGES: Record<DevelopmentStage, string> = {
  applicant: '入党申请人',
  activist: '入党积极分子',
  candidate: '发展对象',
  probationary: '预备党员',
  converted: '已转正',
}

export const MATERIAL_STATES: Record<MaterialState, string> = {
  missing: '缺',
  present: '已有',
  not_applicable: '不适用',
}

const SEVERITIES: Record<Severity, string> = { late: '逾期', due: '待办', notice: '提示' }

/** Only what had a day can be overdue. */
export const severityOf = ({ severity, due }: Finding) => (severity === 'late' && !due ? '须办' : SEVERITIES[severity])

/** The fields of a member's record as its form names them. */
export const MEMBER_FIELDS: Record<string, string> = {
  name: '姓名',
  branch_name: '所在党支部',
  id_number: '公民身份号码',
  sex: '性别',
  ethnicity: '民族',
  birth: '出生日期',
  education: '学历',
  kind: '人员类别',
  joined: '入党日期',
  converted: '转正日期',
  job_position: '工作岗位',
  mobile: '手机号',
  landline: '固定电话',
  address: '家庭住址',
  standing: '党籍状态',
  is_lost: '是否失联',
  lost_contact_since: '失联日期',
  is_mobile: '是否流动',
  mobile_destination: '外出流向',
  party_group: '党小组',
  office: '党内职务',
  note: '备注',
  entered_on: '进入支部日期',
  entered_how: '进入方式',
}

/** Code and label pairs for a choice. */
export const choices = <T extends string>(words: Record<T, string>) =>
  (Object.keys(words) as T[]).map((value) => ({ value, label: words[value] }))
