import { expect, it } from 'vitest'
import { actionWords, actorWords, thingWords } from './audit-words'

it('says an action and who did it in words', () => {
  expect([actionWords('rotateKey'), actionWords('signIn')]).toEqual(['Rotate key', 'Sign in'])
  expect(actorWords({ actor: 'person:1', name: 'Ada' })).toBe('Ada')
  expect(actorWords({ actor: 'person:1', name: null })).toBe('Somebody who is gone')
  expect(actorWords({ actor: 'key:7', name: 'till' })).toBe('Key till')
})

it('names a person or key that it knows, and any other thing as the log does', () => {
  const known = [{ id: 'person:1', text: 'Ada' }]
  expect([thingWords('1 picker', known), thingWords('2', known)]).toEqual(['Ada picker', '2'])
})
