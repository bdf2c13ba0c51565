'use client'
import { Button } from '@/components/ui/button'
import { Row, Table, Td, Th } from '@/components/ui/table'
import type { SlottingMove } from '@/lib/picking/slotting-schema'
import { Metres } from './advice-figures'

type Props = {
  moves: SlottingMove[]
  /** The move whose way stands out in the drawing. */
  pointed: string | null
  isPending: boolean
  onPoint: (id: string | null) => void
  onDecide: (id: string, state: 'accepted' | 'dismissed') => void
}

/** Moves as rows: what, from where to where, why, what it saves. */
export function AdviceTable({ moves, pointed, isPending, onPoint, onDecide }: Props) {
  return (
    <Table label="Moves">
      <thead>
        <tr>
          <Th isWide>Item</Th>
          <Th from="md">From</Th>
          <Th from="md">To</Th>
          <Th align="right">Saves a day</Th>
          <Th align="right" from="lg">
            Pays back
          </Th>
          <Th align="right" from="md">
            <span className="sr-only">Decide</span>
          </Th>
        </tr>
      </thead>
      {moves.map((move) => (
        <tbody
          key={move.id}
          data-pointed={move.id === pointed || undefined}
          className="data-pointed:bg-inset"
          onPointerEnter={() => onPoint(move.id)}
          onPointerLeave={() => onPoint(null)}
          onFocus={() => onPoint(move.id)}
          onBlur={() => onPoint(null)}
        >
          <MoveRow move={move} isPending={isPending} onDecide={(state) => onDecide(move.id, state)} />
        </tbody>
      ))}
    </Table>
  )
}

type RowProps = {
  move: SlottingMove
  isPending: boolean
  onDecide: (state: 'accepted' | 'dismissed') => void
}

function MoveRow({ move, isPending, onDecide }: RowProps) {
  const { transfers, savedMetres, paysBackDays, frees, because } = move
  const main = transfers.at(-1)
  if (!main) return null
  return (
    <Row>
      <Td>
        <span className="block font-medium text-ink">{main.name}</span>
        <span className="block whitespace-nowrap font-mono text-ink text-xs md:hidden">
          {main.from.bin} → {main.to.bin}
        </span>
        <span className="block text-ink-soft text-xs">{because}</span>
        {transfers.slice(0, -1).map(({ sku, name, to }) => (
          <span key={sku} className="block text-ink-soft text-xs">
            Before it, {name} goes to {to.bin}.
          </span>
        ))}
        <span className="mt-2 block md:hidden">
          <Decide move={move} isPending={isPending} onDecide={onDecide} />
        </span>
      </Td>
      <Td from="md">
        <span className="whitespace-nowrap font-mono text-xs">{main.from.bin}</span>
      </Td>
      <Td from="md">
        <span className="whitespace-nowrap font-mono text-xs">{main.to.bin}</span>
      </Td>
      <Td align="right">
        <Metres value={savedMetres} />
        {frees === null ? null : (
          <span className="block whitespace-nowrap text-ink-soft text-xs">frees {frees}</span>
        )}
      </Td>
      <Td align="right" from="lg">
        <span className="whitespace-nowrap text-ink-soft">{daysWords(paysBackDays)}</span>
      </Td>
      <Td align="right" from="md">
        <Decide move={move} isPending={isPending} onDecide={onDecide} />
      </Td>
    </Row>
  )
}

function Decide({ move: { state, transfers }, isPending, onDecide }: RowProps) {
  const name = transfers.at(-1)?.name ?? ''
  if (state === 'done') return <span className="text-ink-soft">made</span>
  return (
    <span className="flex gap-2 md:justify-end">
      {state === 'accepted' ? null : (
        <Button isPending={isPending} onPress={() => onDecide('accepted')}>
          Accept<span className="sr-only"> the move of {name}</span>
        </Button>
      )}
      {state === 'dismissed' ? null : (
        <Button isPending={isPending} onPress={() => onDecide('dismissed')}>
          {state === 'accepted' ? 'Take back' : 'Dismiss'}
          <span className="sr-only"> the move of {name}</span>
        </Button>
      )}
    </span>
  )
}

const daysWords = (days: number | null): string =>
  days === null ? '–' : days <= 1 ? 'in a day' : `in ${Math.ceil(days)} days`
