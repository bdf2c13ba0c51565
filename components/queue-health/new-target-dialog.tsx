'use client'
import { type FormEvent, useState } from 'react'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { WebhookSecret } from '@/components/ui/webhook-secret'
import { type AlertSeverity, type AlertTarget, alertTargetSchema } from '@/lib/queue-health/schema'
import { readTarget } from './read-target'

type Props = { site: string; onClose: () => void }

/** Adds somebody who is told; a webhook's secret is shown once, then the dialog can be closed. */
export function NewTargetDialog({ site, onClose }: Props) {
  const [secret, setSecret] = useState<string | null>(null)
  const added = ({ secret: made }: AlertTarget) => (made ? setSecret(made) : onClose())
  if (secret !== null) return <WebhookSecret secret={secret} onClose={onClose} />
  return (
    <Dialog title="Who else is told?" isOpen onOpenChange={onClose}>
      <TargetForm site={site} onAdded={added} onClose={onClose} />
    </Dialog>
  )
}

const KINDS = [
  { id: 'email', text: 'E-mail' },
  { id: 'standard', text: 'Webhook, signed (Standard Webhooks)' },
  { id: 'slack', text: 'Webhook, Slack-shaped' },
] as const
const SEVERITIES = [
  { id: 'warning', text: 'Warnings and critical alerts' },
  { id: 'critical', text: 'Critical alerts only' },
] as const satisfies readonly { id: AlertSeverity; text: string }[]

function TargetForm({ site, onAdded, onClose }: Props & { onAdded: (target: AlertTarget) => void }) {
  const { change, isPending } = useChange(site, 'alerts')
  const [kind, setKind] = useState<(typeof KINDS)[number]['id']>('email')
  const [address, setAddress] = useState('')
  const [minSeverity, setMinSeverity] = useState<AlertSeverity>('warning')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const target = readTarget({ site, kind, address, minSeverity })
    setProblem(target.outcome === 'wrong' ? target.why : null)
    if (target.outcome === 'wrong') return
    const send = async () => {
      onAdded(await sendJson('POST', '/api/alert-targets', alertTargetSchema, target.body))
      return `${target.body.address} is told from now on`
    }
    await change({ send, failed: 'Nobody was added' })
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <SelectField label="By" options={KINDS} chosen={kind} onChoose={setKind} />
      <TextField
        label={kind === 'email' ? 'E-mail address' : 'URL'}
        type={kind === 'email' ? 'email' : 'url'}
        value={address}
        onChange={setAddress}
        isRequired
        isInvalid={problem !== null}
        problem={problem}
        autoFocus
      />
      <SelectField label="About" options={SEVERITIES} chosen={minSeverity} onChoose={setMinSeverity} />
      <DialogActions>
        <Button onPress={onClose}>Leave it</Button>
        <Button look="primary" type="submit" isPending={isPending}>
          {isPending ? 'Adding…' : 'Add'}
        </Button>
      </DialogActions>
    </form>
  )
}
