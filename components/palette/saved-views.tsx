'use client'
import { Star } from 'lucide-react'
import { usePathname, useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Popover } from 'react-aria-components/Popover'
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import { pathInHouse } from '@/lib/sites/rules/path-in-house'
import { SaveViewForm } from './save-view-form'
import { SavedViewList } from './saved-view-list'
import { useChosenSite } from './use-chosen-site'
import { useSavedViews } from './use-saved-views'

/** The star beside a heading: keeps the screen with its filters under a name, and lists what was kept of this screen. */
export function SavedViews({ sites }: { sites: readonly string[] }) {
  const site = useChosenSite(sites)
  const pathname = usePathname()
  const search = useSearchParams()
  const [isOpen, setOpen] = useState(false)
  const views = useSavedViews(site)
  const here = pathInHouse(search.size > 0 ? `${pathname}?${search}` : pathname)
  const ofScreen = (views.data?.items ?? []).filter(({ path }) => path.split('?')[0] === pathname)
  const isKept = ofScreen.some(({ path }) => path === here)
  const close = () => setOpen(false)
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <TooltipTrigger delay={300}>
        <Button
          aria-label={isKept ? 'Saved views, this is one' : 'Saved views'}
          className="grid size-11 shrink-0 cursor-pointer place-items-center self-center rounded-md text-ink-soft hover:bg-inset hover:text-ink max-md:-my-2 md:size-8 md:-mx-1.5"
        >
          <Star size={16} aria-hidden="true" fill={isKept ? 'currentColor' : 'none'} />
        </Button>
        <Tooltip offset={6} className="rounded-sm bg-rail px-2 py-1 text-rail-ink text-xs shadow-float">
          Saved views
        </Tooltip>
      </TooltipTrigger>
      <Popover
        placement="bottom start"
        className="w-80 max-w-[calc(100vw-2rem)] overflow-y-auto rounded-md border border-line bg-surface shadow-float"
      >
        <Dialog className="flex flex-col outline-none">
          <Heading slot="title" className="px-4 pt-3 font-semibold text-ink text-sm">
            Saved views
          </Heading>
          <SavedViewList site={site} views={views} ofScreen={ofScreen} here={here} onGo={close} />
          <SaveViewForm site={site} path={here} onSaved={close} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
