'use client'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Answered } from '@/components/live/answered'
import { useLiveQuery } from '@/components/live/use-live-query'
import { Count } from '@/components/ui/count'
import { Drawer } from '@/components/ui/drawer'
import { LoadingRows } from '@/components/ui/skeleton'
import { StatePill } from '@/components/ui/state-pill'
import { Row, Table, Td, Th } from '@/components/ui/table'
import { ledgerPageSchema } from '@/lib/inventory/schema'
import { type BinPage, binPageSchema } from '@/lib/inventory/stow-schema'
import { BinActions } from './bin-actions'
import { BinHistory } from './bin-history'
import { ExpiryDay } from './expiry-day'
import { binLedgerPath, binPath, itemHref } from './floor-paths'
import { LevelLadder } from './level-ladder'
import type { Floor } from './use-floor'
import { useTouched } from './use-touched'

type Props = {
  site: string
  floor: Floor
  code: string
  onGo: (code: string) => void
  onShowItem: (sku: string) => void
  onClose: () => void
}

/** One bin: what lies in it, what moved in it, and what can be done with it. */
export function BinDrawer({ site, floor, code, onGo, onShowItem, onClose }: Props) {
  // Its own changes are told by the stream: not every item that moves somewhere is news here.
  const bin = useLiveQuery({
    site,
    topic: 'floor',
    id: code,
    path: binPath(site, code),
    schema: binPageSchema,
  })
  const ledger = useLiveQuery({
    site,
    topic: 'floor',
    id: code,
    path: binLedgerPath(site, code),
    schema: ledgerPageSchema,
  })
  useTouched(floor, code, () => {
    void bin.refetch()
    void ledger.refetch()
  })
  return (
    <Drawer title={code} isOpen onClose={onClose}>
      <Answered query={bin} loading={<LoadingRows rows={6} />}>
        {(known) => (
          <>
            <Facts bin={known} floor={floor} onGo={onGo} />
            <Content bin={known} onShowItem={onShowItem} />
            <BinHistory path={binLedgerPath(site, code)} ledger={ledger} />
            <BinActions site={site} bin={known} model={floor.model} />
          </>
        )}
      </Answered>
    </Drawer>
  )
}

function Facts({ bin, floor, onGo }: { bin: BinPage; floor: Floor; onGo: (code: string) => void }) {
  const { model } = floor
  const at = model.indexOf.get(bin.bin)
  const zone = at === undefined ? undefined : model.map.zones[model.zoneOf[at] ?? 0]
  return (
    <div className="flex gap-5">
      {at === undefined ? null : <LevelLadder floor={floor} bin={at} onGo={onGo} />}
      <dl className="grid grow grid-cols-[5.5rem_minmax(0,1fr)] content-start gap-x-3 gap-y-1.5 text-sm">
        <Fact name="Zone">
          {zone?.name ?? ''} <span className="text-ink-soft">({bin.temperatureZone})</span>
        </Fact>
        <Fact name="Place">
          Aisle {bin.aisle}, bay {bin.bay}, level {bin.level}
        </Fact>
        <Fact name="Takes">
          <Count value={Math.round(bin.volumeMl / 1000)} /> l,{' '}
          <Count value={Math.round(bin.maxWeightGrams / 1000)} /> kg
        </Fact>
        <Fact name="Full">
          <Count value={Math.round(bin.fillPercent)} /> %
          {bin.reservedPercent > 0 ? (
            <span className="text-ink-soft">
              {' '}
              and {Math.round(bin.reservedPercent)} % kept for what is on its way
            </span>
          ) : null}
        </Fact>
        {bin.state === 'closed' ? (
          <Fact name="State">
            <StatePill state="late">Closed</StatePill>{' '}
            <span className="text-ink-soft">{bin.stateReason}</span>
          </Fact>
        ) : null}
      </dl>
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-soft">{name}</dt>
      <dd className="min-w-0 text-ink">{children}</dd>
    </>
  )
}

function Content({ bin, onShowItem }: { bin: BinPage; onShowItem: (sku: string) => void }) {
  return (
    <section aria-label="Content">
      <h3 className="mb-1 font-semibold text-ink text-sm">Content</h3>
      {bin.content.length === 0 ? (
        <p className="text-ink-soft text-sm">Nothing lies in it.</p>
      ) : (
        <div className="-mx-5">
          <Table label={`Content of ${bin.bin}`}>
            <thead>
              <tr>
                <Th isWide>Item</Th>
                <Th align="right">Expires</Th>
                <Th align="right">Units</Th>
                <Th>
                  <span className="sr-only">On the map</span>
                </Th>
              </tr>
            </thead>
            <tbody>
              {bin.content.map(({ sku, name, onHand, held, lot, expiresOn }) => (
                <Row key={`${sku} ${lot ?? ''}`}>
                  <Td>
                    <Link
                      href={itemHref(sku)}
                      className="font-medium text-ink underline-offset-4 hover:underline"
                    >
                      {name}
                    </Link>
                    <span className="block text-ink-soft text-xs">
                      <span className="font-mono">{sku}</span>
                      {lot ? ` · lot ${lot}` : ''}
                      {held > 0 ? ` · ${held} held` : ''}
                    </span>
                  </Td>
                  <Td align="right">{expiresOn ? <ExpiryDay on={expiresOn} /> : null}</Td>
                  <Td align="right">
                    <Count value={onHand} />
                  </Td>
                  <Td align="right">
                    <button
                      type="button"
                      onClick={() => onShowItem(sku)}
                      className="min-h-11 cursor-pointer whitespace-nowrap rounded-sm px-1 text-ink-soft text-xs underline underline-offset-2 hover:text-ink md:min-h-7"
                    >
                      All bins
                    </button>
                  </Td>
                </Row>
              ))}
            </tbody>
          </Table>
        </div>
      )}
    </section>
  )
}
