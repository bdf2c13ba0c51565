'use client'
import { RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import type { DeadLetter } from '@/lib/queue-health/schema'
import { lettersWords } from './dead-letter-words'
import { DiscardDialog } from './discard-dialog'
import { ReplayDialog } from './replay-dialog'
import { discardLetters, type ReplayFilter, replayLetters } from './replay-letters'

type Props = {
  site: string
  letters: readonly DeadLetter[]
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
  /** What the list is narrowed by, for a replay of all that fit. */
  filter: ReplayFilter
}

/** What can be done with the letters that are chosen, or with all that fit. */
export function DeadLettersBar({ site, letters, chosen, onChoose, filter }: Props) {
  const { change, isPending } = useChange(site, 'queues')
  const [asked, setAsked] = useState<'replay' | 'replay-all' | 'discard' | null>(null)
  const close = () => setAsked(null)
  // A letter that has left the list meanwhile is chosen no more.
  const ids = letters.map(({ id }) => id).filter((id) => chosen.has(id))
  const begin = async (failed: string, send: () => Promise<string>) => {
    close()
    if (await change({ send, failed })) onChoose(new Set())
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b bg-inset px-4 py-2">
      <Checkbox
        label="Choose all on this page"
        isSelected={ids.length === letters.length}
        isIndeterminate={ids.length > 0 && ids.length < letters.length}
        onChange={(all) => onChoose(new Set(all ? letters.map(({ id }) => id) : []))}
      />
      <p role="status" className="min-w-24 text-ink-soft text-sm">
        {ids.length === 0 ? 'None chosen' : `${ids.length} chosen`}
      </p>
      <div className="flex flex-wrap gap-2 md:ml-auto">
        {ids.length > 0 ? (
          <>
            <Button isPending={isPending} onPress={() => setAsked('discard')}>
              <Trash2 size={14} aria-hidden="true" />
              Discard
            </Button>
            <Button look="primary" isPending={isPending} onPress={() => setAsked('replay')}>
              <RotateCcw size={14} aria-hidden="true" />
              Replay {lettersWords(ids.length)}
            </Button>
          </>
        ) : (
          <Button isPending={isPending} onPress={() => setAsked('replay-all')}>
            <RotateCcw size={14} aria-hidden="true" />
            Replay all that fit
          </Button>
        )}
      </div>
      <ReplayDialog
        what={asked === 'replay-all' ? 'all dead letters that fit' : lettersWords(ids.length)}
        isOpen={asked === 'replay' || asked === 'replay-all'}
        onClose={close}
        onReplay={(ratePerSecond) =>
          void begin('Nothing is replayed', () =>
            replayLetters(asked === 'replay' ? { ids } : { ...filter, site }, ratePerSecond),
          )
        }
      />
      <DiscardDialog
        what={lettersWords(ids.length)}
        isOpen={asked === 'discard'}
        onClose={close}
        onDiscard={() => void begin('Not everything was discarded', () => discardLetters(ids))}
      />
    </div>
  )
}
