import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { THEME_COOKIE, themeAttribute, themeSchema } from '@/components/sites/theme'

export const metadata: Metadata = {
  title: { default: 'Stowline', template: '%s · Stowline' },
  robots: 'noindex',
}
export const viewport: Viewport = { colorScheme: 'light dark', viewportFit: 'cover' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeSchema.parse((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <html lang="en" data-theme={themeAttribute(theme)} suppressHydrationWarning>
      <body>{children}</body>
    </html>
  )
}
