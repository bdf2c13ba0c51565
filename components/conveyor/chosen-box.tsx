'use client'
import { X } from 'lucide-react'
import Link from 'next/link'
import { IconButton } from '@/components/ui/icon-button'
import { LinkButton } from '@/components/ui/link-button'
import { Time } from '@/components/ui/time'
import { pathHref } from './conveyor-paths'
import { ACTIONS, BECAUSE } from './decision-words'
import type { BeltDecision } from './moving-boxes'

/** The box that is followed: which, of what order, where it goes and why. */
export function ChosenBox({ decision, onClose }: { decision: BeltDecision; onClose: () => void }) {
  const { barcode, orderNumber, action, lane, because, scanner, at } = decision
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t bg-inset px-4 py-2 text-sm">
      <p role="status" className="min-w-0 flex-1 basis-64 text-ink">
        <strong className="font-mono font-semibold">{barcode ?? 'No label was read'}</strong>
        {orderNumber ? (
          <>
            {' · order '}
            <Link
              href={`/orders/${encodeURIComponent(orderNumber)}`}
              className="font-mono underline underline-offset-4"
            >
              {orderNumber}
            </Link>
          </>
        ) : null}
        {' · '}
        {lane ? `to ${lane}` : ACTIONS[action]}: {BECAUSE[because].toLowerCase()} · {scanner}{' '}
        <Time at={at} as="clock" />
      </p>
      <span className="flex items-center gap-2">
        <LinkButton href={pathHref(decision)}>Its path</LinkButton>
        <IconButton label="Let go of it" onPress={onClose}>
          <X size={15} aria-hidden="true" />
        </IconButton>
      </span>
    </div>
  )
}
