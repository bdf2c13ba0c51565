import { buttonLook } from '@/components/ui/button-look'

const PLACES = [
  { href: '/pick/stow', text: 'Put away' },
  { href: '/pick/moves', text: 'Moves' },
  { href: '/pick/counts', text: 'Counts' },
] as const

/** What else a picker does, beside tours. Signing out is on each of these pages. */
export function OtherWork() {
  return (
    <nav aria-label="Other work" className="grid grid-cols-3 gap-2">
      {PLACES.map(({ href, text }) => (
        <a key={href} href={href} className={`${buttonLook('outline')} min-h-16 px-2 text-lg`}>
          {text}
        </a>
      ))}
    </nav>
  )
}
