'use client'
import { Search, X } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Input } from 'react-aria-components/Input'
import { SearchField } from 'react-aria-components/SearchField'
import { IconButton } from '@/components/ui/icon-button'
import type { Role } from '@/lib/sites/schema'
import type { Entry } from './entry'
import { FoundList } from './found-list'
import { FoundStatus } from './found-status'
import { knownPlaces, type NavPlace } from './known-places'
import { MOST_CHARACTERS } from './palette-paths'
import { keepRecent, readRecent } from './recent-entries'
import { atSite, useChosenSite } from './use-chosen-site'
import { useFound } from './use-found'

const WORDS = {
  all: {
    placeholder: 'Item, bin, order, tote, screen…',
    hint: 'A part of a name, a SKU or a GTIN finds an item; the beginning of its address a bin; a number, e-mail or name an order; four characters of its label a tote or a parcel; its code a lane.',
  },
  orders: {
    placeholder: 'Order number, name, e-mail…',
    hint: 'The beginning of a number or an e-mail is enough, parts of a name, or the last four digits of a phone number.',
  },
} as const

type Props = {
  person: { id: string; role: Role }
  sites: readonly string[]
  places: readonly NavPlace[]
  onClose: () => void
}

/** The field and what fits it. Arrows choose, Enter opens; Escape empties the field, then closes. */
export function PaletteSearch({ person, sites, places, onClose }: Props) {
  const router = useRouter()
  const site = useChosenSite(sites)
  const whose = `${person.id}:${site}`
  const [typed, setTyped] = useState('')
  const [recent] = useState(() => readRecent(whose))
  const [known] = useState(() => knownPlaces(person.role, places))
  const found = useFound({ site, role: person.role, typed, places: known, recent })
  const open = (entry: Entry) => {
    const href = atSite(entry.href, site, sites)
    keepRecent(whose, { ...entry, href })
    onClose()
    router.push(href)
  }
  const { onEnter, stayHere } = useFirstOnEnter(found.isFresh, found.groups[0]?.entries[0], open)
  const { placeholder, hint } = WORDS[person.role === 'manager' ? 'all' : 'orders']
  return (
    <div className="flex min-h-0 grow flex-col" onKeyDownCapture={onEnter}>
      <Autocomplete
        inputValue={typed}
        onInputChange={(text) => {
          stayHere()
          setTyped(text)
        }}
      >
        <div className="flex items-center border-line border-b pr-2">
          <SearchField aria-label="Find anything" autoFocus className="relative flex grow items-center">
            <Search
              size={18}
              aria-hidden="true"
              className="pointer-events-none absolute left-4 text-ink-soft"
            />
            <Input
              maxLength={MOST_CHARACTERS}
              placeholder={placeholder}
              className="min-h-14 w-full bg-transparent pr-3 pl-11 text-[1rem] text-ink outline-none placeholder:text-ink-soft [&::-webkit-search-cancel-button]:hidden"
            />
          </SearchField>
          <IconButton label="Close" onPress={onClose}>
            <X size={16} aria-hidden="true" />
          </IconButton>
        </div>
        <FoundList groups={found.groups} isBusy={!found.isFresh} hint={hint} onOpen={open} />
      </Autocomplete>
      <FoundStatus found={found} typed={typed.trim()} />
    </div>
  )
}

/**
 * Enter opens what is marked; where nothing is, the first that fits; and where the answer to what was typed is still on
 * its way, the first of that answer and nothing of the one before.
 */
function useFirstOnEnter(isFresh: boolean, first: Entry | undefined, open: (entry: Entry) => void) {
  const [isGoing, setGoing] = useState(false)
  useEffect(() => {
    if (!isGoing || !isFresh) return
    setGoing(false)
    if (first) open(first)
  }, [isGoing, isFresh, first, open])
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement))
      return
    const marked = event.target.getAttribute('aria-activedescendant')
    if (isFresh && marked !== null && document.getElementById(marked)) return
    event.preventDefault()
    event.stopPropagation()
    setGoing(true)
  }
  return { onEnter, stayHere: () => setGoing(false) }
}
