import Link from 'next/link'
import { LinkButton } from '@/components/ui/link-button'
import { Panel } from '@/components/ui/panel'
import { RowLink } from '@/components/ui/row-link'
import { Row, Table, Td, Th } from '@/components/ui/table'
import type { Spread } from '@/lib/picking/slotting-schema'

/** Items that deserve more bins, with near ones for what comes in next. */
export function AdviceSpread({ spread }: { spread: Spread[] }) {
  if (spread.length === 0) return null
  return (
    <Panel
      title="More bins at the next stow"
      aside={<LinkButton href="/replenishment/space">Shelf space</LinkButton>}
      flush
    >
      <Table label="More bins at the next stow">
        <thead>
          <tr>
            <Th isWide>Item and why</Th>
            <Th align="right">Bins</Th>
            <Th>Near, with room</Th>
          </tr>
        </thead>
        <tbody>
          {spread.map(({ sku, name, bins, advisedBins, because, near }) => (
            <Row key={sku}>
              <Td>
                <RowLink href={`/inventory/${encodeURIComponent(sku)}`} wraps>
                  {name}
                </RowLink>
                <span className="block text-ink-soft text-xs">{because}</span>
              </Td>
              <Td align="right">
                <span className="whitespace-nowrap tabular-nums">
                  {bins} → <strong>{advisedBins}</strong>
                </span>
              </Td>
              <Td>
                {near.map(({ bin }) => (
                  <Link
                    key={bin}
                    href={`/floor?bin=${encodeURIComponent(bin)}`}
                    className="relative z-1 block w-fit whitespace-nowrap font-mono text-xs underline-offset-4 hover:underline"
                  >
                    {bin}
                  </Link>
                ))}
              </Td>
            </Row>
          ))}
        </tbody>
      </Table>
    </Panel>
  )
}
