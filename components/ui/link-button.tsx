import Link from 'next/link'
import type { ReactNode } from 'react'
import { type ButtonLook, buttonLook } from './button-look'

/** A link that looks like a button, for the one thing to do next. */
export function LinkButton({
  href,
  look = 'outline',
  children,
}: {
  href: string
  look?: ButtonLook
  children: ReactNode
}) {
  return (
    <Link href={href} className={buttonLook(look)}>
      {children}
    </Link>
  )
}
