import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { requirePerson } from '@/app/require-person'
import { Shell } from '@/components/sites/shell'
import { THEME_COOKIE, themeSchema } from '@/components/sites/theme'

export default async function HouseLayout({ children }: { children: ReactNode }) {
  const person = await requirePerson('manager', 'support', 'picker')
  const theme = themeSchema.parse((await cookies()).get(THEME_COOKIE)?.value)
  const { name, email, role, site } = person
  return (
    <Shell person={{ name, email, role, site }} theme={theme} renderedAtMs={Date.now()}>
      {children}
    </Shell>
  )
}
