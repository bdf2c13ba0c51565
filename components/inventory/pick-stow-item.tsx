'use client'
import { useState } from 'react'
import type { StowDraft } from '@/components/outbox/act'
import { useDeviceSettings } from '@/components/scan/device-settings'
import { signal } from '@/components/scan/signals'
import { useScanner } from '@/components/scan/use-scanner'
import { BigButton } from '@/components/ui/big-button'
import { NumberPad } from '@/components/ui/number-pad'
import { TextField } from '@/components/ui/text-field'
import { ItemFinder } from './item-finder'
import { useNumberKeys } from './use-number-keys'

/** More than any bin holds. */
const MOST = 99_999

type Props = {
  site: string
  draft: StowDraft
  isOffline: boolean
  isBusy: boolean
  onChange: (part: Partial<StowDraft>) => void
  onAsk: () => void
}

/** Which item and how many; a lot and a last day where the box has them. */
export function PickStowItem({ site, draft, onChange, ...rest }: Props) {
  const { item } = draft
  if (item === null)
    return (
      <ItemFinder
        site={site}
        onFound={(found, { lot, expiresOn }) => onChange({ item: found, lot, expiresOn })}
      />
    )
  return <HowMany item={item} draft={draft} onChange={onChange} {...rest} />
}

type HowManyProps = Omit<Props, 'site'> & { item: NonNullable<StowDraft['item']> }

function HowMany({ item, draft, isOffline, isBusy, onChange, onAsk }: HowManyProps) {
  const { quantity, lot, expiresOn } = draft
  const [isLot, setLot] = useState(lot !== '' || expiresOn !== '')
  const asks = (part: Partial<StowDraft>) => onChange({ ...part, operationId: crypto.randomUUID() })
  const settings = useDeviceSettings()
  const canAsk = Boolean(quantity) && !isOffline
  const takeBack = useNumberKeys({
    ...{ value: quantity, most: MOST },
    onChange: (value) => asks({ quantity: value }),
    onEnter: () => canAsk && !isBusy && onAsk(),
  })
  // No label says how many there are.
  useScanner(() => {
    takeBack()
    signal('wrong', settings)
  })
  return (
    <section
      aria-label={item.name}
      className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4 shadow-panel"
    >
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="text-ink text-lg leading-snug">{item.name}</p>
          <p className="font-mono text-ink-soft text-sm">{item.sku}</p>
        </div>
        <Quiet onPress={() => asks({ item: null, quantity: null, lot: '', expiresOn: '' })}>
          Another item
        </Quiet>
      </div>
      <NumberPad
        label="How many"
        value={quantity}
        most={MOST}
        onChange={(value) => asks({ quantity: value })}
      />
      {isLot ? (
        <div className="grid grid-cols-2 gap-3">
          <TextField
            label="Lot"
            value={lot}
            onChange={(value) => asks({ lot: value.trim() })}
            autoComplete="off"
          />
          <TextField
            label="Last day"
            type="date"
            value={expiresOn}
            onChange={(value) => asks({ expiresOn: value })}
          />
        </div>
      ) : (
        <Quiet onPress={() => setLot(true)}>It has a lot or a last day</Quiet>
      )}
      <BigButton isDisabled={!canAsk} isPending={isBusy} onPress={onAsk}>
        {isOffline
          ? 'Waits for a network'
          : !quantity
            ? 'How many?'
            : isBusy
              ? 'Looking for a bin…'
              : `Where to with ${quantity}?`}
      </BigButton>
    </section>
  )
}

function Quiet({ onPress, children }: { onPress: () => void; children: string }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="min-h-14 shrink-0 cursor-pointer px-2 text-base text-ink-soft underline underline-offset-4"
    >
      {children}
    </button>
  )
}
