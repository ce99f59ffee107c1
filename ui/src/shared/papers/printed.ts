import type { Printed } from '@/ipc/types'

/** Where a print job went, as the user is told. */
export const printedSentence = ({ by }: Printed) =>
  by === 'queue' ? '已送往打印机' : '已在系统的阅读程序中打开，请在那里点打印'
