import { expect, it } from 'vitest'
import { OLD_QUEUES } from './keep-in-browser'
import { moveOldQueues } from './move-old-queues'
import { OutboxStore } from './outbox-store'

const at = '2026-11-21T10:00:00Z'
const line = (operationId: string) => ({ operationId, bin: 'A01-01-A1', sku: 'MILK-1L', quantity: 3, at })
const lines = [
  { countId: 'c1', name: 'Milk', problem: null, line: line('o1') },
  { countId: 'c1', name: 'Milk', problem: 'no such SKU', line: line('o2') },
  { countId: 'c2', name: 'Milk', problem: null, line: line('o3') },
]
const bin = {
  ...{ loadId: '7', bin: 'A01-01-A1', aisle: 'A01', side: 'L', bay: 1, level: 1, quantity: 3, state: 'open' },
  ...{ because: [], xMetres: 1, yMetres: 2 },
}
const stow = {
  ...{
    stowId: 's1',
    operationId: 'q1',
    site: 'TEST-1',
    sku: 'MILK',
    name: 'Milk',
    quantity: 3,
    keptUntil: at,
  },
  bins: [bin],
}
const draft = {
  ...{ site: 'TEST-1', item: { sku: 'MILK', name: 'Milk' }, quantity: 3, lot: '', expiresOn: '' },
  ...{ operationId: 'q1', stow, last: null },
  waiting: { operationId: 's', loadId: '7', bin: 'A01-01-A1', quantity: 3, at },
}

async function phone(queues: Record<string, unknown>) {
  const drawer = new Map(
    Object.entries(queues).map(([key, kept]) => [
      key,
      typeof kept === 'string' ? kept : JSON.stringify(kept),
    ]),
  )
  let kept: unknown
  const store = new OutboxStore(async (change) => {
    kept = change(structuredClone(kept))
  })
  const move = () =>
    moveOldQueues(store, {
      getItem: (key) => drawer.get(key) ?? null,
      removeItem: (key) => void drawer.delete(key),
    })
  await move()
  return { drawer, store, move }
}

it('takes over what waited on a phone before, and leaves nothing behind', async () => {
  const { drawer, store } = await phone({ [OLD_QUEUES.lines]: lines, [OLD_QUEUES.stow]: draft })
  const record = store.read()
  expect(record?.acts.map(({ kind, operationId }) => `${kind} ${operationId}`)).toEqual([
    'count-line o1',
    'count-line o3',
    'stow s',
  ])
  expect(record?.notices).toEqual([
    { id: 'o2', title: 'Not taken: 3 × Milk, A01-01-A1', text: 'no such SKU' },
  ])
  expect(record?.stow).toMatchObject({ item: { sku: 'MILK' }, operationId: 'q1', stow: { stowId: 's1' } })
  expect([...drawer]).toEqual([])
})

it('moves the same twice, as after a page that died on the way, and it is there once', async () => {
  const { drawer, store, move } = await phone({ [OLD_QUEUES.lines]: lines })
  drawer.set(OLD_QUEUES.lines, JSON.stringify(lines))
  await move()
  expect(store.read()?.acts).toHaveLength(2)
  expect(store.read()?.notices).toHaveLength(1)
})

it('reads what is no queue of its own as nothing', async () => {
  const { store } = await phone({ [OLD_QUEUES.lines]: 'not JSON', [OLD_QUEUES.stow]: { old: 1 } })
  expect(store.read()).toMatchObject({ acts: [], notices: [], stow: null })
})
