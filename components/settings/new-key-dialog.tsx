'use client'
import { type FormEvent, useState } from 'react'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { CheckList } from '@/components/ui/check-list'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { apiKeyRequestSchema, newApiKeySchema } from '@/lib/sites/key-schema'
import type { Scope } from '@/lib/sites/schema'
import { KeySecret } from './key-secret'
import { EXPIRIES, SCOPES } from './key-words'

type Props = { site: string; sites: readonly (string | null)[]; onClose: () => void }
type Made = { name: string; secret: string }

/** Makes a key; it is shown once, then the dialog can be closed. */
export function NewKeyDialog({ site, sites, onClose }: Props) {
  const [made, setMade] = useState<Made | null>(null)
  if (made !== null) return <KeySecret {...made} onClose={onClose} />
  return (
    <Dialog title="What shall come in?" isOpen onOpenChange={onClose}>
      <KeyForm {...{ site, sites, onClose }} onMade={setMade} />
    </Dialog>
  )
}

/** No site has this id: they have letters. */
const EVERY_SITE = '*'

function KeyForm({ site, sites, onClose, onMade }: Props & { onMade: (made: Made) => void }) {
  const { change, isPending } = useChange(site, 'alerts')
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<Scope[]>([])
  const [where, setWhere] = useState<string>(site)
  const [expiry, setExpiry] = useState<(typeof EXPIRIES)[number]['id']>('never')
  const [wrong, setWrong] = useState<unknown>(null)
  const options = sites.map((id) => ({ id: id ?? EVERY_SITE, text: id ?? 'All sites' }))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const asked = apiKeyRequestSchema.safeParse({
      ...{ name, scopes, site: where === EVERY_SITE ? null : where },
      expiresInDays: EXPIRIES.find(({ id }) => id === expiry)?.days,
    })
    setWrong(asked.error?.issues[0]?.path[0] ?? null)
    if (!asked.success) return
    const send = async () => {
      const { key } = await sendJson('POST', '/api/keys', newApiKeySchema, asked.data)
      onMade({ name: asked.data.name, secret: key })
      return `${asked.data.name} can come in`
    }
    await change({ send, failed: 'No key was made' })
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <TextField
        label="Name"
        value={name}
        onChange={setName}
        maxLength={80}
        isRequired
        isInvalid={wrong === 'name'}
        problem="What comes in with it? A name tells it from others."
        autoFocus
      />
      <CheckList
        label="What it opens"
        options={SCOPES}
        chosen={scopes}
        onChoose={setScopes}
        problem={wrong === 'scopes' ? 'Choose one at least.' : null}
      />
      <SelectField label="Where" options={options} chosen={where} onChoose={setWhere} />
      <SelectField label="Ends" options={EXPIRIES} chosen={expiry} onChoose={setExpiry} />
      <DialogActions>
        <Button onPress={onClose}>Leave it</Button>
        <Button look="primary" type="submit" isPending={isPending}>
          {isPending ? 'Making…' : 'Make it'}
        </Button>
      </DialogActions>
    </form>
  )
}
