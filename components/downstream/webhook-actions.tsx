'use client'
import { KeyRound, Pause, Play, RotateCcw, Send, Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { z } from 'zod'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { Question } from '@/components/ui/question'
import { WebhookSecret } from '@/components/ui/webhook-secret'
import { newWebhookSchema, type Webhook, webhookSchema, webhookTestSchema } from '@/lib/downstream/schema'
import { ReplayEventsDialog } from './replay-events-dialog'
import { webhookPath } from './webhook-paths'

type Asking = 'rotate' | 'remove' | 'replay' | null

/** All that can be done with a webhook. */
export function WebhookActions({ site, webhook }: { site: string; webhook: Webhook }) {
  const { change, isPending } = useChange(site, 'queues')
  const [asking, setAsking] = useState<Asking>(null)
  const [secret, setSecret] = useState<string | null>(null)
  const router = useRouter()
  const path = webhookPath(webhook.id)
  const isSending = webhook.state === 'active'
  const test = async () => {
    const { arrived, error } = await sendJson('POST', `${path}/test`, webhookTestSchema)
    return arrived ? 'The test arrived' : `The test did not arrive: ${error}`
  }
  const pause = async () => {
    const { url, types } = webhook
    await sendJson('PUT', path, webhookSchema, { url, types, paused: isSending })
    return isSending ? 'Paused; what happens now is sent later' : 'It goes on where it was'
  }
  const rotate = async () => {
    setSecret((await sendJson('POST', `${path}/rotate-secret`, newWebhookSchema)).secret)
    return 'It is signed with a new secret'
  }
  const remove = async () => {
    await sendJson('DELETE', path, z.unknown())
    router.push('/settings/webhooks')
    return `${webhook.url} is sent nothing more`
  }
  return (
    <div className="flex flex-wrap gap-2">
      <Button isPending={isPending} onPress={() => void change({ send: test, failed: 'No test was sent' })}>
        <Send size={14} aria-hidden="true" />
        Send a test
      </Button>
      <Button
        isPending={isPending}
        onPress={() => void change({ send: pause, failed: 'Nothing was changed' })}
      >
        {isSending ? <Pause size={14} aria-hidden="true" /> : <Play size={14} aria-hidden="true" />}
        {isSending ? 'Pause' : 'Go on'}
      </Button>
      <Button isPending={isPending} onPress={() => setAsking('replay')}>
        <RotateCcw size={14} aria-hidden="true" />
        Replay
      </Button>
      <Button isPending={isPending} onPress={() => setAsking('rotate')}>
        <KeyRound size={14} aria-hidden="true" />
        New secret
      </Button>
      <Button isPending={isPending} onPress={() => setAsking('remove')}>
        <Trash2 size={14} aria-hidden="true" />
        Remove
      </Button>
      {secret === null ? null : <WebhookSecret secret={secret} onClose={() => setSecret(null)} />}
      {asking === 'replay' ? (
        <ReplayEventsDialog site={site} webhookId={webhook.id} onClose={() => setAsking(null)} />
      ) : null}
      <Question
        title="A new secret?"
        deed="Make a new one"
        isOpen={asking === 'rotate'}
        onClose={() => setAsking(null)}
        onDo={() => void change({ send: rotate, failed: 'The secret is the old one' })}
      >
        For a day both secrets sign, so that the receiver can change over. After that the old one ends.
      </Question>
      <Question
        title="Send it nothing more?"
        deed="Remove"
        isOpen={asking === 'remove'}
        onClose={() => setAsking(null)}
        onDo={() => void change({ send: remove, failed: 'Nothing was removed' })}
      >
        {webhook.url} is sent no event any more. Its secret and its deliveries go with it.
      </Question>
    </div>
  )
}
