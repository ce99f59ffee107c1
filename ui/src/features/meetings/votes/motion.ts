import type { MotionKind } from '@/ipc/types'

/**
 * The motion that a subject most likely is, to begin with. A suggestion only: what is saved is judged by the core, by
 * whatever the subject says.
 */
export function likelyMotion(subject: string): MotionKind {
  const text = subject.replace(/\s|《[^》]*》/g, '')
  if (/候选|推荐|提名|方案|办法|计划|公示|材料/.test(text)) return 'ordinary'
  if (/转正(?!式)|转为.*正式党员|延长.*预备期|取消.*预备(党员)?资格/.test(text)) return 'conversion'
  if (/(接收|吸收|发展).+(预备党员|为.*党员|入党)/.test(text)) return 'admission'
  if (/选举(?!工作|大会|结果)|补选/.test(text)) return 'election'
  return 'ordinary'
}
