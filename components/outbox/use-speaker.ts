'use client'
import { useEffect } from 'react'
import type { Outbox } from './outbox'

const AGAIN_MS = 4_000

/** Speaks to the server for as long as the page is open; the answer ends it. */
export type Speak = (outbox: Outbox) => () => void

/**
 * Loads what speaks to the server, once what is kept was read and drawn: the next stop is wanted first. Until then, what is
 * done waits on the phone.
 * @param load must be the same function at every draw
 */
export function useSpeaker(outbox: Outbox, isRead: boolean, load: () => Promise<Speak>): void {
  useEffect(() => {
    if (!isRead) return
    let close = () => {}
    let isOver = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const open = async () => {
      const speak = await load()
      if (!isOver) close = speak(outbox)
    }
    const tryToOpen = () => {
      open().catch(() => {
        outbox.tell(false)
        if (!isOver) timer = setTimeout(tryToOpen, AGAIN_MS)
      })
    }
    tryToOpen()
    return () => {
      isOver = true
      clearTimeout(timer)
      close()
    }
  }, [outbox, isRead, load])
}
