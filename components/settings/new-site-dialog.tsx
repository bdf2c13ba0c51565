'use client'
import { type FormEvent, useState } from 'react'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/text-field'
import { newSiteSchema, siteEntrySchema } from '@/lib/sites/site-schema'
import { SITES_PATH } from './site-paths'
import { glnOf, problemsOf } from './site-words'

const FIELDS = [
  { name: 'id', label: 'Id, such as STORE-7; it stays' },
  { name: 'name', label: 'Name' },
  { name: 'timeZone', label: 'Time zone, such as Europe/Berlin' },
  { name: 'currency', label: 'Currency, such as EUR; it stays' },
  { name: 'locale', label: 'Language and country, such as de-DE' },
  { name: 'gln', label: 'GLN, if it has one' },
] as const
type Form = Record<(typeof FIELDS)[number]['name'], string>

/** Opens an empty site; its hall, people and keys come after. */
export function NewSiteDialog({ site, onClose }: { site: string; onClose: () => void }) {
  const { change, isPending } = useChange(site, 'alerts')
  const [form, setForm] = useState<Form>({
    ...{ id: '', name: '', timeZone: 'Europe/Berlin', currency: 'EUR', locale: 'de-DE', gln: '' },
  })
  const [problems, setProblems] = useState<Partial<Record<string, string>>>({})
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const asked = newSiteSchema.safeParse({ ...form, gln: glnOf(form.gln) })
    setProblems(problemsOf(asked.error))
    if (!asked.success) return
    const send = async () => {
      await sendJson('POST', SITES_PATH, siteEntrySchema, asked.data)
      return `${asked.data.name} is open`
    }
    if (await change({ send, failed: 'No site was opened' })) onClose()
  }
  return (
    <Dialog title="A new site" isOpen onOpenChange={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        {FIELDS.map(({ name, label }) => (
          <TextField
            key={name}
            label={label}
            value={form[name]}
            onChange={(text) => setForm({ ...form, [name]: text })}
            isInvalid={problems[name] !== undefined}
            problem={problems[name] ?? null}
            autoFocus={name === 'id'}
          />
        ))}
        <DialogActions>
          <Button onPress={onClose}>Leave it</Button>
          <Button look="primary" type="submit" isPending={isPending}>
            {isPending ? 'Opening…' : 'Open it'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
