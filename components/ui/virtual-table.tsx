'use client'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { nextRow } from './step-through-rows'
import { linkOfRow, rowOf, useOneStop } from './use-one-stop'

const HEAD_PX = 36
/** Rows drawn beyond the edges, so that a quick flick does not show white. */
const OVERSCAN = 12
/** What the server draws before anybody has measured anything. */
const FIRST_RECT = { width: 0, height: 900 }

type Props = {
  label: string
  /** The cells of the head. */
  head: ReactNode
  /** Rows that can be drawn, and how many there are in all, -1 when nobody knows. */
  count: number
  total: number
  /** Every row is as high as every other. */
  rowPx: number
  keyOf: (index: number) => string
  /** The cells of a row; one has a `data-row-link`. */
  children: (index: number) => ReactNode
  /** The rows in sight, whenever they are others. */
  onWindow: (first: number, last: number) => void
}

/**
 * A table of any length that draws only what is in sight, in a box that scrolls under its head. Arrow keys, Page, Home
 * and End walk through it, Tab passes it as one stop; screen readers hear the row's place in the whole.
 */
export function VirtualTable(props: Props) {
  const { label, head, count, total, rowPx, keyOf, children, onWindow } = props
  const box = useRef<HTMLDivElement>(null)
  const wanted = useRef<number | null>(null)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowPx,
    getItemKey: keyOf,
    overscan: OVERSCAN,
    scrollMargin: HEAD_PX,
    scrollPaddingStart: HEAD_PX,
    initialRect: FIRST_RECT,
    useFlushSync: false,
  })
  const items = virtual.getVirtualItems()
  const { startIndex = 0, endIndex = 0 } = virtual.range ?? {}
  useEffect(() => onWindow(startIndex, endIndex), [onWindow, startIndex, endIndex])
  // A phone that is turned has rows of another height.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again when the height is another
  useEffect(() => virtual.measure(), [rowPx])
  // The row that a key leads to may not have been drawn when the key was pressed.
  useEffect(() => {
    if (wanted.current === null) return
    const link = linkOfRow(box.current, wanted.current)
    if (!link) return
    wanted.current = null
    link.focus({ preventScroll: true })
  })
  const keepOneStop = useOneStop(box, startIndex)
  const step = (event: KeyboardEvent<HTMLElement>) => {
    const at = rowOf(event.target as HTMLElement)
    const to = nextRow(event.key, at, count, Math.max(1, endIndex - startIndex - 1))
    if (to === null) return
    event.preventDefault()
    event.stopPropagation()
    virtual.scrollToIndex(to, { align: 'auto' })
    const link = linkOfRow(box.current, to)
    if (link) link.focus({ preventScroll: true })
    else wanted.current = to
  }
  const above = (items[0]?.start ?? HEAD_PX) - HEAD_PX
  const below = virtual.getTotalSize() - ((items.at(-1)?.end ?? HEAD_PX) - HEAD_PX)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys only move focus between links inside
    <div ref={box} onKeyDown={step} onFocus={keepOneStop} className="h-full overflow-auto overscroll-contain">
      <table
        aria-label={label}
        aria-rowcount={total < 0 ? -1 : total + 1}
        className="w-full table-fixed border-separate border-spacing-0 text-left text-sm"
      >
        <thead className="sticky top-0 z-2 bg-surface">
          <tr aria-rowindex={1} style={{ height: HEAD_PX }} className="*:border-line *:border-b">
            {head}
          </tr>
        </thead>
        <tbody>
          <Gap px={above} />
          {items.map(({ index, key }) => (
            <tr
              key={key}
              data-index={index}
              aria-rowindex={index + 2}
              style={{ height: rowPx }}
              className="relative *:border-line *:border-b hover:bg-inset has-[a:focus-visible]:bg-inset"
            >
              {children(index)}
            </tr>
          ))}
          <Gap px={below} />
        </tbody>
      </table>
    </div>
  )
}

/** The place of the rows that are not drawn. */
function Gap({ px }: { px: number }) {
  if (px <= 0) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row without content takes no focus, and is none to count
    <tr aria-hidden="true" style={{ height: px }}>
      <td className="p-0" />
    </tr>
  )
}
