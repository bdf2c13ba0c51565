'use client'
import { Answered } from '@/components/live/answered'
import type { useLiveQuery } from '@/components/live/use-live-query'
import { Count } from '@/components/ui/count'
import { EmptyState } from '@/components/ui/empty-state'
import { LoadingRows } from '@/components/ui/skeleton'
import { RowKeys } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { PickListPage } from './pick-list-page'
import { PanelRow, SidePanel } from './side-panel'
import type { Route } from './walk-path'

type Props = {
  lists: ReturnType<typeof useLiveQuery<PickListPage>>
  chosen: Route | undefined
  onChoose: (pickListId: string | null) => void
  onClose: () => void
}

/** Pick lists that wait; the walk of the one that is chosen is drawn on the map. */
export function RoutesPanel({ lists, chosen, onChoose, onClose }: Props) {
  return (
    <SidePanel
      title="Pick routes"
      note={
        chosen ? (
          <span role="status">
            {chosen.stops.length} stops, <Count value={Math.round(chosen.metres)} /> m from the depot and back
          </span>
        ) : (
          'Choose a pick list to see its walk'
        )
      }
      onClose={onClose}
    >
      <Answered query={lists} loading={<LoadingRows rows={6} />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="Nothing waits to be picked">
              A walk can be drawn as soon as an order comes in.
            </EmptyState>
          ) : (
            <RowKeys>
              <ul aria-label="Waiting pick lists">
                {items.map(({ pickListId, orderNumber, lines, dueAt }) => (
                  <PanelRow
                    key={pickListId}
                    isChosen={chosen?.id === pickListId}
                    onPress={() => onChoose(chosen?.id === pickListId ? null : pickListId)}
                  >
                    <span className="min-w-0">
                      <span className="block truncate font-mono">{orderNumber}</span>
                      <span className="text-ink-soft text-xs">
                        due <Time at={dueAt} />
                      </span>
                    </span>
                    <span className="whitespace-nowrap text-ink-soft text-xs">
                      {lines.length} {lines.length === 1 ? 'line' : 'lines'}
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
