/** The first moment of so many whole months of UTC before the running one: what is older is far. */
export const firstNearMonth = (months: number, now: Date): Date =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months))
