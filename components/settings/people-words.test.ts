import { expect, it } from 'vitest'
import { deviceWords } from './people-words'

it('tells a phone from a desk', () => {
  const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36'
  const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1'
  expect([deviceWords(chrome), deviceWords(phone)]).toEqual(['Chrome on Linux', 'Safari on iOS'])
  expect([deviceWords(null), deviceWords('curl/8')]).toEqual(['An unknown device', 'An unknown device'])
})
