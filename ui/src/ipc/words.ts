// Written from the command table in src-tauri/core/src/commands.rs by `make types`; do not edit.

import type {
  VaultKind,
  AppraisalGrade,
  AppraisalStepKind,
  AttachmentKind,
  AttendanceStatus,
  ExclusionGround,
  BranchAspect,
  BranchKind,
  HelperRole,
  UnitKind,
  AuditScope,
  AuditSeverity,
  CloseWay,
  Correction,
  DevelopmentPackage,
  DevelopmentRosterKind,
  DevelopmentStage,
  GuideRole,
  LawText,
  MaterialState,
  DisposalKind,
  DisposalOutcome,
  DuesEntryKind,
  DuesKind,
  DuesState,
  DuesUse,
  DuesWay,
  ElectionPost,
  ElectionPurpose,
  ElectionRoundKind,
  ElectionState,
  HomeDayKind,
  HomeWhen,
  LibraryKind,
  BallotKind,
  MeetingKind,
  MeetingState,
  MotionKind,
  ReturnAbout,
  ReturnPeople,
  ReturnShape,
  Aspect,
  EntryWay,
  ExitWay,
  Discipline,
  MemberKind,
  Office,
  RosterColumn,
  RosterSort,
  Sex,
  Standing,
  WantedField,
  Does,
  RuleChangeKind,
  Scope,
  Severity,
  Verified,
  AttendanceOrder,
  DuesRounding,
  StudyKind,
  TransferState,
  Room,
  BackupKind,
  BackupState,
} from './types'

export const VAULT_KIND: Record<VaultKind, string> = {
  branch: '党支部',
  superior: '上级党组织',
}

export const APPRAISAL_GRADE: Record<AppraisalGrade, string> = {
  excellent: '优秀',
  qualified: '合格',
  basically_qualified: '基本合格',
  unqualified: '不合格',
}

export const APPRAISAL_STEP_KIND: Record<AppraisalStepKind, string> = {
  own: '个人自评',
  mutual: '党员互评',
  ballot: '民主测评',
  organization: '组织评定',
}

export const ATTACHMENT_KIND: Record<AttachmentKind, string> = {
  photo: '照片',
  sign_in_scan: '签到表扫描件',
  file: '文件',
  other: '附件',
}

export const ATTENDANCE_STATUS: Record<AttendanceStatus, string> = {
  present: '到会',
  on_leave: '请假',
  absent: '缺席',
  not_required: '不作硬性要求',
}

export const EXCLUSION_GROUND: Record<ExclusionGround, string> = {
  no_expression: '因患病不能表达意志',
  abroad: '自费出国半年以上',
  punished: '留党察看或者服刑',
  bedridden: '年老体弱、卧床不起',
  transfer_overdue: '应转组织关系而未转，已半年以上',
  retired_home: '离退休后回原籍长期居住',
}

export const BRANCH_ASPECT: Record<BranchAspect, string> = {
  kind: '支部类型',
  superior: '上级党组织',
  committee: '支部委员会',
}

export const BRANCH_KIND: Record<BranchKind, string> = {
  ordinary: '党支部',
  joint: '联合党支部',
  temporary: '临时党支部',
}

export const HELPER_ROLE: Record<HelperRole, string> = {
  organizer: '党建组织员',
  first_secretary: '第一书记',
  instructor: '党建工作指导员',
  liaison: '联络员',
  other: '其他',
}

export const UNIT_KIND: Record<UnitKind, string> = {
  association: '社会团体',
  foundation: '基金会',
  service_institution: '民办非企业单位',
  other: '其他',
}

export const AUDIT_SCOPE: Record<AuditScope, string> = {
  national: '全国规定',
  local: '各地规定',
  practice: '检查惯例',
}

export const AUDIT_SEVERITY: Record<AuditSeverity, string> = {
  error: '错误',
  warn: '提醒',
  notice: '提示',
}

export const CLOSE_WAY: Record<CloseWay, string> = {
  withdrawn: '本人撤回申请',
  not_pursued: '不再培养',
  not_approved: '未通过或未获批准',
  revoked: '取消预备党员资格',
  moved_away: '转到其他党组织',
  other: '其他',
}

export const CORRECTION: Record<Correction, string> = {
  none: '没有涂改',
  sealed: '有涂改，已盖章',
  unsealed: '有涂改，没有盖章',
}

export const DEVELOPMENT_PACKAGE: Record<DevelopmentPackage, string> = {
  pre_examination: '预审材料',
  approval: '审批材料',
  stage_1: '申请入党阶段材料',
  stage_2: '入党积极分子阶段材料',
  stage_3: '发展对象阶段材料',
  stage_4: '接收预备党员阶段材料',
  stage_5: '预备党员转正阶段材料',
  archive: '归档材料',
}

export const DEVELOPMENT_ROSTER_KIND: Record<DevelopmentRosterKind, string> = {
  applicants: '入党申请人',
  activists: '入党积极分子',
  candidates: '发展对象',
  probationary: '新发展党员',
  converted: '转正党员',
}

export const DEVELOPMENT_STAGE: Record<DevelopmentStage, string> = {
  applicant: '入党申请人',
  activist: '入党积极分子',
  candidate: '发展对象',
  probationary: '预备党员',
  converted: '已转正',
}

export const GUIDE_ROLE: Record<GuideRole, string> = {
  mentor: '培养联系人',
  sponsor: '入党介绍人',
}

export const LAW_TEXT: Record<LawText, string> = {
  'dev-2014': '2014年细则',
  'dev-2026': '2026年修订的细则',
  local: '各地规定',
  practice: '检查惯例',
}

export const MATERIAL_STATE: Record<MaterialState, string> = {
  missing: '缺',
  present: '已有',
  not_applicable: '不适用',
}

export const DISPOSAL_KIND: Record<DisposalKind, string> = {
  correction: '限期改正',
  persuasion: '劝其退党',
  striking_off: '党内除名',
}

export const DISPOSAL_OUTCOME: Record<DisposalOutcome, string> = {
  corrected: '已经改正',
  left: '本人退党',
  struck_off: '已经除名',
  not_done: '不再处置',
}

export const DUES_ENTRY_KIND: Record<DuesEntryKind, string> = {
  opening: '期初结余',
  handed_up: '上缴上级',
  returned: '上级返还、拨付',
  other_income: '其他收入',
  spent: '使用',
}

export const DUES_KIND: Record<DuesKind, string> = {
  salary: '按月领取工资',
  yearly_salary: '年薪制',
  retired: '离退休',
  fixed: '学生、下岗失业、低保',
  farmer: '农民',
  reduced: '少交',
  waived: '免交',
}

export const DUES_STATE: Record<DuesState, string> = {
  outside: '不在本支部',
  unset: '没有核定基数',
  waived: '免交',
  open: '还没有交',
  lacking: '欠交',
  settled: '已交',
  more: '多于应交',
}

export const DUES_USE: Record<DuesUse, string> = {
  training: '培训党员',
  materials: '党员教育的报刊、资料和设备',
  honours: '表彰先进',
  hardship: '补助生活困难的党员',
  disaster: '补助受灾党员、修缮受灾设施',
}

export const DUES_WAY: Record<DuesWay, string> = {
  cash: '现金',
  transfer: '银行转账',
  wechat: '微信',
  alipay: '支付宝',
  other: '其他',
}

export const ELECTION_POST: Record<ElectionPost, string> = {
  committee_member: '支部委员会委员',
  secretary: '书记',
  deputy_secretary: '副书记',
}

export const ELECTION_PURPOSE: Record<ElectionPurpose, string> = {
  regular: '换届',
  by_election: '补选',
}

export const ELECTION_ROUND_KIND: Record<ElectionRoundKind, string> = {
  first: '第一次投票',
  run_off: '票数相等，再次投票',
  rest: '名额不足，另行选举',
}

export const ELECTION_STATE: Record<ElectionState, string> = {
  prepared: '准备中',
  counting: '须再投票',
  decided: '已选出',
  concluded: '已办结',
}

export const HOME_DAY_KIND: Record<HomeDayKind, string> = {
  meeting: '会议',
  study: '学习',
  deadline: '期限',
  anniversary: '政治生日',
}

export const HOME_WHEN: Record<HomeWhen, string> = {
  overdue: '逾期',
  today: '今天',
  week: '本周',
  month: '本月',
  quarter: '本季度',
  later: '以后或没有期限',
}

export const LIBRARY_KIND: Record<LibraryKind, string> = {
  directive: '文件',
  speech: '讲话',
  material: '学习材料',
  regulation: '制度',
  other: '其他',
}

export const BALLOT_KIND: Record<BallotKind, string> = {
  hands: '举手表决',
  secret: '无记名投票',
}

export const MEETING_KIND: Record<MeetingKind, string> = {
  general: '支部党员大会',
  committee: '支部委员会会议',
  group: '党小组会',
  lecture: '党课',
  theme_day: '主题党日',
  organizational_life: '组织生活会',
  appraisal: '民主评议党员',
}

export const MEETING_STATE: Record<MeetingState, string> = {
  planned: '未召开',
  held: '已召开',
  cancelled: '已取消',
}

export const MOTION_KIND: Record<MotionKind, string> = {
  ordinary: '一般事项',
  admission: '接收预备党员',
  conversion: '预备党员转正',
  election: '选举',
}

export const RETURN_ABOUT: Record<ReturnAbout, string> = {
  member: '党员',
  applicant: '发展中的人',
  branch: '支部',
}

export const RETURN_PEOPLE: Record<ReturnPeople, string> = {
  members: '全体党员',
  full: '正式党员',
  probationary: '预备党员',
  mobile: '流动党员',
  developing: '在办发展档案的所有人',
  applicants: '入党申请人',
  activists: '入党积极分子',
  candidates: '发展对象',
}

export const RETURN_SHAPE: Record<ReturnShape, string> = {
  list: '一人一行',
  row: '支部一行',
  form: '一项一格',
}

export const ASPECT: Record<Aspect, string> = {
  standing: '党籍状态',
  party_group: '党小组',
  office: '党内职务',
  unit: '所在单位',
  mobile: '流动',
  lost: '失联',
  attendance_not_required: '不作硬性要求',
  vote_suspended: '停止表决权',
  discipline: '党纪处分',
}

export const ENTRY_WAY: Record<EntryWay, string> = {
  original: '建档时已在支部',
  admitted: '本支部发展',
  moved_in: '组织关系转入',
  restored: '恢复党籍',
  other: '其他',
}

export const EXIT_WAY: Record<ExitWay, string> = {
  moved_out: '组织关系转出',
  deceased: '去世',
  withdrew: '退党',
  struck_off: '除名',
  expelled: '开除党籍',
  revoked: '取消预备党员资格',
  other: '其他',
}

export const DISCIPLINE: Record<Discipline, string> = {
  warning: '警告',
  serious_warning: '严重警告',
  dismissed: '撤销党内职务',
  probation: '留党察看',
}

export const MEMBER_KIND: Record<MemberKind, string> = {
  full: '正式党员',
  probationary: '预备党员',
}

export const OFFICE: Record<Office, string> = {
  secretary: '书记',
  deputy_secretary: '副书记',
  organization: '组织委员',
  publicity: '宣传委员',
  discipline: '纪检委员',
  member: '委员',
}

export const ROSTER_COLUMN: Record<RosterColumn, string> = {
  kind: '类别',
  sex: '性别',
  ethnicity: '民族',
  birth: '出生日期',
  age: '年龄',
  education: '学历',
  party_group: '党小组',
  unit: '所在单位',
  office: '职务',
  job_position: '工作岗位',
  joined: '入党日期',
  converted: '转正日期',
  party_age: '党龄',
  mobile: '手机',
  states: '情况',
  completeness: '完整度',
}

export const ROSTER_SORT: Record<RosterSort, string> = {
  pinyin: '姓名拼音',
  strokes: '姓氏笔画',
  office: '党内职务',
  group: '党小组',
  age: '年龄',
  party_age: '党龄',
  completeness: '完整度',
  left: '离开日期',
}

export const SEX: Record<Sex, string> = {
  male: '男',
  female: '女',
}

export const STANDING: Record<Standing, string> = {
  normal: '正常',
  suspended: '停止党籍',
}

export const WANTED_FIELD: Record<WantedField, string> = {
  name: '姓名',
  id_number: '公民身份号码',
  sex: '性别',
  ethnicity: '民族',
  birth: '出生日期',
  education: '学历',
  joined: '入党日期',
  converted: '转正日期',
  job_position: '工作岗位',
  mobile: '手机号',
  address: '家庭住址',
  lost_contact_since: '失联日期',
  mobile_destination: '外出流向',
}

export const DOES: Record<Does, string> = {
  reminds: '到时提醒',
  checks: '录入时核对',
  explains: '仅供查阅',
}

export const RULE_CHANGE_KIND: Record<RuleChangeKind, string> = {
  new: '新增',
  text: '文字修改',
  numbers: '数字修改',
  ended: '停止施行',
  beside: '出处或日期修改',
}

export const SCOPE: Record<Scope, string> = {
  national: '全国规定',
  local: '上级或地方规定',
  practice: '通行做法',
}

export const SEVERITY: Record<Severity, string> = {
  late: '逾期',
  due: '待办',
  notice: '提示',
}

export const VERIFIED: Record<Verified, string> = {
  text: '已对照原文',
  secondary: '据公开解读',
  memory: '待核对原文',
  local: '以上级要求为准',
}

export const ATTENDANCE_ORDER: Record<AttendanceOrder, string> = {
  pinyin: '按姓名拼音',
  strokes: '按姓氏笔画',
  group: '按党小组',
}

export const DUES_ROUNDING: Record<DuesRounding, string> = {
  fen: '保留到分',
  jiao: '四舍五入到角',
  yuan: '四舍五入到元',
}

export const STUDY_KIND: Record<StudyKind, string> = {
  collective: '集中学习',
  first_topic: '第一议题',
  lecture: '党课',
  theme_education: '主题教育',
  course: '培训班',
  self_study: '自学',
  online: '线上学习',
}

export const TRANSFER_STATE: Record<TransferState, string> = {
  waiting: '待回执',
  expired: '已过期',
  moved_out: '已转出',
  returned: '已退回',
  replaced: '已重开',
  arrived: '转入待接收',
  accepted: '已接收',
  sent_back: '已退回对方',
}

export const ROOM: Record<Room, string> = {
  branch: '支部',
  roster: '党员名册',
  meetings: '组织生活',
  elections: '选举',
  appraisal: '民主评议党员',
  development: '发展党员',
  study: '学习教育',
  library: '文库',
  dues: '党费',
  reports: '报告报送',
  signing: '签名',
  transfers: '组织关系转接',
  disposals: '组织处置',
  tasks: '决议落实',
  talks: '谈心谈话',
  attachments: '照片和附件',
  returns: '上级的表',
  superior: '下级支部',
  settings: '设置',
  home: '首页',
  rules: '规程',
}

export const BACKUP_KIND: Record<BackupKind, string> = {
  routine: '日常备份',
  before_upgrade: '程序升级前',
  before_restore: '恢复前留下',
}

export const BACKUP_STATE: Record<BackupState, string> = {
  verified: '✓ 已验证',
  unverified: '能打开，没有验证记录',
  other_passphrase: '要用当时的密码',
  unreadable: '已损坏，打不开',
  empty: '空文件，不是备份',
  open: '现在打开的就是它',
}
