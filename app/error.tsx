'use client'
import { BrokenPage } from '@/components/sites/broken-page'

export default function ErrorPage(props: { error: unknown; retry: () => void }) {
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <BrokenPage {...props} />
    </main>
  )
}
