'use client'
import { useState } from 'react'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { SelectField } from '@/components/ui/select-field'
import { webhookSchema } from '@/lib/downstream/schema'
import { webhookPath } from './webhook-paths'

const HOUR_MS = 3_600_000
const SINCE = [
  { id: '1', text: 'The last hour' },
  { id: '24', text: 'The last day' },
  { id: '168', text: 'The last week' },
  { id: '720', text: 'The last 30 days' },
] as const

/** Sends once more what was recorded since a time. */
export function ReplayEventsDialog({
  site,
  webhookId,
  onClose,
}: {
  site: string
  webhookId: string
  onClose: () => void
}) {
  const { change, isPending } = useChange(site, 'queues')
  const [hours, setHours] = useState<(typeof SINCE)[number]['id']>('1')
  const replay = async () => {
    const from = new Date(Date.now() - Number(hours) * HOUR_MS).toISOString()
    await sendJson('POST', `${webhookPath(webhookId)}/replay`, webhookSchema, { from })
    onClose()
    return 'It is sent once more'
  }
  return (
    <Dialog title="Send events once more?" isOpen onOpenChange={onClose}>
      <p className="text-ink-soft text-sm">
        Each event goes under the id it went with the first time: a receiver that has taken it knows it.
      </p>
      <SelectField label="Since" options={SINCE} chosen={hours} onChoose={setHours} />
      <DialogActions>
        <Button onPress={onClose}>Leave it</Button>
        <Button
          look="primary"
          isPending={isPending}
          onPress={() => void change({ send: replay, failed: 'Nothing is sent again' })}
        >
          Replay
        </Button>
      </DialogActions>
    </Dialog>
  )
}
