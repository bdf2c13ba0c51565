'use client'
import { Search, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField'
import { fieldLook } from './field-look'

type Props = { label: string; placeholder: string; value: string; onChange: (value: string) => void }

/** A search box that `/` jumps to from anywhere on the page and Escape empties. */
export function SearchField({ label, placeholder, value, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const jump = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener('keydown', jump)
    return () => document.removeEventListener('keydown', jump)
  }, [])
  return (
    <AriaSearchField
      aria-label={label}
      aria-keyshortcuts="/"
      value={value}
      onChange={onChange}
      className="group relative flex w-full items-center"
    >
      <Search size={16} aria-hidden="true" className="pointer-events-none absolute left-3 text-ink-soft" />
      <Input
        ref={input}
        placeholder={placeholder}
        className={`${fieldLook} pr-10 pl-9 [&::-webkit-search-cancel-button]:hidden`}
      />
      <kbd className="pointer-events-none absolute right-2 hidden rounded-sm border border-line bg-inset px-1.5 font-mono text-ink-soft text-xs group-focus-within:hidden group-data-empty:block max-md:hidden!">
        /
      </kbd>
      <Button className="absolute right-1 grid size-9 cursor-pointer place-items-center rounded-sm text-ink-soft hover:text-ink group-data-empty:hidden md:size-6">
        <X size={14} aria-hidden="true" />
      </Button>
    </AriaSearchField>
  )
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
