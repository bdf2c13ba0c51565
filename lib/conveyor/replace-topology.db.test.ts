import { beforeEach, expect, it } from 'vitest'
import { emptyDatabase } from '@/lib/testing/database'
import { openSite } from '@/lib/testing/owe-steps'
import { DEMO_CONVEYOR } from '@/prisma/seed/demo-conveyor'
import { drawDemoConveyor } from '@/prisma/seed/draw-demo-conveyor'
import { readTopology } from './read-topology'
import { replaceTopology } from './replace-topology'
import { deadlineMsOf } from './rules/geometry'
import { topologySchema } from './topology-schema'

beforeEach(async () => {
  await emptyDatabase()
  await openSite('TEST-1')
})

const faster = topologySchema.parse({
  ...DEMO_CONVEYOR,
  sorters: DEMO_CONVEYOR.sorters.map((sorter) => ({ ...sorter, speedMetresPerSecond: 3 })),
})

it('runs twice, changes once, and counts versions', async () => {
  expect(await readTopology('TEST-1')).toBeNull()
  expect(await replaceTopology('TEST-1', DEMO_CONVEYOR)).toEqual({ version: 1, isChanged: true })
  expect(await replaceTopology('TEST-1', DEMO_CONVEYOR)).toEqual({ version: 1, isChanged: false })
  expect(await replaceTopology('TEST-1', faster)).toEqual({ version: 2, isChanged: true })
  expect(await readTopology('TEST-1')).toEqual({ version: 2, topology: faster })
})

it('draws the demo where there is nothing, and leaves what somebody has drawn', async () => {
  await drawDemoConveyor('TEST-1')
  expect(await readTopology('TEST-1')).toEqual({ version: 1, topology: DEMO_CONVEYOR })
  await replaceTopology('TEST-1', faster)
  await drawDemoConveyor('TEST-1')
  expect(await readTopology('TEST-1')).toEqual({ version: 2, topology: faster })
})

it("knows the demo's deadlines by its metres", () => {
  const deadlines = topologySchema
    .parse(DEMO_CONVEYOR)
    .sorters.flatMap((sorter) =>
      sorter.scanners.map(({ id, atMetres }) => [id, deadlineMsOf(sorter, atMetres)]),
    )
  expect(deadlines).toEqual([
    ['S1', 540],
    ['S2', 432],
    ['S3', 432],
  ])
})
