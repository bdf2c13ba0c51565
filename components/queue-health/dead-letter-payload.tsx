'use client'
import { PencilLine, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { JsonText } from '@/components/ui/json-text'
import { Panel } from '@/components/ui/panel'
import { TextArea } from '@/components/ui/text-area'
import type { DeadLetterPage } from '@/lib/queue-health/schema'
import { readJsonObject } from './read-json-object'
import { replayLetter } from './replay-letters'

type Props = { site: string; letter: DeadLetterPage }

/** What the work is given, to be read, or put right and replayed. */
export function DeadLetterPayload({ site, letter }: Props) {
  const [isEditing, setEditing] = useState(false)
  // A webhook is sent as its alert stands: there is nothing to put right.
  const isEditable = letter.state === 'dead' && letter.kind !== 'webhook'
  if (isEditing && isEditable)
    return (
      <Panel title="Put the payload right" aside="a JSON object">
        <PayloadEditor site={site} letter={letter} onClose={() => setEditing(false)} />
      </Panel>
    )
  return (
    <Panel title="Payload" aside="as it was given">
      <div className="flex flex-col items-start gap-3">
        <div className="w-full">
          <JsonText label="The payload as JSON" value={letter.payload} />
        </div>
        {isEditable ? (
          <Button onPress={() => setEditing(true)}>
            <PencilLine size={14} aria-hidden="true" />
            Edit and replay
          </Button>
        ) : null}
      </div>
    </Panel>
  )
}

function PayloadEditor({ site, letter, onClose }: Props & { onClose: () => void }) {
  const [text, setText] = useState(() => JSON.stringify(letter.payload, null, 2))
  const { change, isPending } = useChange(site, 'queues')
  const read = readJsonObject(text)
  const replay = async () => {
    if (read.outcome === 'not-json') return
    const send = () => replayLetter(letter.id, read.value)
    if (await change({ send, failed: 'It was not replayed' })) onClose()
  }
  return (
    <div className="flex flex-col gap-3">
      <TextArea
        label="Payload"
        value={text}
        onChange={setText}
        problem={read.outcome === 'not-json' ? read.why : null}
      />
      {letter.kind === 'step' && letter.queue === 'confirmation-email' ? (
        <p className="text-ink-soft text-sm">
          A member <code className="font-mono">"to"</code> sends the mail to another address.
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button
          look="primary"
          isPending={isPending}
          isDisabled={read.outcome === 'not-json'}
          onPress={() => void replay()}
        >
          <RotateCcw size={14} aria-hidden="true" />
          Replay with this payload
        </Button>
        <Button onPress={onClose}>Leave it as it was</Button>
      </div>
    </div>
  )
}
