'use client'
import { Notices } from './notices'
import { useOutbox } from './use-outbox'
import { useSpeaker } from './use-speaker'
import { WaitingMark } from './waiting-mark'

const loadSender = async () => (await import('./keep-sending')).keepSending

/** Above the work: sends what waits on this phone, and says how much that is and what was refused. */
export function OutboxBar() {
  const { outbox, record, isReached } = useOutbox()
  useSpeaker(outbox, record !== undefined, loadSender)
  const waiting = record?.acts.length ?? 0
  const notices = record?.notices ?? []
  if (waiting + notices.length === 0) return null
  return (
    <div className="mx-auto mb-4 flex w-full max-w-xl flex-col gap-3">
      {waiting > 0 ? <WaitingMark waiting={waiting} isReached={isReached} /> : null}
      <Notices notices={notices} onDismiss={outbox.dismiss} />
    </div>
  )
}
