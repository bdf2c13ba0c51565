import { WifiOff } from 'lucide-react'

/** No network: what is shown was true when it was last reached. */
export function OfflineBanner() {
  return (
    <div role="status" className="flex items-center gap-2 bg-late-tint px-4 py-2 text-ink text-sm md:px-6">
      <WifiOff size={16} aria-hidden="true" className="shrink-0 text-late" />
      <p>
        <strong className="font-semibold">You are offline.</strong> This is what was last known; it catches up
        by itself.
      </p>
    </div>
  )
}
