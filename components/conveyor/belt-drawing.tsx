'use client'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { PHONE, useMedia } from '@/components/ui/use-media'
import { useThemeTurns } from '@/components/ui/use-theme-turns'
import type { Sorter } from '@/lib/conveyor/topology-schema'
import type { BeltStore } from './belt-store'
import { boxWords } from './box-words'
import { readBeltLook } from './canvas/belt-look'
import { BeltView } from './canvas/belt-view'
import { pathHref } from './conveyor-paths'
import { LaneCard } from './lane-card'
import { type Drawing, layOutSorter, type Point } from './lay-out-sorter'
import type { SwitchLane } from './use-lane-switch'

type Props = {
  sorter: Sorter
  store: BeltStore
  /** The label, or decision, of the box that is followed. */
  chosen: string | null
  onChoose: (key: string | null) => void
  onSwitch: SwitchLane
}

/** A sorter to scale along its belt: boxes as they move, lanes with what comes to them. */
export function BeltDrawing({ sorter, store, chosen, onChoose, onSwitch }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const isTall = useMedia(PHONE)
  const width = useWidth(frame)
  const drawing = useMemo(
    () => (width > 0 ? layOutSorter(sorter, width, isTall) : null),
    [sorter, width, isTall],
  )
  return (
    <div ref={frame} className="overflow-x-auto rounded-b-lg">
      <div
        className="relative"
        style={drawing ? { width: drawing.width, height: drawing.height } : { height: 260 }}
      >
        {drawing ? (
          <>
            <Belt {...{ drawing, store, chosen, onChoose }} />
            {drawing.lanes.map((drawn, at) => {
              const lane = sorter.lanes[at]
              return lane ? <LaneCard key={drawn.id} {...{ lane, drawn, isTall, store, onSwitch }} /> : null
            })}
          </>
        ) : null}
      </div>
    </div>
  )
}

function useWidth(frame: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const sizes = new ResizeObserver(() => setWidth(element.clientWidth))
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [frame])
  return width
}

type BeltProps = Pick<Props, 'store' | 'chosen' | 'onChoose'> & { drawing: Drawing }

function Belt({ drawing, store, chosen, onChoose }: BeltProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const card = useRef<HTMLDivElement>(null)
  const view = useBeltView(canvas, drawing, store)
  const router = useRouter()
  const { sorter, width, height } = drawing
  useEffect(() => view?.choose(chosen), [view, chosen])
  const box = (key: string | null) => (key === null ? undefined : store.boxesOn(sorter.id).get(key))
  const step = (event: KeyboardEvent) => {
    const here = box(chosen)
    if (event.key === 'Escape') onChoose(null)
    else if (event.key === 'Enter' && here) router.push(pathHref(here.decision))
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft')
      onChoose(nextOf(view?.inOrder() ?? [], chosen, event.key === 'ArrowRight' ? 1 : -1))
    else return
    event.preventDefault()
  }
  const point = (at: Point | null) => {
    const key = at ? (view?.boxAt(at) ?? null) : null
    const found = box(key)
    showCard(card.current, at, found ? boxWords(found.decision) : null, width)
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it takes the keys that lead from box to box */}
      <canvas
        ref={canvas}
        tabIndex={0}
        role="application"
        aria-label={`Boxes on ${sorter.id}, ${sorter.name}`}
        aria-describedby={`keys-${sorter.id}`}
        aria-keyshortcuts="ArrowLeft ArrowRight Enter Escape"
        style={{ width, height }}
        onKeyDown={step}
        onPointerMove={(event) => point(event.pointerType === 'mouse' ? pointOf(event) : null)}
        onPointerLeave={() => point(null)}
        onClick={(event) => onChoose(view?.boxAt(pointOf(event)) ?? null)}
        className="absolute inset-0 cursor-pointer select-none focus-visible:-outline-offset-2"
      />
      <p id={`keys-${sorter.id}`} className="sr-only">
        {sorter.lengthMetres} metres of belt at {sorter.speedMetresPerSecond} metres per second. Left and
        right go from box to box, Enter opens its path, Escape lets go of it. The tables below have the same
        facts.
      </p>
      <div
        ref={card}
        aria-hidden="true"
        className="pointer-events-none absolute top-0 left-0 z-2 hidden w-56 rounded-md border border-edge bg-surface px-2.5 py-1.5 text-ink text-xs shadow-float data-shown:block"
      />
    </>
  )
}

function useBeltView(canvas: { current: HTMLCanvasElement | null }, drawing: Drawing, store: BeltStore) {
  const isStill = useMedia('(prefers-reduced-motion: reduce)')
  const turns = useThemeTurns()
  const [view, setView] = useState<BeltView | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const dpr = window.devicePixelRatio || 1
    const made = new BeltView(element, { drawing, store, isStill, dpr, look: readBeltLook() })
    setView(made)
    return () => made.close()
  }, [canvas, drawing, store, isStill, turns])
  return view
}

const pointOf = ({ nativeEvent }: { nativeEvent: MouseEvent }): Point => ({
  x: nativeEvent.offsetX,
  y: nativeEvent.offsetY,
})

function nextOf(boxes: readonly { key: string }[], chosen: string | null, step: 1 | -1): string | null {
  const at = boxes.findIndex(({ key }) => key === chosen)
  const next = at < 0 ? (step > 0 ? 0 : boxes.length - 1) : at + step
  return boxes[next]?.key ?? chosen
}

const CARD_PX = { beside: 16, width: 224 }

// Written by hand: a pointer moves more often than React draws.
function showCard(
  card: HTMLDivElement | null,
  at: Point | null,
  words: string[] | null,
  width: number,
): void {
  if (!card) return
  card.toggleAttribute('data-shown', at !== null && words !== null)
  if (!at || !words) return
  const [label = '', ...more] = words
  const strong = document.createElement('strong')
  strong.className = 'block font-mono font-semibold'
  strong.textContent = label
  card.replaceChildren(strong, more.join(' · '))
  const isRight = at.x > width - CARD_PX.width - 2 * CARD_PX.beside
  const x = isRight ? at.x - CARD_PX.width - CARD_PX.beside : at.x + CARD_PX.beside
  card.style.transform = `translate(${x}px, ${at.y + CARD_PX.beside}px)`
}
