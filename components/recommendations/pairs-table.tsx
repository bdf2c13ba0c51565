'use client'
import Link from 'next/link'
import { Count } from '@/components/ui/count'
import { RowLink } from '@/components/ui/row-link'
import { Row, Table, Td, Th } from '@/components/ui/table'
import type { PlacedPair } from '@/lib/recommendations/schema'
import { floorHref, itemHref } from './pair-paths'
import { apartWords } from './pair-words'

type Item = PlacedPair['one']

/** Pairs as rows: both items with their nearest bins, how often and how strongly, the way and what it costs. */
export function PairsTable({ pairs }: { pairs: PlacedPair[] }) {
  return (
    <Table label="Pairs">
      <thead>
        <tr>
          <Th>Item</Th>
          <Th from="md">Bought with</Th>
          <Th align="right" from="lg">
            Orders with both
          </Th>
          <Th align="right" from="lg">
            Share of either
          </Th>
          <Th align="right" from="xl">
            Score
          </Th>
          <Th align="right" from="md">
            Apart, m
          </Th>
          <Th align="right">Saves up to, m</Th>
        </tr>
      </thead>
      <tbody>
        {pairs.map((pair) => (
          <Row key={`${pair.one.sku} ${pair.other.sku}`}>
            <PairCells pair={pair} />
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

function PairCells({ pair }: { pair: PlacedPair }) {
  const { one, other, baskets, support, score, metres, savedMetres } = pair
  const why = apartWords(pair)
  return (
    <>
      <Td>
        <RowLink href={itemHref(one.sku)} wraps>
          {one.name}
        </RowLink>
        <BinLink item={one} />
        {why === null ? null : <span className="block text-ink-soft text-xs">{why}</span>}
        <span className="relative z-1 mt-1 block md:hidden">
          <OtherItem item={other} />
        </span>
      </Td>
      <Td from="md">
        <span className="relative z-1">
          <OtherItem item={other} />
        </span>
      </Td>
      <Td align="right" from="lg">
        <Count value={baskets} />
      </Td>
      <Td align="right" from="lg">
        <span className="tabular-nums">{(support * 100).toFixed(1)} %</span>
      </Td>
      <Td align="right" from="xl">
        <span className="tabular-nums">{score.toFixed(2)}</span>
      </Td>
      <Td align="right" from="md">
        <span className="tabular-nums">{metres === null ? '–' : metres.toFixed(1)}</span>
      </Td>
      <Td align="right">
        {savedMetres > 0 ? <Count value={savedMetres} /> : <span className="text-ink-soft">–</span>}
      </Td>
    </>
  )
}

const OtherItem = ({ item }: { item: Item }) => (
  <>
    <Link href={itemHref(item.sku)} className="font-medium text-ink underline-offset-4 hover:underline">
      {item.name}
    </Link>
    <BinLink item={item} />
  </>
)

/** Where the item lies, on the map. */
function BinLink({ item: { sku, bin } }: { item: Item }) {
  if (bin === null) return <span className="block text-ink-soft text-xs">lies nowhere</span>
  return (
    <Link
      href={floorHref(sku, bin)}
      className="relative z-1 block w-fit max-md:mt-1 max-md:py-1 font-mono text-ink-soft text-xs underline-offset-4 hover:underline"
    >
      {bin}
    </Link>
  )
}
