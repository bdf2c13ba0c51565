'use client'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { FetchProblem } from '@/components/live/fetch-json'
import { isFinal } from '@/components/live/is-final'
import { useConnectionState } from '@/components/live/live-provider'
import { sendJson } from '@/components/live/send-json'
import { stowConfirmedSchema, stowSchema } from '@/lib/inventory/stow-schema'
import { emptyDraft, KeptStow, type StowDraft } from './stow-draft'
import { STOW_PATH, stowConfirmationsPath, stowReleasePath } from './stow-paths'

const AGAIN_MS = 4_000
const kept = new KeptStow(() => window.localStorage)
const none = () => null

/** What is being put away, and the three things that can be asked of the server about it. */
export function useStowDraft(site: string) {
  const read = useSyncExternalStore(kept.watch, kept.read, none)
  const draft = read?.site === site ? read : null
  const connection = useConnectionState()
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const isSending = useRef(false)

  useEffect(() => {
    if (kept.read()?.site !== site) kept.keep(emptyDraft(site))
  }, [site])

  const ask = useCallback(async (question: () => Promise<void>, onFinal: () => void = () => {}) => {
    if (isSending.current) return
    isSending.current = true
    setBusy(true)
    try {
      await question()
      setProblem(null)
    } catch (error) {
      if (!(error instanceof FetchProblem)) throw error
      setProblem(error.message)
      if (isFinal(error.status)) onFinal()
    } finally {
      isSending.current = false
      setBusy(false)
    }
  }, [])

  const change = useCallback((part: Partial<StowDraft>) => {
    keep(part)
    setProblem(null)
  }, [])

  const send = useCallback(() => ask(sendWaiting, () => keep({ waiting: null })), [ask])
  const waits = draft?.waiting != null
  useEffect(() => {
    if (!waits || connection === 'offline') return
    void send()
    const timer = setInterval(() => void send(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [waits, connection, send])

  return {
    ...{ draft, problem, isBusy, change, isOffline: connection === 'offline' },
    plan: () => void ask(askWhere, () => keep({ operationId: crypto.randomUUID() })),
    giveUp: () => void ask(release),
    startAnew: () => kept.keep(emptyDraft(site, draft?.last)),
  }
}

function keep(part: Partial<StowDraft>): void {
  const now = kept.read()
  if (now) kept.keep({ ...now, ...part })
}

async function askWhere(): Promise<void> {
  const draft = kept.read()
  if (!draft?.item || !draft.quantity) return
  const { site, item, quantity, lot, expiresOn, operationId } = draft
  const which = { ...(lot ? { lot } : {}), ...(expiresOn ? { expiresOn } : {}) }
  const body = { site, sku: item.sku, quantity, operationId, ...which }
  const stow = await sendJson('POST', STOW_PATH, stowSchema, body)
  kept.keep({ ...draft, stow, last: null })
}

async function sendWaiting(): Promise<void> {
  const draft = kept.read()
  if (!draft?.stow || !draft.waiting) return
  const { stow, waiting } = draft
  const told = await sendJson('POST', stowConfirmationsPath(stow.stowId), stowConfirmedSchema, waiting)
  const { bin, quantity, isPlanned } = told
  const last = { bin, isPlanned, text: `${quantity} × ${stow.name}` }
  const isDone = told.stow.bins.every(({ state }) => state !== 'open')
  kept.keep(isDone ? emptyDraft(draft.site, last) : { ...draft, stow: told.stow, waiting: null, last })
}

async function release(): Promise<void> {
  const draft = kept.read()
  if (!draft?.stow) return
  await sendJson('POST', stowReleasePath(draft.stow.stowId), stowSchema)
  kept.keep(emptyDraft(draft.site))
}
