'use client'
import { type FormEvent, type ReactNode, useState } from 'react'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { ChoiceBar } from '@/components/ui/choice-bar'
import { Panel } from '@/components/ui/panel'
import { TextField } from '@/components/ui/text-field'
import { type PickingRules, pickingRulesSchema } from '@/lib/picking/picking-rules-schema'
import { type Amount, formOf, pickingRulesPath, type RuleForm, readRuleForm } from './rule-form'
import { AMOUNT_WORDS, CHOICE_WORDS, ON_SHORT } from './rule-words'

const SHORT_OPTIONS = [
  { id: 'ship', text: ON_SHORT.ship.text },
  { id: 'wait', text: ON_SHORT.wait.text },
] as const

type Fields = {
  form: RuleForm
  problems: Partial<Record<Amount, string>>
  edit: (some: Partial<RuleForm>) => void
}

/** The rules to be changed and saved together. What nobody has touched follows what others save. */
export function RulesForm({ site, rules }: { site: string; rules: PickingRules }) {
  const { change, isPending } = useChange(site, 'picks')
  const [edited, setEdited] = useState<Partial<RuleForm>>({})
  const form = { ...formOf(rules), ...edited }
  const reading = readRuleForm(form)
  const isChanged = JSON.stringify(form) !== JSON.stringify(formOf(rules))
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (reading.outcome === 'wrong') return
    const send = async () => {
      await sendJson('PUT', pickingRulesPath(site), pickingRulesSchema, reading.rules)
      return 'Saved: the next tour is planned so'
    }
    if (await change({ send, failed: 'The rules are as they were' })) setEdited({})
  }
  const fields = {
    form,
    problems: reading.outcome === 'wrong' ? reading.problems : {},
    edit: (some: Partial<RuleForm>) => setEdited((before) => ({ ...before, ...some })),
  }
  return (
    <form noValidate onSubmit={(event) => void save(event)} className="flex flex-col gap-4">
      <Panel title="The cart">
        <div className="flex flex-col gap-5">
          <AmountRule amount="cartTotes" {...fields} />
          <AmountRule amount="toteVolumeMl" {...fields} />
          <AmountRule amount="cartWeightGrams" {...fields} />
        </div>
      </Panel>
      <Panel title="The walk">
        <div className="flex flex-col gap-5">
          <ChoiceRule rule="heavyFirst" {...fields} />
          <ChoiceRule rule="frozenLast" {...fields} />
          <ChoiceRule rule="isFefo" {...fields} />
          <ChoiceRule rule="avoidCrowds" {...fields} />
        </div>
      </Panel>
      <Panel title="When something goes wrong">
        <div className="flex flex-col gap-5">
          <Rule title="Units that nobody finds" consequence={ON_SHORT[form.onShort].consequence}>
            <ChoiceBar
              label="Units that nobody finds"
              options={SHORT_OPTIONS}
              chosen={form.onShort}
              onChoose={(onShort) => fields.edit({ onShort })}
            />
          </Rule>
          <AmountRule amount="leaseMinutes" {...fields} />
        </div>
      </Panel>
      <div className="flex flex-wrap items-center justify-end gap-3">
        <p role="status" className="grow text-ink-soft text-sm">
          {isChanged ? 'Not saved yet' : 'Saved'}
        </p>
        <Button isDisabled={!isChanged || isPending} onPress={() => setEdited({})}>
          Leave it as it was
        </Button>
        <Button
          look="primary"
          type="submit"
          isPending={isPending}
          isDisabled={!isChanged || reading.outcome === 'wrong'}
        >
          {isPending ? 'Saving…' : 'Save'}
        </Button>
      </div>
    </form>
  )
}

function Rule({ title, consequence, children }: { title: string; consequence: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1.5">
      <p className="font-medium text-ink text-sm">{title}</p>
      {children}
      <p className="text-ink-soft text-sm">{consequence}</p>
    </div>
  )
}

function AmountRule({ amount, form, problems, edit }: Fields & { amount: Amount }) {
  const { label, consequence } = AMOUNT_WORDS[amount]
  const problem = problems[amount]
  return (
    <div className="flex flex-col gap-1.5 sm:max-w-md">
      <TextField
        label={label}
        inputMode="decimal"
        value={form[amount]}
        onChange={(text) => edit({ [amount]: text })}
        isInvalid={problem !== undefined}
        problem={problem ?? null}
      />
      <p className="text-ink-soft text-sm">{consequence}</p>
    </div>
  )
}

function ChoiceRule({ rule, form, edit }: Fields & { rule: keyof typeof CHOICE_WORDS }) {
  const { title, yes, no, ifYes, ifNo } = CHOICE_WORDS[rule]
  return (
    <Rule title={title} consequence={form[rule] ? ifYes : ifNo}>
      <ChoiceBar
        label={title}
        options={[
          { id: 'yes', text: yes },
          { id: 'no', text: no },
        ]}
        chosen={form[rule] ? 'yes' : 'no'}
        onChoose={(way) => edit({ [rule]: way === 'yes' })}
      />
    </Rule>
  )
}
