'use client'
import { type FormEvent, useState } from 'react'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { WebhookSecret } from '@/components/ui/webhook-secret'
import { newWebhookSchema, webhookRequestSchema } from '@/lib/downstream/schema'
import { TYPE_CHOICES } from './webhook-words'

type Props = { site: string; onClose: () => void }

/** Adds a webhook; its secret is shown once, then the dialog can be closed. */
export function NewWebhookDialog({ site, onClose }: Props) {
  const [secret, setSecret] = useState<string | null>(null)
  if (secret !== null) return <WebhookSecret secret={secret} onClose={onClose} />
  return (
    <Dialog title="Who is sent events?" isOpen onOpenChange={onClose}>
      <WebhookForm site={site} onSecret={setSecret} onClose={onClose} />
    </Dialog>
  )
}

const STARTS = [
  { id: 'now', text: 'From now on' },
  { id: 'snapshot', text: 'With the stock as it stands, then from now on' },
] as const

function WebhookForm({ site, onSecret, onClose }: Props & { onSecret: (secret: string) => void }) {
  const { change, isPending } = useChange(site, 'queues')
  const [url, setUrl] = useState('')
  const [description, setDescription] = useState('')
  const [type, setType] = useState<(typeof TYPE_CHOICES)[number]['id']>('*')
  const [from, setFrom] = useState<(typeof STARTS)[number]['id']>('now')
  const [isWrong, setWrong] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const request = webhookRequestSchema.safeParse({
      url: url.trim(),
      types: [type],
      site,
      description,
      from,
    })
    setWrong(!request.success)
    if (!request.success) return
    const send = async () => {
      const { secret } = await sendJson('POST', '/api/webhooks', newWebhookSchema, request.data)
      onSecret(secret)
      return `${request.data.url} is sent events from now on`
    }
    await change({ send, failed: 'No webhook was added' })
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <TextField
        label="URL"
        type="url"
        value={url}
        onChange={setUrl}
        isRequired
        isInvalid={isWrong}
        problem="This is no address of a webhook. It begins with https:// or http://."
        autoFocus
      />
      <TextField label="What it is for" value={description} onChange={setDescription} maxLength={200} />
      <SelectField label="Events" options={TYPE_CHOICES} chosen={type} onChoose={setType} />
      <SelectField label="Begin" options={STARTS} chosen={from} onChoose={setFrom} />
      <DialogActions>
        <Button onPress={onClose}>Leave it</Button>
        <Button look="primary" type="submit" isPending={isPending}>
          {isPending ? 'Adding…' : 'Add'}
        </Button>
      </DialogActions>
    </form>
  )
}
