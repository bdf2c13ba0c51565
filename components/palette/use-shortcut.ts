'use client'
import { useEffect, useRef, useSyncExternalStore } from 'react'

const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent)
const never = () => () => undefined

/** Whether the shortcut is Cmd-K; elsewhere, and to the server, it is Ctrl-K. */
export const useIsApple = (): boolean => useSyncExternalStore(never, isApple, () => false)

/**
 * Calls `act` on Ctrl-K, or Cmd-K where Ctrl-K deletes to the end of a line. It is heard before anything else on the page,
 * so that a field in focus does not swallow it; a question that must be answered is left alone.
 */
export function useShortcut(act: () => void): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const { ctrlKey, metaKey, altKey, shiftKey, key, isComposing } = event
      const isHeld = isApple() ? metaKey && !ctrlKey : ctrlKey && !metaKey
      if (!isHeld || altKey || shiftKey || isComposing || key.toLowerCase() !== 'k') return
      // The browser's own is its search field.
      event.preventDefault()
      event.stopPropagation()
      if (!event.repeat && !document.querySelector('[role="alertdialog"]')) latest.current()
    }
    document.addEventListener('keydown', hear, true)
    return () => document.removeEventListener('keydown', hear, true)
  }, [])
}
