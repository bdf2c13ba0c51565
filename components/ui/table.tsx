'use client'
import type { ReactNode } from 'react'
import { stepThroughRows } from './step-through-rows'

/** A dense table whose rows have a main link (`RowLink`). */
export function Table({ label, children }: { label: string; children: ReactNode }) {
  return (
    <table aria-label={label} className="w-full border-collapse text-left text-sm">
      {children}
    </table>
  )
}

/**
 * Within it arrow keys, Home and End walk the rows' links; from a search box, arrow down enters the rows.
 * `isFilled` for a list that takes the height there is and scrolls in itself.
 */
export function RowKeys({ isFilled = false, children }: { isFilled?: boolean; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys only move focus between links inside
    <div onKeyDown={stepThroughRows} className={isFilled ? 'flex min-h-0 grow flex-col gap-3' : undefined}>
      {children}
    </div>
  )
}

/** `isWide` takes the room the other columns leave. */
type Cell = { isWide?: boolean; children?: ReactNode; align?: 'left' | 'right'; from?: 'md' | 'lg' | 'xl' }

const FROM = { md: 'max-md:hidden', lg: 'max-lg:hidden', xl: 'max-xl:hidden' }
const look = ({ align, from, isWide }: Cell) =>
  `${isWide ? 'w-full' : ''} ${align === 'right' ? 'text-right' : ''} ${from ? FROM[from] : ''}`

/** A column's head. `from` is the width from which a column is shown. */
export function Th(props: Cell) {
  return (
    <th
      scope="col"
      className={`whitespace-nowrap px-2 py-2 font-medium text-ink-soft text-xs first:pl-4 last:pr-4 ${look(props)}`}
    >
      {props.children}
    </th>
  )
}

export function Td(props: Cell) {
  return (
    <td className={`px-2 py-2 align-middle max-md:py-2.5 first:pl-4 last:pr-4 ${look(props)}`}>
      {props.children}
    </td>
  )
}

/** `isNew` lets a row that has just come in glow for a moment. */
export function Row({ isNew = false, children }: { isNew?: boolean; children: ReactNode }) {
  return (
    <tr
      className={`relative border-line border-t hover:bg-inset has-[a:focus-visible]:bg-inset ${isNew ? 'animate-arrive' : ''}`}
    >
      {children}
    </tr>
  )
}
