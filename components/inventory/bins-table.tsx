'use client'
import { Count } from '@/components/ui/count'
import { EmptyState } from '@/components/ui/empty-state'
import { StatePill } from '@/components/ui/state-pill'
import { Row, Table, Td, Th } from '@/components/ui/table'
import type { Stock } from '@/lib/inventory/schema'
import { Expiry } from './expiry'
import { firstOut } from './first-out'

/** Where an item lies, in the order in which it leaves. */
export function BinsTable({ item }: { item: Stock }) {
  if (item.bins.length === 0)
    return <EmptyState title="In no bin">It gets one when it is received or stowed.</EmptyState>
  return (
    <div className="max-h-[26rem] overflow-y-auto">
      <Table label="Bins">
        <thead>
          <tr>
            <Th isWide>Bin</Th>
            <Th>Lot</Th>
            <Th align="right">Expires</Th>
            <Th align="right">On hand</Th>
            <Th align="right" from="md">
              Held
            </Th>
          </tr>
        </thead>
        <tbody>
          {firstOut(item.bins).map((bin) => (
            <Row key={`${bin.bin} ${bin.lot ?? ''}`}>
              <Td>
                <span className="flex flex-wrap items-center gap-x-2">
                  <span className="font-mono">{bin.bin}</span>
                  {bin.shortfall > 0 ? <StatePill state="failed">{bin.shortfall} short</StatePill> : null}
                </span>
              </Td>
              <Td>
                <span className="whitespace-nowrap font-mono text-ink-soft text-xs">{bin.lot ?? ''}</span>
              </Td>
              <Td align="right">{bin.expiresOn ? <Expiry on={bin.expiresOn} /> : null}</Td>
              <Td align="right">
                <Count value={bin.onHand} />
              </Td>
              <Td align="right" from="md">
                <Count value={bin.held} />
              </Td>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
