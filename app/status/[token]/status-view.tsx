import { BrandMark } from '@/components/sites/brand'
import { dateFormat } from '@/components/ui/formats'
import { moneyWords } from '@/components/ui/money-words'
import { statusWords, stepsReached } from '@/lib/support/rules/status-words'
import type { StatusPage } from '@/lib/support/schema'

type Words = ReturnType<typeof statusWords>

/** How an order stands, in the customer's language, with no more of them than a greeting needs. */
export function StatusView({ page }: { page: StatusPage }) {
  const words = statusWords(page.locale)
  const { orderNumber, firstName, city, status, isDelayed, refunded } = page
  const isUnderWay = ['placed', 'picking'].includes(status)
  return (
    <div lang={words.language} className="min-h-dvh bg-ground">
      <header className="flex items-center gap-2 bg-rail px-5 py-3 text-rail-ink">
        <BrandMark size={22} />
        <span className="font-semibold">Stowline</span>
      </header>
      <main className="mx-auto flex max-w-xl flex-col gap-6 px-5 py-8">
        <div>
          <p className="text-ink-soft text-sm">
            {words.hello} {firstName}
          </p>
          <h1 className="mt-1 font-semibold text-2xl text-ink tracking-tight">{words.standing[status]}</h1>
          {isDelayed && isUnderWay ? <p className="mt-2 text-late">{words.delayed}</p> : null}
          {refunded.amount > 0 ? (
            <p className="mt-2 text-ink">
              {words.refunded} {moneyWords(refunded, page.locale)}
            </p>
          ) : null}
        </div>
        <Steps words={words} reached={stepsReached(status)} />
        <section className="rounded-lg border border-line bg-surface p-5 shadow-panel">
          <h2 className="font-semibold text-ink text-sm">
            {words.order} <span className="font-mono">{orderNumber}</span>
          </h2>
          <p className="mt-1 text-ink-soft text-sm">
            {words.goesTo} {city}
          </p>
          <h3 className="mt-4 font-medium text-ink text-sm">{words.items}</h3>
          <ul className="mt-1 text-ink text-sm">
            {page.lines.map(({ name, quantity }) => (
              <li key={name} className="py-0.5">
                {quantity} × {name}
              </li>
            ))}
          </ul>
          <Parcels page={page} words={words} />
        </section>
      </main>
    </div>
  )
}

function Steps({ words, reached }: { words: Words; reached: number }) {
  if (reached === 0) return null
  return (
    <ol className="grid grid-cols-4 gap-2">
      {words.steps.map((step, index) => (
        <li key={step} aria-current={index === reached - 1 ? 'step' : undefined}>
          <i
            aria-hidden="true"
            className={`block h-1.5 rounded-full ${index < reached ? 'bg-action' : 'bg-line'}`}
          />
          <span
            className={`mt-1.5 block text-xs ${index < reached ? 'font-medium text-ink' : 'text-ink-soft'}`}
          >
            {step}
          </span>
        </li>
      ))}
    </ol>
  )
}

function Parcels({ page, words }: { page: StatusPage; words: Words }) {
  if (page.parcels.length === 0) return null
  const format = { timeZone: page.timeZone, dateStyle: 'medium', timeStyle: 'short' } as const
  const when = dateFormat(page.locale, format)
  return (
    <>
      <h3 className="mt-4 font-medium text-ink text-sm">{words.parcels}</h3>
      <ul className="mt-1 text-ink text-sm">
        {page.parcels.map(({ parcel, carrier, handedOverAt }) => (
          <li key={parcel} className="py-0.5">
            {carrier}:{' '}
            {handedOverAt === null ? words.waits : `${words.left}, ${when.format(new Date(handedOverAt))}`}
          </li>
        ))}
      </ul>
    </>
  )
}
