'use client'
import { useCallback, useEffect, useRef } from 'react'
import { useLocale } from '@/components/ui/locale'
import { PHONE, useMedia } from '@/components/ui/use-media'
import { binWords, todayAsDay } from './bin-words'
import { listenGestures } from './canvas/listen-gestures'
import type { Look } from './canvas/look'
import { centreOf } from './floor-model'
import { Legend } from './legend'
import type { Route } from './live-route'
import { Minimap } from './minimap'
import type { Colour } from './shading'
import { useBinCursor } from './use-bin-cursor'
import type { Floor } from './use-floor'
import { useFloorView } from './use-floor-view'
import { useMapAddress } from './use-map-address'
import { ZoomControls } from './zoom-controls'

const INSETS = { top: 58, right: 28, bottom: 104, left: 28 }
/** A panel lies over the right of the map, on a phone over its foot. */
const BESIDE_PANEL = { ...INSETS, right: 340 }
const ABOVE_PANEL = { ...INSETS, bottom: 300 }

type Props = {
  floor: Floor
  look: Look
  colour: Colour
  hits: readonly number[] | null
  routes: readonly Route[]
  /** The bin that lies open. */
  chosen: number | null
  /** Where the page's address says the map is: middle and scale. */
  at: readonly number[] | null
  hasPanel: boolean
  onMove: (at: number[]) => void
  onOpen: (bin: number) => void
}

/** The map: a canvas with its keys, its words for those who do not see it, legend, minimap and zoom. */
export function FloorMap({ floor, look, colour, hits, routes, chosen, at, hasPanel, onMove, onOpen }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const card = useRef<HTMLDivElement>(null)
  const isPhone = useMedia(PHONE)
  const besides = isPhone ? ABOVE_PANEL : BESIDE_PANEL
  const insets = hasPanel ? besides : INSETS
  const { view, shading } = useFloorView(canvas, { floor, look, colour, hits, insets })
  const { locale } = useLocale()
  const latest = useRef(onOpen)
  useEffect(() => {
    latest.current = onOpen
  })
  const cursor = useBinCursor(view, floor, (bin) => latest.current(bin))
  useEffect(() => view?.show({ routes, chosen }), [view, routes, chosen])

  useMapAddress(view, at, onMove)

  // A bin that was chosen elsewhere is flown to; one that was pressed is in sight already.
  useEffect(() => {
    if (view && chosen !== null) flyUnlessSeen(view, centreOf(floor.model, chosen))
  }, [view, chosen, floor.model])

  useEffect(() => {
    const element = canvas.current
    if (!element || !view) return
    return listenGestures(element, view, {
      onPress: (bin) => {
        if (bin !== null) latest.current(bin)
      },
      onPoint: (bin, point) => showCard(card.current, floor, bin, point, locale),
    })
  }, [view, floor, locale])

  const readShading = useCallback(() => shading.current, [shading])
  return (
    <>
      {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it takes the keys that lead from bin to bin */}
      <canvas
        ref={canvas}
        tabIndex={0}
        role="application"
        aria-label="Bin map"
        aria-describedby="floor-map-keys"
        aria-keyshortcuts="ArrowUp ArrowDown ArrowLeft ArrowRight PageUp PageDown Enter Plus Minus 0"
        onKeyDown={cursor.onKeyDown}
        onBlur={cursor.onBlur}
        className="absolute inset-0 size-full cursor-grab touch-none select-none focus-visible:-outline-offset-2 active:cursor-grabbing"
      />
      <p id="floor-map-keys" className="sr-only">
        {floor.model.count} bins in {floor.model.map.aisles.length} aisles, drawn to scale. Arrow keys go from
        bin to bin, Page Up and Page Down from level to level, Enter opens the bin. Plus and minus zoom, 0
        shows everything, Shift with an arrow key moves the map. The list view has the same facts as a table.
      </p>
      <p role="status" className="sr-only">
        {cursor.words}
      </p>
      <div
        ref={card}
        aria-hidden="true"
        className="pointer-events-none absolute top-0 left-0 z-2 hidden max-w-64 rounded-md border border-edge bg-surface px-2.5 py-1.5 text-ink text-xs shadow-float data-shown:block"
      />
      <div className="pointer-events-none absolute inset-x-3 bottom-3 flex items-end justify-between gap-3 max-md:inset-x-2 max-md:bottom-2">
        <Legend colour={colour} look={look} zones={floor.model.map.zones} />
        {view ? (
          <div className="pointer-events-auto flex items-end gap-2">
            <div className="max-md:hidden">
              <Minimap view={view} levels={floor.levels} look={look} readShading={readShading} shown={hits} />
            </div>
            <ZoomControls view={view} />
          </div>
        ) : null}
      </div>
    </>
  )
}

function flyUnlessSeen(
  view: NonNullable<ReturnType<typeof useFloorView>['view']>,
  place: { x: number; y: number },
): void {
  const { left, top, scale } = view.view
  const isSeen =
    place.x > left &&
    place.y > top &&
    (place.x - left) * scale < view.size.width &&
    (place.y - top) * scale < view.size.height
  if (!isSeen || scale < 12) view.flyTo(place)
}

const CARD_PX = 16

// Written by hand: a pointer moves more often than React draws.
function showCard(
  card: HTMLDivElement | null,
  floor: Floor,
  bin: number | null,
  { x, y }: { x: number; y: number },
  locale: string,
): void {
  if (!card) return
  card.toggleAttribute('data-shown', bin !== null)
  if (bin === null) return
  const [content = '', ...more] = binWords(floor, bin, todayAsDay(Date.now()), locale)
  const code = document.createElement('strong')
  code.className = 'block font-mono font-semibold'
  code.textContent = floor.model.codes[bin] ?? ''
  card.replaceChildren(code, [content, ...more].join(' · '))
  const box = card.parentElement
  const isRight = x > (box?.clientWidth ?? 0) - 280
  const isLow = y > (box?.clientHeight ?? 0) - 120
  card.style.transform = `translate(${isRight ? x - card.offsetWidth - CARD_PX : x + CARD_PX}px, ${isLow ? y - card.offsetHeight - CARD_PX : y + CARD_PX}px)`
}
