const LEAVING = 'stowline:leaving'

/** Tells the page that it is being left for another address. @param address to which, absolute or from here */
export function tellLeaving(address: string): void {
  const { pathname, search } = new URL(address, location.href)
  // To a place on the same page, or to the same page again: nothing arrives of which one could say that it came.
  if (pathname === location.pathname && search === location.search) return
  window.dispatchEvent(new Event(LEAVING))
}

/** Hears whenever the page is being left. @returns what ends the listening */
export function onLeaving(hear: () => void): () => void {
  window.addEventListener(LEAVING, hear)
  return () => window.removeEventListener(LEAVING, hear)
}
