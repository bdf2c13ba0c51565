'use client'
import { type FormEvent, useState } from 'react'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { Drawer } from '@/components/ui/drawer'
import { TextField } from '@/components/ui/text-field'
import { deferredKindSchema } from '@/lib/orders/schema'
import { queueTitle } from '@/lib/queue-health/rules/queue-words'
import { type SiteEntry, siteChangeSchema, siteEntrySchema } from '@/lib/sites/site-schema'
import { sitePath } from './site-paths'
import { changeOf, formOf, problemsOf, type SiteForm } from './site-words'

type Props = { site: string; entry: SiteEntry; onClose: () => void }

const TEXTS = [
  { name: 'name', label: 'Name' },
  { name: 'timeZone', label: 'Time zone' },
  { name: 'locale', label: 'Language and country' },
  { name: 'gln', label: 'GLN' },
] as const
const LIMITS = [
  { name: 'countLimitUnits', label: 'Units by which a count may differ' },
  { name: 'countLimitPercent', label: 'Per cent of the book by which it may differ' },
] as const

/** What is set of a site. Its money stays what it is: books are kept in it. */
export function SiteDrawer({ site, entry, onClose }: Props) {
  const { change, isPending } = useChange(site, 'alerts')
  const [form, setForm] = useState<SiteForm>(formOf(entry))
  const [problems, setProblems] = useState<Partial<Record<string, string>>>({})
  const field = (name: (typeof TEXTS | typeof LIMITS)[number]['name'], label: string) => (
    <TextField
      key={name}
      label={label}
      value={form[name]}
      onChange={(text) => setForm({ ...form, [name]: text })}
      isInvalid={problems[name] !== undefined}
      problem={problems[name] ?? null}
    />
  )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const asked = siteChangeSchema.safeParse(changeOf(form))
    setProblems(problemsOf(asked.error))
    if (!asked.success) return
    const send = async () => {
      await sendJson('PUT', sitePath(entry.id), siteEntrySchema, asked.data)
      return `${asked.data.name} is changed`
    }
    if (await change({ send, failed: 'Nothing was changed' })) onClose()
  }
  return (
    <Drawer title={entry.name} isOpen onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
        <Group title="What and where it is">{TEXTS.map(({ name, label }) => field(name, label))}</Group>
        <Group title="When a step of an order is late, in seconds; empty is the usual time">
          {deferredKindSchema.options.map((step) => {
            const problem = problems[`stepDueSeconds.${step}`]
            return (
              <TextField
                key={step}
                label={queueTitle(step)}
                inputMode="numeric"
                value={form.due[step] ?? ''}
                onChange={(text) => setForm({ ...form, due: { ...form.due, [step]: text } })}
                isInvalid={problem !== undefined}
                problem={problem ?? null}
              />
            )
          })}
        </Group>
        <Group title="Counts that differ by more wait for a manager">
          {LIMITS.map(({ name, label }) => field(name, label))}
        </Group>
        <span>
          <Button look="primary" type="submit" isPending={isPending}>
            {isPending ? 'Saving…' : 'Save'}
          </Button>
        </span>
      </form>
    </Drawer>
  )
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 font-semibold text-ink text-sm">{title}</legend>
      {children}
    </fieldset>
  )
}
