'use client'
import { Answered } from '@/components/live/answered'
import type { useLiveQuery } from '@/components/live/use-live-query'
import { Count } from '@/components/ui/count'
import { EmptyState } from '@/components/ui/empty-state'
import { LoadingRows } from '@/components/ui/skeleton'
import { StatePill } from '@/components/ui/state-pill'
import { RowKeys } from '@/components/ui/table'
import { metresOf } from './live-route'
import { PanelRow, SidePanel } from './side-panel'
import type { LiveTours } from './use-routes'

type Props = {
  tours: ReturnType<typeof useLiveQuery<LiveTours>>
  chosen: string
  onChoose: (tourId: string) => void
  onClose: () => void
}

/** Who walks a tour now, how far they are and where they go next; the one that is chosen stands out on the map. */
export function RoutesPanel({ tours, chosen, onChoose, onClose }: Props) {
  const tour = tours.data?.items.find(({ tourId }) => tourId === chosen)
  return (
    <SidePanel
      title="Pick routes"
      note={
        tour ? (
          <span role="status">
            {tour.picker}: <Count value={Math.round(metresOf(tour.walk))} /> m
          </span>
        ) : (
          'Choose a picker to see their walk alone'
        )
      }
      onClose={onClose}
    >
      <Answered query={tours} loading={<LoadingRows rows={6} />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="Nobody walks a tour">
              A walk is drawn as soon as a picker takes one.
            </EmptyState>
          ) : (
            <RowKeys>
              <ul aria-label="Tours that are walked">
                {items.map(({ tourId, picker, done, total, next, late }) => (
                  <PanelRow
                    key={tourId}
                    isChosen={chosen === tourId}
                    onPress={() => onChoose(chosen === tourId ? '' : tourId)}
                  >
                    <span className="min-w-0">
                      <span className="block truncate">{picker}</span>
                      <span className="text-ink-soft text-xs">
                        {next === null ? (
                          'on the way back'
                        ) : (
                          <>
                            next <span className="font-mono">{next}</span>
                          </>
                        )}
                      </span>
                    </span>
                    <span className="flex items-center gap-2 whitespace-nowrap text-ink-soft text-xs">
                      {late ? <StatePill state="late">Late</StatePill> : null}
                      {done} of {total}
                    </span>
                  </PanelRow>
                ))}
              </ul>
            </RowKeys>
          )
        }
      </Answered>
    </SidePanel>
  )
}
