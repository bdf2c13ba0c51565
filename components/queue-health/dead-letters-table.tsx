'use client'
import { Checkbox } from '@/components/ui/checkbox'
import { RowLink } from '@/components/ui/row-link'
import { StatePill } from '@/components/ui/state-pill'
import { Row, Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { useNewcomers } from '@/components/ui/use-newcomers'
import type { DeadLetter } from '@/lib/queue-health/schema'
import { deadLetterHref } from './dead-letter-paths'
import { DEAD_LETTER_KINDS, DEAD_LETTER_STATES } from './dead-letter-words'
import { queueName } from './queue-words'

type Props = {
  letters: readonly DeadLetter[]
  /** Null where nothing can be chosen, since nothing can be done. */
  chosen: ReadonlySet<string> | null
  onChoose: (chosen: ReadonlySet<string>) => void
  onQueue: (queue: string) => void
}

export function DeadLettersTable({ letters, chosen, onChoose, onQueue }: Props) {
  const isNew = useNewcomers(letters.map(({ id }) => id))
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChoose(next)
  }
  return (
    <Table label="Dead letters">
      <thead>
        <tr>
          {chosen ? (
            <Th>
              <span className="sr-only">Chosen</span>
            </Th>
          ) : null}
          <Th>About</Th>
          <Th from="md">Queue</Th>
          <Th from="lg" isWide>
            Error
          </Th>
          <Th from="md" align="right">
            Attempts
          </Th>
          <Th align="right">Since</Th>
          <Th from="md" align="right">
            State
          </Th>
        </tr>
      </thead>
      <tbody>
        {letters.map((letter) => (
          <Row key={letter.id} isNew={isNew(letter.id)}>
            {chosen ? (
              <Td>
                <Checkbox
                  label={`Choose ${letter.subject}`}
                  isSelected={chosen.has(letter.id)}
                  onChange={() => toggle(letter.id)}
                />
              </Td>
            ) : null}
            <LetterCells letter={letter} onQueue={onQueue} />
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

function LetterCells({ letter, onQueue }: { letter: DeadLetter; onQueue: Props['onQueue'] }) {
  const { text, state } = DEAD_LETTER_STATES[letter.state]
  const queue = queueName(letter.queue)
  return (
    <>
      <Td>
        <RowLink href={deadLetterHref(letter.id)} wraps>
          <span className="font-mono max-md:[overflow-wrap:anywhere] md:block md:max-w-56 md:truncate">
            {letter.subject}
          </span>
        </RowLink>
        <span className="block text-ink-soft text-xs md:whitespace-nowrap">
          {DEAD_LETTER_KINDS[letter.kind]}
          <span className="md:hidden">, {queue}</span>
        </span>
        <span className="line-clamp-2 font-mono text-failed text-xs [overflow-wrap:anywhere] lg:hidden">
          {letter.error}
        </span>
      </Td>
      <Td from="md">
        <button
          type="button"
          onClick={() => onQueue(letter.queue)}
          className="relative z-1 max-w-72 cursor-pointer truncate text-left underline-offset-4 hover:underline"
        >
          {queue}
          <span className="sr-only">: show only these</span>
        </button>
      </Td>
      <Td from="lg">
        <span className="line-clamp-2 font-mono text-failed text-xs [overflow-wrap:anywhere]">
          {letter.error}
        </span>
      </Td>
      <Td from="md" align="right">
        {letter.attempts}
      </Td>
      <Td align="right">
        <span className="text-ink-soft">
          <Time at={letter.createdAt} />
        </span>
      </Td>
      <Td from="md" align="right">
        <StatePill state={state}>{text}</StatePill>
        {letter.replayAt && letter.state === 'replaying' ? (
          <span className="block text-ink-soft text-xs">
            <Time at={letter.replayAt} />
          </span>
        ) : null}
      </Td>
    </>
  )
}
