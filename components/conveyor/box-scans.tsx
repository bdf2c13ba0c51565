import { ScanLine } from 'lucide-react'
import { Time } from '@/components/ui/time'
import type { BoxPath, ListedDecision } from '@/lib/conveyor/figures-schema'
import { ACTIONS, BECAUSE, millisWords } from './decision-words'
import { Fate } from './decisions-table'

/** Every scan of a box with its answer and what became of it, oldest first. */
export function BoxScans({ path: { decisions, olderScans } }: { path: BoxPath }) {
  return (
    <>
      {olderScans > 0 ? (
        <p className="border-line border-b px-4 py-2 text-ink-soft text-sm">
          {olderScans} older {olderScans === 1 ? 'scan' : 'scans'} before these
        </p>
      ) : null}
      <ol className="divide-y divide-line">
        {decisions.map((decision) => (
          <li
            key={decision.decisionId}
            className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 px-4 py-3 text-sm md:grid-cols-[auto_minmax(0,1fr)_auto] md:items-center"
          >
            <ScanLine size={16} aria-hidden="true" className="mt-0.5 text-ink-soft" />
            <Answer decision={decision} />
            <span className="col-start-2 flex flex-col gap-0.5 md:col-start-3 md:items-end">
              <Fate decision={decision} />
              {decision.confirmedAt ? (
                <span className="text-ink-soft text-xs">
                  <Time at={decision.confirmedAt} as="clock" />
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}

function Answer({ decision }: { decision: ListedDecision }) {
  const { scanner, sorter, scannedAt, lane, action, because, elapsedMicros, deadlineMs } = decision
  return (
    <span className="min-w-0">
      <span className="block text-ink">
        <strong className="font-semibold">{lane ? `To ${lane}` : ACTIONS[action]}</strong>:{' '}
        {BECAUSE[because].toLowerCase()}
      </span>
      <span className="block text-ink-soft text-xs">
        {scanner} of {sorter}, <Time at={scannedAt} as="clock" />, decided in {millisWords(elapsedMicros)} of{' '}
        {deadlineMs} ms
      </span>
    </span>
  )
}
