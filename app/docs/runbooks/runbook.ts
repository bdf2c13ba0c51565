/** What to do when an alert speaks: read standing up, at night, by somebody who did not write it. */
export type Runbook = {
  title: string
  /** What it means for customers, in orders and minutes. */
  means: string
  /** Where to look first, in this order. */
  look: string[]
  act: string[]
  /** How one knows that it is over. */
  over: string
}
