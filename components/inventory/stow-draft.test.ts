import { expect, it } from 'vitest'
import { emptyDraft, KeptStow } from './stow-draft'

function phone(kept = new Map<string, string>()) {
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  }
  return { kept, stow: new KeptStow(() => storage) }
}

it('keeps what is being put away over a closed page', () => {
  const { kept, stow } = phone()
  const waiting = {
    operationId: 'o1',
    loadId: '7',
    bin: 'A01-01-A1',
    quantity: 3,
    at: '2026-11-21T10:00:00Z',
  }
  stow.keep({ ...emptyDraft('TEST-1'), item: { sku: 'MILK', name: 'Milk' }, quantity: 3, waiting })
  expect(phone(kept).stow.read()).toMatchObject({ item: { sku: 'MILK' }, quantity: 3, waiting })
})

it('asks under a new id for every item, and under the same one for the same', () => {
  const draft = emptyDraft('TEST-1')
  expect(emptyDraft('TEST-1').operationId).not.toBe(draft.operationId)
  const { kept, stow } = phone()
  stow.keep({ ...draft, quantity: 4 })
  expect(phone(kept).stow.read()?.operationId).toBe(draft.operationId)
})

it('reads what is no draft of its own as nothing, and tells its watchers of a change', () => {
  const { stow } = phone(new Map([['stowline:stow', '{"old":1}']]))
  expect(stow.read()).toBe(null)
  let told = 0
  const leave = stow.watch(() => told++)
  stow.keep(emptyDraft('TEST-1'))
  leave()
  stow.keep(emptyDraft('TEST-1'))
  expect(told).toBe(1)
})
