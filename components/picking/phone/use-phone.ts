'use client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Phone, type Reach } from './phone'
import { withoutNotice } from './phone-record'

const AGAIN_MS = 4_000
const AT_FIRST: Reach = { isReached: true, asked: 'no' }

/** The phone of a picker at a site. `record` is undefined until it was read. */
export function usePhone(userId: string, site: string) {
  const [phone] = useState(() => new Phone(userId))
  const record = useSyncExternalStore(phone.store.watch, phone.store.read, () => undefined)
  const reach = useSyncExternalStore(phone.watchReach, phone.readReach, () => AT_FIRST)
  useEffect(() => {
    void phone.store.change((kept) => kept)
    return speak(phone, site)
  }, [phone, site])
  const dismiss = (id: string) => void phone.store.change((now) => withoutNotice(now, id))
  return { ...reach, record, phone, dismiss }
}

/** Loads what speaks to the server; the stop is on the screen before that. */
function speak(phone: Phone, site: string): () => void {
  let close = () => {}
  let isOver = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const open = async () => {
    const { keepInTouch } = await import('./keep-in-touch')
    if (!isOver) close = keepInTouch(phone, site)
  }
  const tryToOpen = () => {
    open().catch(() => {
      phone.tell({ isReached: false })
      if (!isOver) timer = setTimeout(tryToOpen, AGAIN_MS)
    })
  }
  tryToOpen()
  return () => {
    isOver = true
    clearTimeout(timer)
    close()
  }
}
