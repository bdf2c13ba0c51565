'use client'
import { Send, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import type { AlertTarget } from '@/lib/queue-health/schema'
import { alertTargetPath } from './alert-paths'

/** Sends a target a word to see that it arrives, and takes it off the list. */
export function TargetActions({ target }: { target: AlertTarget }) {
  const { change, isPending } = useChange(target.site, 'alerts')
  const [isAsking, setAsking] = useState(false)
  const path = alertTargetPath(target.id)
  const test = async () => {
    await sendJson('POST', `${path}/test`, z.unknown())
    return `A test is on its way to ${target.address}`
  }
  const remove = async () => {
    await sendJson('DELETE', path, z.unknown())
    return `${target.address} is told no more`
  }
  return (
    <div className="mt-1 flex flex-wrap gap-2">
      <Button
        isPending={isPending}
        onPress={() => void change({ send: test, failed: 'The test was not sent' })}
      >
        <Send size={14} aria-hidden="true" />
        Send a test
        <span className="sr-only"> to {target.address}</span>
      </Button>
      <Button isPending={isPending} onPress={() => setAsking(true)}>
        <Trash2 size={14} aria-hidden="true" />
        Remove
        <span className="sr-only"> {target.address}</span>
      </Button>
      <Dialog title="Tell them no more?" role="alertdialog" isOpen={isAsking} onOpenChange={setAsking}>
        <p className="text-ink-soft text-sm [overflow-wrap:anywhere]">
          {target.address} hears of no alert of this site any more. A webhook’s secret ends with it.
        </p>
        <DialogActions>
          <Button onPress={() => setAsking(false)}>Keep</Button>
          <Button
            look="primary"
            onPress={() => {
              setAsking(false)
              void change({ send: remove, failed: 'Nothing was removed' })
            }}
          >
            Remove
          </Button>
        </DialogActions>
      </Dialog>
    </div>
  )
}
