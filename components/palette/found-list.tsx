'use client'
import {
  Boxes,
  ClipboardList,
  CornerDownLeft,
  LayoutDashboard,
  ListChecks,
  type LucideIcon,
  MapPin,
  Package,
  Star,
  Zap,
} from 'lucide-react'
import { Collection } from 'react-aria-components/Collection'
import { Header } from 'react-aria-components/Header'
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { EmptyState } from '@/components/ui/empty-state'
import type { Entry, EntryGroup, EntryKind } from './entry'

const ICONS: Record<EntryKind, LucideIcon> = {
  ...{ box: Boxes, screen: LayoutDashboard, bin: MapPin, item: Package, order: ClipboardList },
  ...{ view: Star, action: Zap, queue: ListChecks },
}

type Props = {
  groups: readonly EntryGroup[]
  isBusy: boolean
  /** What could be typed instead of what fits nothing. */
  hint: string
  onOpen: (entry: Entry) => void
}

/** What fits, under the heading of its kind. */
export function FoundList({ groups, isBusy, hint, onOpen }: Props) {
  const open = (key: unknown) => {
    const entry = groups.flatMap(({ entries }) => entries).find(({ id }) => id === key)
    if (entry) onOpen(entry)
  }
  return (
    <ListBox
      aria-label="What fits"
      aria-busy={isBusy}
      items={groups}
      onAction={open}
      selectionMode="none"
      renderEmptyState={() => (isBusy ? null : <EmptyState title="Nothing fits">{hint}</EmptyState>)}
      className="min-h-0 grow overflow-y-auto overscroll-contain p-1.5 outline-none"
    >
      {(group) => (
        <ListBoxSection id={`group ${group.id}`}>
          <Header className="px-2.5 pt-2 pb-1 font-medium text-ink-soft text-xs">{group.heading}</Header>
          <Collection items={group.entries}>{(entry) => <FoundEntry entry={entry} />}</Collection>
        </ListBoxSection>
      )}
    </ListBox>
  )
}

function FoundEntry({ entry }: { entry: Entry }) {
  const { id, kind, title, detail } = entry
  const Icon = ICONS[kind]
  return (
    <ListBoxItem
      id={id}
      textValue={detail ? `${title}, ${detail}` : title}
      className="group flex min-h-12 cursor-pointer items-center gap-3 rounded-md px-2.5 py-1 text-ink text-sm outline-none data-focused:bg-inset md:min-h-9"
    >
      <Icon size={16} aria-hidden="true" className="shrink-0 text-ink-soft" />
      <span className="flex min-w-0 grow flex-wrap items-baseline gap-x-2">
        <span className="max-w-full truncate">{title}</span>
        {detail ? <span className="max-w-full truncate text-ink-soft text-xs">{detail}</span> : null}
      </span>
      <CornerDownLeft
        size={14}
        aria-hidden="true"
        className="invisible shrink-0 text-ink-soft group-data-focused:visible max-md:hidden"
      />
    </ListBoxItem>
  )
}
