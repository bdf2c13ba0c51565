'use client'
import { Panel } from '@/components/ui/panel'
import type { Outline } from '@/lib/floor/schema'
import type { SlottingMove, Transfer } from '@/lib/picking/slotting-schema'
import { CLIMATE_LOOK } from './layout-drawing'

type Props = { outline: Outline; moves: SlottingMove[]; pointed: string | null }

/** The hall seen from above, its front below: an arrow for every item that would lie elsewhere. */
export function AdviceDrawing({ outline, moves, pointed }: Props) {
  const { widthMetres, depthMetres, shelves, stations } = outline
  const dot = Math.max(widthMetres, depthMetres) / 90
  return (
    <Panel title="The hall" aside={`${widthMetres} × ${depthMetres} m`}>
      <svg
        role="img"
        aria-label={`The hall with ${moves.length} moves as arrows; the table names each`}
        viewBox={`0 0 ${widthMetres} ${depthMetres}`}
        className="max-h-[34rem] w-full rounded-md border border-line bg-inset"
      >
        <defs>
          <marker
            id="to-bin"
            viewBox="0 0 6 6"
            refX="5"
            refY="3"
            markerWidth="4.5"
            markerHeight="4.5"
            orient="auto"
          >
            <path d="M0 0 6 3 0 6z" fill="context-stroke" />
          </marker>
        </defs>
        {shelves.map((shelf) => (
          <rect
            key={`${shelf.aisle} ${shelf.xMetres} ${shelf.fromYMetres}`}
            x={shelf.xMetres - shelf.depthMetres / 2}
            y={depthMetres - shelf.toYMetres}
            width={shelf.depthMetres}
            height={shelf.toYMetres - shelf.fromYMetres}
            opacity={0.55}
            className={CLIMATE_LOOK[shelf.temperatureZone]}
          />
        ))}
        {stations.map(({ code, kind, xMetres, yMetres }) => (
          <circle
            key={code}
            cx={xMetres}
            cy={depthMetres - yMetres}
            r={dot}
            className={kind === 'depot' ? 'fill-ink' : 'fill-surface stroke-ink'}
            strokeWidth={dot / 3}
          >
            <title>{code}</title>
          </circle>
        ))}
        {moves.flatMap(({ id, transfers }) =>
          transfers.map((transfer) => (
            <Arrow
              key={`${id} ${transfer.sku}`}
              transfer={transfer}
              depth={depthMetres}
              width={dot / 3}
              look={pointed === id ? 'pointed' : pointed === null ? 'one of all' : 'behind'}
            />
          )),
        )}
      </svg>
    </Panel>
  )
}

const LOOK = {
  pointed: 'stroke-focus',
  'one of all': 'stroke-ink opacity-60',
  behind: 'stroke-ink opacity-15',
}

type ArrowProps = { transfer: Transfer; depth: number; width: number; look: keyof typeof LOOK }

function Arrow({ transfer: { from, to }, depth, width, look }: ArrowProps) {
  const [x1, y1, x2, y2] = [from.xMetres, depth - from.yMetres, to.xMetres, depth - to.yMetres]
  // Bent, so that arrows between the same two aisles stay apart from the shelves and from each other.
  const [bendX, bendY] = [(x1 + x2) / 2 - (y2 - y1) * 0.12, (y1 + y2) / 2 + (x2 - x1) * 0.12]
  return (
    <path
      d={`M${x1} ${y1}Q${bendX} ${bendY} ${x2} ${y2}`}
      fill="none"
      strokeWidth={look === 'pointed' ? width * 1.8 : width}
      markerEnd="url(#to-bin)"
      className={LOOK[look]}
    />
  )
}
