'use client'
import { type BeltMessage, beltMessageSchema } from '@/lib/conveyor/schema'
import { useStream } from './use-stream'

type Hearing = { onBelt: (message: BeltMessage) => void; onJoined: () => void }

/** Follows the belts of a site, as long as the screen is there. */
export function useBeltStream(site: string, { onBelt, onJoined }: Hearing): void {
  useStream(site, 'conveyor', beltMessageSchema, { onMessage: onBelt, onJoined })
}
