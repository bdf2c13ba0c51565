'use client'
import { Trash2 } from 'lucide-react'
import Link from 'next/link'
import { z } from 'zod'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { SavedView } from '@/lib/sites/schema'
import { savedViewPath } from './palette-paths'
import { useReadViewsAgain, type useSavedViews } from './use-saved-views'

type Props = {
  site: string
  views: ReturnType<typeof useSavedViews>
  /** Those of the screen in sight. */
  ofScreen: readonly SavedView[]
  here: string | null
  onGo: () => void
}

/** What was kept of this screen, to be opened or forgotten. */
export function SavedViewList({ site, views, ofScreen, here, onGo }: Props) {
  const { change, isPending } = useChange(site, 'orders')
  const readAgain = useReadViewsAgain(site)
  const remove = async ({ id, name }: SavedView) => {
    const send = async () => {
      await sendJson('DELETE', savedViewPath(id), z.null())
      return `“${name}” is forgotten`
    }
    await change({ send, failed: 'It is still there' })
    await readAgain()
  }
  if (views.isPending) return <p className="px-4 py-3 text-ink-soft text-sm">Looking…</p>
  if (views.isError)
    return (
      <div role="alert" className="flex items-center justify-between gap-3 px-4 py-3 text-ink text-sm">
        They could not be read: {views.error.message}
        <Button onPress={() => void views.refetch()}>Try again</Button>
      </div>
    )
  if (ofScreen.length === 0)
    return (
      <p className="px-4 py-3 text-ink-soft text-sm">
        None of this screen yet. Set its filters, and keep them under a name.
      </p>
    )
  return (
    <ul aria-label="Views of this screen" className="max-h-64 overflow-y-auto p-1.5">
      {ofScreen.map((view) => (
        <li key={view.id} className="flex items-center rounded-sm hover:bg-inset">
          <Link
            href={view.path}
            aria-current={view.path === here ? 'page' : undefined}
            onClick={onGo}
            className="flex min-h-11 min-w-0 grow flex-col justify-center px-2.5 text-ink text-sm aria-[current]:font-medium md:min-h-9"
          >
            <span className="truncate">{view.name}</span>
            {view.isShared ? (
              <span className="truncate text-ink-soft text-xs">
                {view.savedBy === null ? 'Shared with the site' : `Shared by ${view.savedBy}`}
              </span>
            ) : null}
          </Link>
          {view.mayRemove ? (
            <IconButton label={`Forget ${view.name}`} onPress={() => isPending || void remove(view)}>
              <Trash2 size={14} aria-hidden="true" />
            </IconButton>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
