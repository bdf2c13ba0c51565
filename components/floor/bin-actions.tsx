'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Bin } from '@/lib/floor/schema'
import { BlockDialog } from './edit/block-dialog'
import { CloseBinDialog } from './edit/close-bin-dialog'
import { DirectionDialog } from './edit/direction-dialog'
import { LiftBlockDialog } from './edit/lift-block-dialog'
import type { FloorModel } from './floor-model'

type Asked =
  | { what: 'state' | 'block' | 'direction' }
  | { what: 'lift'; block: FloorModel['map']['blocks'][number] }

type Props = { site: string; bin: Bin; model: FloorModel }

/** What can be done with a bin and its aisle: closing the bin, blocking the aisle or freeing it, turning it. */
export function BinActions({ site, bin, model }: Props) {
  const [asked, ask] = useState<Asked | null>(null)
  const done = () => ask(null)
  const at = model.indexOf.get(bin.bin)
  const aisle = model.map.aisles.find(({ code }) => code === bin.aisle)
  if (at === undefined || !aisle) return null
  const state = model.isClosed[at] ? 'closed' : 'open'
  const blocks = model.map.blocks.filter((block) => block.aisle === bin.aisle)
  return (
    <section aria-label="What can be done" className="flex flex-col gap-2">
      {blocks.map((block) => (
        <p key={block.id} className="flex items-center justify-between gap-3 text-ink-soft text-sm">
          <span>
            Aisle {block.aisle} is blocked: {block.reason}
          </span>
          <Button onPress={() => ask({ what: 'lift', block })}>Lift it</Button>
        </p>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button onPress={() => ask({ what: 'state' })}>
          {state === 'open' ? 'Close this bin' : 'Open this bin'}
        </Button>
        <Button onPress={() => ask({ what: 'block' })}>Block aisle {bin.aisle}</Button>
        <Button onPress={() => ask({ what: 'direction' })}>Direction of aisle {bin.aisle}</Button>
      </div>
      {asked?.what === 'state' ? (
        <CloseBinDialog site={site} bin={bin.bin} state={state} onDone={done} />
      ) : null}
      {asked?.what === 'block' ? <BlockDialog site={site} aisle={bin.aisle} onDone={done} /> : null}
      {asked?.what === 'direction' ? (
        <DirectionDialog site={site} aisle={bin.aisle} direction={aisle.direction} onDone={done} />
      ) : null}
      {asked?.what === 'lift' ? <LiftBlockDialog site={site} block={asked.block} onDone={done} /> : null}
    </section>
  )
}
