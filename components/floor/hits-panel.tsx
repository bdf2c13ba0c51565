'use client'
import Link from 'next/link'
import { Count } from '@/components/ui/count'
import { LoadingRows } from '@/components/ui/skeleton'
import { RowKeys } from '@/components/ui/table'
import { itemHref } from './floor-paths'
import { PanelRow, SidePanel } from './side-panel'
import type { SkuHits } from './use-sku-hits'

type Props = { sku: string; found: SkuHits; onBin: (bin: string) => void; onClose: () => void }

/** Where an item lies: how many bins, and each of them. */
export function HitsPanel({ sku, found, onBin, onClose }: Props) {
  const { item, places, error } = found
  return (
    <SidePanel
      title={item?.name ?? sku}
      note={
        item ? (
          <span role="status">
            <Count value={item.onHand} /> units in <Count value={places.length} />{' '}
            {places.length === 1 ? 'bin' : 'bins'} ·{' '}
            <Link href={itemHref(sku)} className="text-ink underline underline-offset-2">
              Open item
            </Link>
          </span>
        ) : (
          <span className="font-mono">{sku}</span>
        )
      }
      onClose={onClose}
    >
      {error ? (
        <p role="alert" className="px-4 py-3 text-failed text-sm">
          {error}
        </p>
      ) : null}
      {!item && !error ? <LoadingRows rows={4} /> : null}
      {item && places.length === 0 ? (
        <p className="px-4 py-3 text-ink-soft text-sm">It lies in no bin of the floor.</p>
      ) : null}
      <RowKeys>
        <ul aria-label="Bins with it">
          {places.map(({ bin, units }) => (
            <PanelRow key={bin} onPress={() => onBin(bin)}>
              <span className="font-mono">{bin}</span>
              <Count value={units} />
            </PanelRow>
          ))}
        </ul>
      </RowKeys>
    </SidePanel>
  )
}
