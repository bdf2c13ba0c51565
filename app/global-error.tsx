'use client'
import './globals.css'
import { BrokenPage } from '@/components/sites/broken-page'

/** Even the root layout broke, so this page brings its own document. */
export default function GlobalErrorPage(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Stowline</title>
        <main className="grid min-h-dvh place-items-center p-4">
          <BrokenPage {...props} />
        </main>
      </body>
    </html>
  )
}
