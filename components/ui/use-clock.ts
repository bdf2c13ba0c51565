'use client'
import { useSyncExternalStore } from 'react'
import { useLocale } from './locale'

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

function everySecond(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    for (const each of listeners) each()
  }, 1000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/**
 * What `read` says of the time, looked at once a second; the component draws again only when the answer differs.
 * While hydrating it reads the server's clock, so that both draw the same.
 */
export function useClock<Answer extends string | number | boolean>(read: (nowMs: number) => Answer): Answer {
  const { renderedAtMs } = useLocale()
  return useSyncExternalStore(
    everySecond,
    () => read(Date.now()),
    () => read(renderedAtMs),
  )
}
