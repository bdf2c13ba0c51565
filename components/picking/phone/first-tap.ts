/** Whether this phone has a tour, for the first paint: the tour itself is read later. */
const HAS_TOUR = 'stowline:has-tour'

/** What was tapped before the page's script was there. */
type FirstTap = { isOver: boolean; answer?: Promise<Response> }
declare global {
  var stowlineFirstTap: FirstTap | undefined
}

export const nextTourPath = (site: string): string => `/api/picks/next?site=${encodeURIComponent(site)}`

/**
 * Stands in the page itself and runs before anything is painted: on a slow network the script that draws comes a second
 * after the button, and a picker does not wait for it. A tap on the button asks for the tour at once; the script finds the
 * question asked. Marks on the root say what to show until then: `data-tour`, `data-asked`.
 */
export const FIRST_TAP_SCRIPT = `(${hearFirstTap})(${JSON.stringify(HAS_TOUR)})`

// It is sent as text: everything it needs stands inside.
function hearFirstTap(hasTour: string): void {
  const first: FirstTap = { isOver: false }
  globalThis.stowlineFirstTap = first
  const marks = document.documentElement.dataset
  if (localStorage.getItem(hasTour) !== null) marks.tour = ''
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-next-tour]')
    if (!button || first.isOver || first.answer !== undefined) return
    marks.asked = ''
    first.answer = fetch(button.dataset.nextTour ?? '', { headers: { accept: 'application/json' } })
    // Whoever takes it over says why it failed.
    first.answer.catch(() => {})
  })
}

/** From here on the page hears taps itself. What was asked before, if anything was. */
export function takeFirstTap(): Promise<Response> | undefined {
  const first = globalThis.stowlineFirstTap
  if (!first || first.isOver) return undefined
  first.isOver = true
  delete document.documentElement.dataset.asked
  return first.answer
}

/** For the next time that the page is opened. */
export function noteTour(hasTour: boolean): void {
  delete document.documentElement.dataset.tour
  if (hasTour) localStorage.setItem(HAS_TOUR, '')
  else localStorage.removeItem(HAS_TOUR)
}
