'use client'
import { Bell, BellOff, Check } from 'lucide-react'
import { useState } from 'react'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { useClock } from '@/components/ui/use-clock'
import { type Alert, alertSchema } from '@/lib/queue-health/schema'
import { alertPath } from './alert-paths'
import { SilenceDialog } from './silence-dialog'

/** Takes an alert on, and has its queue silenced or heard again. */
export function AlertActions({ alert }: { alert: Alert }) {
  const { change, isPending } = useChange(alert.site, 'alerts')
  const [isAsking, setAsking] = useState(false)
  const until = alert.silencedUntil
  const isSilent = useClock((nowMs) => until !== null && Date.parse(until) > nowMs)
  const acknowledge = async () => {
    await sendJson('POST', `${alertPath(alert.id)}/acknowledge`, alertSchema)
    return 'The alert is yours'
  }
  const silence = async (minutes: number, reason: string) => {
    await sendJson('POST', `${alertPath(alert.id)}/silence`, alertSchema, { minutes, reason })
    return minutes === 0 ? 'Words about it are sent again' : 'Nobody is sent a word about it for now'
  }
  return (
    <>
      {alert.state === 'open' ? (
        <Button
          look={alert.severity === 'critical' ? 'primary' : 'outline'}
          isPending={isPending}
          onPress={() => void change({ send: acknowledge, failed: 'The alert was not acknowledged' })}
        >
          <Check size={14} aria-hidden="true" />
          Acknowledge
        </Button>
      ) : null}
      {isSilent ? (
        <Button
          isPending={isPending}
          onPress={() => void change({ send: () => silence(0, ''), failed: 'The silence was not ended' })}
        >
          <Bell size={14} aria-hidden="true" />
          End the silence
        </Button>
      ) : (
        <Button isPending={isPending} onPress={() => setAsking(true)}>
          <BellOff size={14} aria-hidden="true" />
          Silence
        </Button>
      )}
      <SilenceDialog
        queue={alert.queue}
        isOpen={isAsking}
        onOpenChange={setAsking}
        onSilence={(minutes, reason) => {
          setAsking(false)
          void change({ send: () => silence(minutes, reason), failed: 'The alert was not silenced' })
        }}
      />
    </>
  )
}
