'use client'
import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { onLeaving } from './leaving'

/**
 * Along the top while the next page is on its way, for any link, row or key that leads away: seen only where it takes longer
 * than a blink. The page that is left stays legible meanwhile, instead of turning into grey boxes.
 */
export function LeavingBar() {
  const address = `${usePathname()}?${useSearchParams()}`
  const [leaves, setLeaves] = useState<string | null>(null)
  useEffect(() => onLeaving(() => setLeaves(address)), [address])
  useEffect(() => {
    setLeaves((left) => (left === address ? left : null))
  }, [address])
  if (leaves !== address) return null
  return (
    <div role="status" className="fixed inset-x-0 top-0 z-50 h-1 animate-late bg-inset">
      <div className="h-full w-1/3 animate-travel bg-tape motion-reduce:w-full" />
      <span className="sr-only">Loading</span>
    </div>
  )
}
