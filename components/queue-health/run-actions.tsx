'use client'
import { Ban, RotateCcw } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { z } from 'zod'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import type { RunSummary } from '@/inngest/engine/schema'
import { runHref, runPath } from './run-paths'

const replayedSchema = z.object({ runId: z.string() })

type Props = { site: string; run: Pick<RunSummary, 'id' | 'status'> }

/** Ends a run, or does its event over in a new one. */
export function RunActions({ site, run }: Props) {
  const router = useRouter()
  const { change, isPending } = useChange(site, 'queues')
  const [isAsking, setAsking] = useState(false)
  const replay = async () => {
    const { runId } = await sendJson('POST', `${runPath(run.id)}/replay`, replayedSchema)
    router.push(runHref(runId))
    return 'A new run has begun'
  }
  const cancel = async () => {
    await sendJson('POST', `${runPath(run.id)}/cancel`, z.unknown())
    return 'The run is cancelled'
  }
  return (
    <div className="flex flex-wrap gap-2">
      {run.status === 'active' ? (
        <Button isPending={isPending} onPress={() => setAsking(true)}>
          <Ban size={14} aria-hidden="true" />
          Cancel
        </Button>
      ) : null}
      <Button
        isPending={isPending}
        onPress={() => void change({ send: replay, failed: 'The run was not replayed' })}
      >
        <RotateCcw size={14} aria-hidden="true" />
        Replay
      </Button>
      <Dialog title="Cancel this run?" role="alertdialog" isOpen={isAsking} onOpenChange={setAsking}>
        <p className="text-ink-soft text-sm">
          The step under way is finished, no other begins. What the run has done already stays done.
        </p>
        <DialogActions>
          <Button onPress={() => setAsking(false)}>Let it run</Button>
          <Button
            look="primary"
            isPending={isPending}
            onPress={() => {
              setAsking(false)
              void change({ send: cancel, failed: 'The run was not cancelled' })
            }}
          >
            Cancel the run
          </Button>
        </DialogActions>
      </Dialog>
    </div>
  )
}
