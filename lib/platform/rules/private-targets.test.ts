import { isIP } from 'node:net'
import { expect, it } from 'vitest'
import { readPrivateTargets } from './private-targets'

it('reads networks, single addresses and names', () => {
  expect(readPrivateTargets('10.1.0.0/16, FD00::/8,10.2.3.4 , Hooks.internal', isIP)).toEqual({
    networks: [
      { address: '10.1.0.0', bits: 16 },
      { address: 'fd00::', bits: 8 },
      { address: '10.2.3.4', bits: 32 },
    ],
    hosts: ['hooks.internal'],
  })
})

it.each([
  '10.0.0.0/33',
  '10.0.0',
  '10.0.0.256',
  'a b',
  '*.internal',
  'http://hooks',
  'fd00::/129',
  'hooks:80',
  '',
])('says that "%s" is none', (wrong) =>
  expect(readPrivateTargets(`10.0.0.0/8,${wrong}`, isIP)).toEqual({ wrong }),
)
