import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react'

/** The row that something is in, -1 where it is in none. */
export const rowOf = (element: Element): number =>
  Number(element.closest('[data-index]')?.getAttribute('data-index') ?? -1)

/** The link of a row, where it is drawn. */
export const linkOfRow = (box: HTMLElement | null, row: number): HTMLElement | null =>
  box?.querySelector<HTMLElement>(`[data-index="${row}"] [data-row-link]`) ?? null

/**
 * Makes the rows of a box one stop for Tab: the one that was last come to, or the first in sight. Rows come and go as one
 * scrolls, and two thousand stops would be a wall.
 * @returns what is to be told of every focus within the box
 */
export function useOneStop(box: RefObject<HTMLElement | null>, firstInSight: number) {
  const current = useRef(0)
  useLayoutEffect(() => {
    const links = [...(box.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])]
    const stop =
      links.find((link) => rowOf(link) === current.current) ??
      links.find((link) => rowOf(link) >= firstInSight)
    for (const link of links) link.tabIndex = link === stop ? 0 : -1
  })
  return ({ target }: FocusEvent<HTMLElement>): void => {
    const link = target.closest<HTMLElement>('[data-row-link]')
    if (!link) return
    for (const other of box.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])
      other.tabIndex = -1
    current.current = rowOf(link)
    link.tabIndex = 0
  }
}
