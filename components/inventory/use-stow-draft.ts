'use client'
import { useEffect, useRef, useState } from 'react'
import { FetchProblem } from '@/components/live/fetch-json'
import { isFinal } from '@/components/live/is-final'
import { useConnectionState } from '@/components/live/live-provider'
import { sendJson } from '@/components/live/send-json'
import { emptyDraft, type StowAct, type StowDraft } from '@/components/outbox/act'
import { withDraft } from '@/components/outbox/outbox-record'
import type { OutboxStore } from '@/components/outbox/outbox-store'
import { useOutbox } from '@/components/outbox/use-outbox'
import { type StowConfirmation, stowSchema } from '@/lib/inventory/stow-schema'
import { STOW_PATH, stowReleasePath } from './stow-paths'

/** What is being put away, the two things that can be asked of the server about it, and the bin that was scanned. */
export function useStowDraft(site: string) {
  const { outbox, record } = useOutbox()
  const { store } = outbox
  const draft = record?.stow?.site === site ? record.stow : null
  const stowId = draft?.stow?.stowId
  const waiting = record?.acts.find((act): act is StowAct => act.kind === 'stow' && act.stowId === stowId)
  const { problem, setProblem, isBusy, ask } = useQuestion()
  const isOffline = useConnectionState() === 'offline'

  const isElsewhere = record !== undefined && draft === null
  useEffect(() => {
    if (isElsewhere) void store.change((now) => ({ ...now, stow: emptyDraft(site) }))
  }, [isElsewhere, store, site])

  const change = (part: Partial<StowDraft>) => {
    void store.type((now) => withDraft(now, part))
    setProblem(null)
  }
  const put = (said: StowConfirmation) => {
    if (!draft?.stow) return
    const { stowId, name } = draft.stow
    const { operationId, at } = said
    void outbox.act({ kind: 'stow', operationId, at, stowId, name, said })
  }
  return {
    ...{ draft, waiting: waiting?.said ?? null, problem, isBusy, isOffline, change, put },
    plan: () =>
      void ask(
        () => askWhere(store),
        () => change({ operationId: crypto.randomUUID() }),
      ),
    giveUp: () => void ask(() => release(store)),
    startAnew: () => void store.change((now) => ({ ...now, stow: emptyDraft(site, draft?.last) })),
  }
}

/** One question at a time, and why the last one failed. */
function useQuestion() {
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const isAsking = useRef(false)
  const ask = async (question: () => Promise<void>, onFinal: () => void = () => {}) => {
    if (isAsking.current) return
    isAsking.current = true
    setBusy(true)
    try {
      await question()
      setProblem(null)
    } catch (error) {
      if (!(error instanceof FetchProblem)) throw error
      if (isFinal(error.status)) onFinal()
      setProblem(error.message)
    } finally {
      isAsking.current = false
      setBusy(false)
    }
  }
  return { problem, setProblem, isBusy, ask }
}

async function askWhere(store: OutboxStore): Promise<void> {
  const draft = store.read()?.stow
  if (!draft?.item || !draft.quantity) return
  const { site, item, quantity, lot, expiresOn, operationId } = draft
  const which = { ...(lot ? { lot } : {}), ...(expiresOn ? { expiresOn } : {}) }
  const body = { site, sku: item.sku, quantity, operationId, ...which }
  const stow = await sendJson('POST', STOW_PATH, stowSchema, body)
  await store.change((now) => withDraft(now, { stow, last: null }))
}

async function release(store: OutboxStore): Promise<void> {
  const draft = store.read()?.stow
  if (!draft?.stow) return
  await sendJson('POST', stowReleasePath(draft.stow.stowId), stowSchema)
  await store.change((now) => ({ ...now, stow: emptyDraft(draft.site) }))
}
