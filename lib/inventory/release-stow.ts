import { db } from '@/lib/platform/db'
import { announceStock } from './announce-stock'
import { findStow } from './find-stow'
import type { Stow } from './stow-schema'

/** Gives back the room of what is not put away yet, because it goes somewhere else. Done twice, it changes nothing. */
export async function releaseStow({ stowId, site }: Stow): Promise<Stow> {
  const released = await db.$transaction(async (write) => {
    // Beside a confirmation: what is being told of is no longer given back.
    await write.$queryRaw`SELECT 1 FROM stow_order WHERE id = ${stowId}::uuid FOR UPDATE`
    return write.stowLoad.updateManyAndReturn({
      where: { stowOrderId: stowId, state: 'open', operationId: null },
      data: { state: 'released' },
      select: { binId: true },
    })
  })
  announceStock(site, { skus: [], bins: released.map(({ binId }) => binId) }, 0)
  const after = await findStow(stowId)
  if (!after) throw new Error(`stow ${stowId} is gone`)
  return after
}
