import { type ReactNode, useId } from 'react'

type Props = { title: string; aside?: ReactNode; flush?: boolean; children: ReactNode }

/** A titled part of a screen. `flush` lets a table touch the edges. */
export function Panel({ title, aside, flush = false, children }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="min-w-0 rounded-lg border border-line bg-surface shadow-panel">
      <header className="flex min-h-11 items-center justify-between gap-3 border-line border-b px-4">
        <h2 id={id} className="font-semibold text-ink text-sm">
          {title}
        </h2>
        <div className="text-ink-soft text-xs">{aside}</div>
      </header>
      <div className={flush ? '' : 'p-4'}>{children}</div>
    </section>
  )
}
