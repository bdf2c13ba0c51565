import type { BinRefusal } from '@/lib/inventory/claim-load'
import type { Planning } from '@/lib/inventory/plan-stow'
import type { Problem } from '@/lib/platform/problem'

type NoRoom = Extract<Planning, { outcome: 'no-room' }>

/** Why an item finds no place, in floor words. */
export function noRoomProblem({ why, fits, product }: NoRoom, quantity: number): Problem {
  const { name, temperatureZone } = product
  const detail = {
    'no-such-zone': `No open bin here is ${temperatureZone}, as ${name} needs.`,
    'too-big': `One ${name} is larger than any ${temperatureZone} bin.`,
    'too-heavy': `One ${name} is heavier than any ${temperatureZone} bin bears.`,
    full:
      fits === 0
        ? `The ${temperatureZone} bins are full, or have something like it or another lot in them.`
        : `Only ${fits} of ${quantity} would find room in the ${temperatureZone} bins. Ask for ${fits}, or make room.`,
  }[why]
  return { status: 409, title: 'No room', detail, reason: why, fits }
}

/** Why a bin does not take what was scanned into it, in floor words. */
export function binProblem(refusal: BinRefusal, bin: string): Problem {
  const { outcome: reason, ...facts } = refusal
  return { ...facts, status: 409, title: 'Not into this bin', detail: wordsOf(refusal, bin), reason }
}

function wordsOf(refusal: BinRefusal, bin: string): string {
  switch (refusal.outcome) {
    case 'unknown-load':
      return 'This stow has no such load.'
    case 'over':
      return 'This load is put away already.'
    case 'too-many':
      return `Only ${refusal.open} of it are still to be put away.`
    case 'no-bin':
      return `There is no bin ${bin} here.`
    case 'closed':
      return `${bin} is closed${refusal.reason ? `: ${refusal.reason}` : ''}. Take another bin.`
    case 'climate':
      return `${bin} is ${refusal.has}; this needs ${refusal.needs}. Take another bin.`
    case 'look-alike':
      return `${refusal.sku} in ${bin} looks like it. Take another bin.`
    case 'other-lot':
      return `Another lot of it (${refusal.lot || 'without a lot'}) lies in ${bin}. Take another bin.`
    case 'no-room':
      return refusal.fits === 0
        ? `${bin} is full. Take another bin.`
        : `${bin} has room for ${refusal.fits} only.`
  }
}
