import type { State } from '@/components/ui/state'
import { StatePill } from '@/components/ui/state-pill'
import type { StockImport } from '@/lib/inventory/schema'

const WORDS: Record<StockImport['state'], { text: string; state: State }> = {
  running: { text: 'Reading', state: 'running' },
  done: { text: 'Done', state: 'done' },
  failed: { text: 'Failed', state: 'failed' },
}

/** How an import stands; one that is done with bad lines is not simply done. */
export function ImportStanding({ report: { state, rejected } }: { report: StockImport }) {
  if (state === 'done' && rejected > 0) return <StatePill state="late">Done, with bad lines</StatePill>
  return <StatePill state={WORDS[state].state}>{WORDS[state].text}</StatePill>
}
