'use client'
import { RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import type { DeadLetter } from '@/lib/queue-health/schema'
import { DiscardDialog } from './discard-dialog'
import { discardLetters, replayLetter } from './replay-letters'

/** Does the work of one letter after all, as it is, or lays it aside. */
export function LetterActions({ site, letter }: { site: string; letter: Pick<DeadLetter, 'id'> }) {
  const { change, isPending } = useChange(site, 'queues')
  const [isAsking, setAsking] = useState(false)
  return (
    <div className="flex flex-wrap gap-2">
      <Button isPending={isPending} onPress={() => setAsking(true)}>
        <Trash2 size={14} aria-hidden="true" />
        Discard
      </Button>
      <Button
        look="primary"
        isPending={isPending}
        onPress={() => void change({ send: () => replayLetter(letter.id), failed: 'It was not replayed' })}
      >
        <RotateCcw size={14} aria-hidden="true" />
        Replay
      </Button>
      <DiscardDialog
        what="this dead letter"
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onDiscard={() => {
          setAsking(false)
          void change({ send: () => discardLetters([letter.id]), failed: 'It was not discarded' })
        }}
      />
    </div>
  )
}
