'use client'
import { Ellipsis } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { Button } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import type { Place } from './navigation'

/** The places that a phone's bar has no room for, unfolded above it. */
export function MorePlaces({ places, look }: { places: readonly Place[]; look: string }) {
  const router = useRouter()
  return (
    <MenuTrigger>
      <Button className={`cursor-pointer ${look}`}>
        <Ellipsis size={22} aria-hidden="true" />
        More
      </Button>
      <Popover
        placement="top end"
        offset={4}
        className="w-56 rounded-md border border-line bg-surface shadow-float"
      >
        <Menu aria-label="More places" className="p-1 outline-none">
          {places.map(({ href, text, icon: Icon }) => (
            <MenuItem
              key={href}
              id={href}
              textValue={text}
              onAction={() => router.push(href)}
              className="flex min-h-12 cursor-pointer items-center gap-3 rounded-sm px-3 text-base text-ink outline-none data-focused:bg-inset"
            >
              <Icon size={18} aria-hidden="true" className="text-ink-soft" />
              {text}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
