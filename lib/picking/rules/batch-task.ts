/** What an order takes of the cart: totes, grams, … in the order of the cart's capacities. */
export type Load = readonly number[]
export type Batches = { batches: number[][]; length: number }
export type BatchTask = {
  /** By order, the most urgent first. */
  loads: Load[]
  capacity: Load
  /**
   * The length of the tour over these orders, never shorter than over fewer of them; asked again, it should know.
   */
  lengthOf: (orders: readonly number[]) => number
}

/** Lengths that differ by less are the same. */
export const SAME = 1e-9

/** Whether these orders go onto one cart; an order that is too much for any cart goes alone. */
export function fits({ loads, capacity }: BatchTask, orders: readonly number[]): boolean {
  return (
    orders.length === 1 ||
    capacity.every((most, kind) => {
      let load = 0
      for (const order of orders) load += loads[order]?.[kind] ?? 0
      return load <= most
    })
  )
}
