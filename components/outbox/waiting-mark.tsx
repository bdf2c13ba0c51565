import { CloudOff, WifiOff } from 'lucide-react'

/** What the server does not have yet; nothing while it has everything. */
export function WaitingMark({ waiting, isReached }: { waiting: number; isReached: boolean }) {
  if (waiting === 0 && isReached) return null
  const Icon = isReached ? CloudOff : WifiOff
  return (
    <p
      role="status"
      className="flex shrink-0 items-center gap-1.5 rounded-md bg-late-tint px-2.5 py-1.5 text-ink text-sm"
    >
      <Icon size={16} aria-hidden="true" className="text-late" />
      <strong className="font-semibold">{waitingWords(waiting, isReached)}</strong>
    </p>
  )
}

function waitingWords(waiting: number, isReached: boolean): string {
  if (waiting === 0) return 'Offline'
  return isReached ? `${waiting} being sent` : `Offline, ${waiting} ${waiting === 1 ? 'waits' : 'wait'}`
}
