'use client'
import { useState } from 'react'
import { fieldLook } from '@/components/ui/field-look'
import { inPacks } from './reorder-words'

type Props = { label: string; units: number; packUnits: number; onChange: (units: number) => void }

/** Units to order, always whole packs: what is typed in between is rounded up when the field is left. */
export function QuantityField({ label, units, packUnits, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const settle = () => {
    const asked = Number(typed)
    if (typed !== null && Number.isFinite(asked) && asked > 0) onChange(inPacks(asked, packUnits))
    setTyped(null)
  }
  return (
    <span className="relative z-1 inline-flex w-22 flex-col items-end">
      <input
        aria-label={label}
        type="number"
        inputMode="numeric"
        min={packUnits}
        step={packUnits}
        value={typed ?? units}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') setTyped(null)
        }}
        className={`${fieldLook} px-2 text-right tabular-nums`}
      />
      <span className="text-ink-soft text-xs">
        {units / packUnits} × {packUnits}
      </span>
    </span>
  )
}
