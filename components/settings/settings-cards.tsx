import Link from 'next/link'
import { PageHeading } from '@/components/ui/page-heading'
import type { State } from '@/components/ui/state'
import { StateMark } from '@/components/ui/state-mark'
import { PARTS, type PartName } from './settings-parts'

/** What stands on a part's card; `state` where it asks for attention. */
export type PartFigure = { figure: string; note: string; state?: State }

/** Everything that can be set, with one figure of each. */
export function SettingsCards({ figures }: { figures: Record<PartName, PartFigure> }) {
  return (
    <div className="flex flex-col gap-4">
      <PageHeading title="Settings">of the house and its sites</PageHeading>
      <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
        {PARTS.map(({ name, href, text, icon: Icon, about }) => {
          const { figure, note, state } = figures[name]
          return (
            <li key={name}>
              <Link
                href={href}
                className="flex h-full flex-col gap-3 rounded-lg border border-line bg-surface p-4 shadow-panel hover:bg-inset"
              >
                <span className="flex items-center gap-2 font-semibold text-ink text-sm">
                  <Icon size={16} aria-hidden="true" className="text-ink-soft" />
                  {text}
                </span>
                <span className="flex flex-wrap items-baseline gap-x-2">
                  <span className="font-semibold text-2xl text-ink tracking-tight">{figure}</span>
                  <span className="inline-flex items-center gap-1.5 text-ink-soft text-sm">
                    {state ? <StateMark state={state} size={13} /> : null}
                    {note}
                  </span>
                </span>
                <span className="mt-auto text-ink-soft text-sm">{about}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
