'use client'
import { Check, KeyRound, LogOut, UserRound } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Header } from 'react-aria-components/Header'
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Separator } from 'react-aria-components/Separator'
import { toast } from 'sonner'
import { authClient } from './auth-client'
import type { SignedIn } from './person'
import { chooseTheme, type Theme, themeSchema } from './theme'

const THEMES: { id: Theme; text: string }[] = [
  { id: 'system', text: 'As this device' },
  { id: 'light', text: 'Light' },
  { id: 'dark', text: 'Dark' },
]
const ITEM =
  'flex min-h-11 cursor-pointer items-center gap-2 rounded-sm px-2.5 text-ink text-sm outline-none data-focused:bg-inset md:min-h-8'

/** Who is signed in, light or dark, and the way out. */
export function PersonMenu({ person, theme }: { person: SignedIn; theme: Theme }) {
  const [chosen, setChosen] = useState(theme)
  const router = useRouter()
  return (
    <MenuTrigger>
      <Button className="flex min-h-11 cursor-pointer items-center gap-2 rounded-md px-2 text-ink text-sm hover:bg-inset md:min-h-8">
        <UserRound size={16} aria-hidden="true" className="text-ink-soft" />
        <span className="max-md:sr-only">{person.name}</span>
      </Button>
      <Popover placement="bottom end" className="w-60 rounded-md border border-line bg-surface shadow-float">
        <div className="border-line border-b px-3.5 py-3">
          <p className="font-medium text-ink text-sm">{person.name}</p>
          <p className="truncate text-ink-soft text-xs">{person.email}</p>
          <p className="mt-1 text-ink-soft text-xs capitalize">{person.role}</p>
        </div>
        <Menu aria-label="You" className="p-1 outline-none">
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[chosen]}
            onSelectionChange={(keys) => {
              const next = themeSchema.parse([...keys][0])
              setChosen(next)
              chooseTheme(next)
            }}
          >
            <Header className="px-2.5 pt-1.5 pb-1 text-ink-soft text-xs">Appearance</Header>
            {THEMES.map(({ id, text }) => (
              <MenuItem key={id} id={id} textValue={text} className={ITEM}>
                {({ isSelected }) => (
                  <>
                    <Check size={14} aria-hidden="true" className={isSelected ? '' : 'invisible'} />
                    {text}
                  </>
                )}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className="my-1 h-px bg-line" />
          <MenuItem id="you" onAction={() => router.push('/settings/me')} className={ITEM}>
            <KeyRound size={14} aria-hidden="true" />
            Password and sessions
          </MenuItem>
          <MenuItem id="out" onAction={() => void signOut()} className={ITEM}>
            <LogOut size={14} aria-hidden="true" />
            Sign out
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

// A full load, so that nothing of this person stays in the next one's page.
async function signOut(): Promise<void> {
  const { error } = await authClient.signOut().catch(() => ({ error: true }))
  if (error) toast.error('You are still signed in: the server was not reached. Try again.')
  else window.location.assign('/sign-in')
}
