import { expect, it } from 'vitest'
import type { PickingRules } from '@/lib/picking/picking-rules-schema'
import { formOf, readRuleForm } from './rule-form'

const RULES: PickingRules = {
  ...{ onShort: 'ship', cartTotes: 8, toteVolumeMl: 45_500, cartWeightGrams: 120_000, leaseMinutes: 10 },
  ...{ heavyFirst: false, frozenLast: true, isFefo: true, avoidCrowds: true },
}

it('reads what it shows', () => {
  expect(formOf(RULES)).toMatchObject({ cartTotes: '8', toteVolumeMl: '45.5', cartWeightGrams: '120' })
  expect(readRuleForm(formOf(RULES))).toEqual({ outcome: 'read', rules: RULES })
})

it('takes litres and kilograms as people write them', () => {
  const form = { ...formOf(RULES), toteVolumeMl: ' 0060,25 ', cartWeightGrams: '80.5' }
  expect(readRuleForm(form)).toMatchObject({ rules: { toteVolumeMl: 60_250, cartWeightGrams: 80_500 } })
})

it('says of each field that cannot be between what it must be', () => {
  const form = { ...formOf(RULES), cartTotes: '2.5', toteVolumeMl: 'many', leaseMinutes: '' }
  expect(readRuleForm(form)).toEqual({
    outcome: 'wrong',
    problems: {
      cartTotes: 'Between 1 and 40 totes.',
      toteVolumeMl: 'Between 1 and 500 litres.',
      leaseMinutes: 'Between 2 and 240 minutes.',
    },
  })
})
