import { refuse } from '@/app/answers'
import type { Caller } from '@/lib/sites/schema'

/** Who answers for a change, as people read it. */
export const nameOf = (caller: Caller): string => (caller.kind === 'person' ? caller.name : caller.clientId)

/** A quantity that no supplier packs. */
export function notPacks({ id, packUnits }: { id: string; packUnits: number }): never {
  const detail = `The quantity of ${id} is not whole packs of ${packUnits}.`
  refuse({ status: 422, title: 'Not whole packs', detail })
}
