import type { State } from '@/components/ui/state'
import type { Standing } from '@/lib/system/schema'

export const SYSTEM_PATH = '/api/system'

export const STANDINGS: Record<Standing, { text: string; state: State; house: string }> = {
  ok: { text: 'Well', state: 'done', house: 'All is well' },
  warning: { text: 'Look', state: 'late', house: 'Somebody should look' },
  failed: { text: 'Broken', state: 'failed', house: 'Something is broken' },
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB']

/** Bytes as disks are sold: "0 B", "8.2 MB", "1.4 TB", and with a sign where it says so. */
export function bytesWords(bytes: number, sign = false): string {
  let value = Math.abs(bytes)
  let unit = 0
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1_000
    unit++
  }
  const digits = unit > 0 && value < 10 ? 1 : 0
  const before = bytes < 0 ? '−' : sign ? '+' : ''
  return `${before}${value.toFixed(digits)} ${UNITS[unit]}`
}

/** What is called by a name of the code, by its own. */
export const KINDS: Record<string, string> = { web: 'Web', 'night-shift': 'Night shift' }
