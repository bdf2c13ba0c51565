import { expect, it } from 'vitest'
import { refusalWords } from './refusal-words'

it.each([
  [401, null, 'do not belong together'],
  [400, null, 'do not belong together'],
  [429, '37', 'in 37 seconds'],
  [429, null, 'in a minute'],
  [429, 'soon', 'in a minute'],
  [0, null, 'not reached'],
  [403, null, 'does not trust'],
  [500, null, 'in a moment'],
])('says of status %i with Retry-After %s: "… %s …"', (status, retryAfter, words) => {
  expect(refusalWords(status, retryAfter)).toContain(words)
})
