import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { LeavingBar } from '@/components/live/leaving-bar'
import { THEME_COOKIE, themeAttribute, themeSchema } from '@/components/sites/theme'

export const metadata: Metadata = {
  title: { default: 'Stowline', template: '%s · Stowline' },
  robots: 'noindex',
}
export const viewport: Viewport = { colorScheme: 'light dark', viewportFit: 'cover' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeSchema.parse((await cookies()).get(THEME_COOKIE)?.value)
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <html lang="en" data-theme={themeAttribute(theme)} suppressHydrationWarning>
      <head>
        {/* React Aria gives it to the style elements that it adds. */}
        <meta name="csp-nonce" nonce={nonce} suppressHydrationWarning />
      </head>
      <body>
        <LeavingBar />
        {children}
      </body>
    </html>
  )
}
