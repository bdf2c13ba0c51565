import { db } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import { type Topology, topologySchema } from './topology-schema'

/** The drawing of a site's belts; null when it has none. */
export async function readTopology(
  siteId: string,
  on: Pick<Prisma.TransactionClient, 'conveyorPlan'> = db,
): Promise<{ version: number; topology: Topology } | null> {
  const plan = await on.conveyorPlan.findUnique({ where: { siteId } })
  return plan && { version: plan.version, topology: topologySchema.parse(plan.topology) }
}
