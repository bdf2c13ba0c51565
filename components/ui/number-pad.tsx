'use client'
import { Delete, Minus, Plus } from 'lucide-react'
import type { ReactNode } from 'react'

type Props = {
  label: string
  /** Null until something is typed. */
  value: number | null
  most: number
  onChange: (value: number | null) => void
}

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9]

/** A whole number for thumbs in gloves: keys, and one more or less. */
export function NumberPad({ label, value, most, onChange }: Props) {
  const type = (digit: number) => {
    // One digit too many begins a new number.
    const next = [(value ?? 0) * 10 + digit, digit].find((one) => one <= most)
    if (next !== undefined) onChange(next)
  }
  const back = () => onChange(value === null || value < 10 ? null : Math.floor(value / 10))
  const add = (step: number) => onChange(Math.min(most, Math.max(0, (value ?? 0) + step)))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid in every browser
    <div role="group" aria-label={label} className="flex flex-col gap-2">
      <div className="grid grid-cols-[1fr_1.4fr_1fr] items-center gap-2">
        <Key label="One less" onPress={() => add(-1)}>
          <Minus size={26} aria-hidden="true" />
        </Key>
        <output
          aria-live="polite"
          className="text-center font-bold text-bin text-ink tabular-nums tracking-tighter"
        >
          {value ?? <span className="text-ink-soft">?</span>}
        </output>
        <Key label="One more" onPress={() => add(1)}>
          <Plus size={26} aria-hidden="true" />
        </Key>
      </div>
      <div className="grid grid-cols-3 gap-2">
        {DIGITS.map((digit) => (
          <Key key={digit} onPress={() => type(digit)}>
            {digit}
          </Key>
        ))}
        <Key label="Clear" onPress={() => onChange(null)}>
          C
        </Key>
        <Key onPress={() => type(0)}>0</Key>
        <Key label="Take the last digit away" onPress={back}>
          <Delete size={24} aria-hidden="true" />
        </Key>
      </div>
    </div>
  )
}

function Key({ label, onPress, children }: { label?: string; onPress: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onPress}
      className="grid min-h-16 cursor-pointer touch-manipulation select-none place-items-center rounded-md border border-edge bg-surface font-semibold text-ink text-xl hover:bg-inset active:bg-inset"
    >
      {children}
    </button>
  )
}
