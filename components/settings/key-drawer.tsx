'use client'
import { Ban, RotateCw } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Drawer } from '@/components/ui/drawer'
import { Question } from '@/components/ui/question'
import { SelectField } from '@/components/ui/select-field'
import { StatePill } from '@/components/ui/state-pill'
import { Time } from '@/components/ui/time'
import { type ApiKey, apiKeySchema, newApiKeySchema } from '@/lib/sites/key-schema'
import { keyPath } from './key-paths'
import { KeySecret } from './key-secret'
import { KEY_STATES, OVERLAPS } from './key-words'

type Props = { site: string; apiKey: ApiKey; onClose: () => void }

/** One key: what it opens, whether it is used, and a new secret for it or its end. */
export function KeyDrawer({ site, apiKey, onClose }: Props) {
  const { name, prefix, scopes, state, createdAt, expiresAt, lastUsedAt, previousUntil } = apiKey
  return (
    <Drawer title={name} isOpen onClose={onClose}>
      <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3 gap-y-2 text-sm">
        <Fact name="State">
          <StatePill state={KEY_STATES[state].state}>{KEY_STATES[state].text}</StatePill>
        </Fact>
        <Fact name="Begins with">
          <span className="font-mono">{prefix}</span>
        </Fact>
        <Fact name="Opens">{scopes.join(', ')}</Fact>
        <Fact name="Site">{apiKey.site ?? 'All sites'}</Fact>
        <Fact name="Made">
          <Time at={createdAt} />
        </Fact>
        <Fact name="Ends">{expiresAt ? <Time at={expiresAt} /> : 'When it is revoked'}</Fact>
        <Fact name="Last used">{lastUsedAt ? <Time at={lastUsedAt} /> : 'Never'}</Fact>
        {previousUntil ? (
          <Fact name="Before">
            The secret before works until <Time at={previousUntil} />
          </Fact>
        ) : null}
      </dl>
      {state === 'active' ? <KeyActions site={site} apiKey={apiKey} /> : null}
    </Drawer>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-soft">{name}</dt>
      <dd className="text-ink [overflow-wrap:anywhere]">{children}</dd>
    </>
  )
}

function KeyActions({ site, apiKey: { id, name } }: Omit<Props, 'onClose'>) {
  const { change, isPending } = useChange(site, 'alerts')
  const [asking, setAsking] = useState<'rotate' | 'revoke' | null>(null)
  const [secret, setSecret] = useState<string | null>(null)
  const close = () => setAsking(null)
  const rotate = async (overlapHours: number) => {
    close()
    const send = async () => {
      const body = { overlapHours }
      setSecret((await sendJson('POST', `${keyPath(id)}/rotate`, newApiKeySchema, body)).key)
      return `${name} has a new secret`
    }
    await change({ send, failed: 'The secret is the old one' })
  }
  const revoke = async () => {
    await sendJson('POST', `${keyPath(id)}/revoke`, apiKeySchema)
    return `${name} opens nothing any more`
  }
  return (
    <div className="flex flex-wrap gap-2">
      <Button isPending={isPending} onPress={() => setAsking('rotate')}>
        <RotateCw size={14} aria-hidden="true" />
        New secret
      </Button>
      <Button isPending={isPending} onPress={() => setAsking('revoke')}>
        <Ban size={14} aria-hidden="true" />
        Revoke
      </Button>
      {asking === 'rotate' ? <RotateDialog onClose={close} onRotate={(hours) => void rotate(hours)} /> : null}
      {secret === null ? null : <KeySecret {...{ name, secret }} onClose={() => setSecret(null)} />}
      <Question
        title={`Revoke ${name}?`}
        deed="Revoke"
        isOpen={asking === 'revoke'}
        onClose={close}
        onDo={() => void change({ send: revoke, failed: 'The key still works' })}
      >
        Whoever comes in with it is turned away within five seconds. A revoked key stays revoked.
      </Question>
    </div>
  )
}

function RotateDialog({ onClose, onRotate }: { onClose: () => void; onRotate: (hours: number) => void }) {
  const [overlap, setOverlap] = useState<(typeof OVERLAPS)[number]['id']>('24')
  const hours = OVERLAPS.find(({ id }) => id === overlap)?.hours ?? 0
  return (
    <Dialog title="A new secret?" role="alertdialog" isOpen onOpenChange={onClose}>
      <p className="text-ink-soft text-sm">
        The machine changes over while both work. One before the last works no more.
      </p>
      <SelectField
        label="How long the secret until now works on"
        options={OVERLAPS}
        chosen={overlap}
        onChoose={setOverlap}
      />
      <DialogActions>
        <Button onPress={onClose}>Leave it</Button>
        <Button look="primary" onPress={() => onRotate(hours)}>
          Make a new one
        </Button>
      </DialogActions>
    </Dialog>
  )
}
