import { z } from 'zod'
import { stowConfirmedSchema } from '@/lib/inventory/stow-schema'
import { confirmationsAnswerSchema, shortAnswerSchema } from '@/lib/picking/schema'
import { askDoor } from './ask-door'
import type { Doors } from './send-outbox'

/** The address of a thing below a list of such things. */
const within = (list: string, id: string) => `${list}/${encodeURIComponent(id)}`

export const doors: Doors = {
  confirm: (tourId, picks) =>
    askDoor(`${within('/api/picks', tourId)}/confirmations`, confirmationsAnswerSchema, picks),
  short: (tourId, short) => askDoor(`${within('/api/picks', tourId)}/shorts`, shortAnswerSchema, short),
  giveBack: (tourId) => askDoor(`${within('/api/picks', tourId)}/give-back`, z.unknown(), {}),
  count: (countId, lines) => askDoor(`${within('/api/counts', countId)}/lines`, z.unknown(), lines),
  stow: (stowId, said) => askDoor(`${within('/api/stow', stowId)}/confirmations`, stowConfirmedSchema, said),
  move: (site, moveId, said) => {
    const moves = `${within('/api/sites', site)}/slotting/moves`
    return askDoor(`${within(moves, moveId)}/confirmations`, z.unknown(), said)
  },
}
