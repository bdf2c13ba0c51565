'use client'
import { BrokenPage } from '@/components/sites/broken-page'

export default function ErrorPage(props: { error: unknown; retry: () => void }) {
  return <BrokenPage {...props} />
}
