'use client'
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import { useConnectionState } from '@/components/live/live-provider'
import { sendJson } from '@/components/live/send-json'
import { stockCountPageSchema } from '@/lib/inventory/schema'
import { countPath } from './count-paths'
import { type PostLines, sendWaitingLines } from './send-waiting-lines'
import { type WaitingLine, WaitingLines } from './waiting-lines'

const AGAIN_MS = 4_000
const waiting = new WaitingLines(() => window.localStorage)
const NONE: readonly WaitingLine[] = []

const post: PostLines = (countId, lines) =>
  sendJson('POST', `${countPath(countId)}/lines`, stockCountPageSchema, lines)

/** The lines of this phone that the server does not have yet; they are sent at once, and again until they arrive. */
export function useWaitingLines(onArrived: () => void) {
  const lines = useSyncExternalStore(waiting.watch, waiting.list, () => NONE)
  const connection = useConnectionState()
  const isSending = useRef(false)
  const send = useCallback(async () => {
    if (isSending.current) return
    isSending.current = true
    try {
      if (await sendWaitingLines(waiting, post)) onArrived()
    } finally {
      isSending.current = false
    }
  }, [onArrived])
  const open = lines.filter(({ problem }) => problem === null).length
  useEffect(() => {
    if (open === 0 || connection === 'offline') return
    void send()
    const timer = setInterval(() => void send(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [open, connection, send])
  return {
    lines,
    add: (line: WaitingLine) => waiting.add(line),
    throwAway: (operationId: string) => waiting.drop(new Set([operationId])),
  }
}
