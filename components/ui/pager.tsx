'use client'
import { Button } from './button'

type Props = { isFirst: boolean; nextCursor: string | null; onGo: (cursor: string | null) => void }

/** Through a list by cursor: on, or back to its top. The browser's Back goes one page back. */
export function Pager({ isFirst, nextCursor, onGo }: Props) {
  if (isFirst && !nextCursor) return null
  return (
    <nav aria-label="Pages" className="flex justify-end gap-2 border-line border-t px-4 py-2">
      {isFirst ? null : <Button onPress={() => onGo(null)}>First page</Button>}
      {nextCursor ? <Button onPress={() => onGo(nextCursor)}>Next page</Button> : null}
    </nav>
  )
}
