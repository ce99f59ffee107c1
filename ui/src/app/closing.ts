import { closeWindow, watchClosing } from '@/ipc/call'
import { keepDrafts } from '@/shared/forms/drafts'
import { mayLeave } from '@/shared/forms/unsaved'
import { session } from '@/shared/session/session'

/** Before the window closes, what is not saved is asked about; it is in the file by then, should the answer not come. */
export function askBeforeClosing() {
  async function asked() {
    const open = session.status?.state === 'open'
    if (open) await keepDrafts()
    if (!(await mayLeave())) return void askBeforeClosing()
    if (open) await keepDrafts()
    await closeWindow()
  }
  return watchClosing(() => void asked())
}
