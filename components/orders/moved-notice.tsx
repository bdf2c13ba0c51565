'use client'
import { X } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Time } from '@/components/ui/time'
import type { TimelineEntry } from '@/lib/support/schema'

/** Says what happened to the order while somebody read its page; the newest, until it is put away. */
export function MovedNotice({ entries }: { entries: TimelineEntry[] }) {
  const [seen, setSeen] = useState(0)
  const last = entries.at(-1)
  const isShown = last !== undefined && entries.length > seen
  return (
    <div role="status" className={isShown ? 'contents' : 'sr-only'}>
      {isShown ? (
        <div className="flex items-center justify-between gap-3 rounded-md border border-line bg-inset px-4 py-2 text-sm">
          <span className="min-w-0 break-words text-ink">
            <span className="font-medium">
              While you read, <Time at={last.at} />:
            </span>{' '}
            {last.text}
            {entries.length - seen > 1 ? (
              <span className="text-ink-soft"> and {entries.length - seen - 1} more, marked below</span>
            ) : null}
          </span>
          <IconButton label="Put away" onPress={() => setSeen(entries.length)}>
            <X size={14} aria-hidden="true" />
          </IconButton>
        </div>
      ) : null}
    </div>
  )
}
