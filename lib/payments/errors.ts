/** The provider asked to be left alone for so long; whether it did what it was asked is not known. */
export class BusyProviderError extends Error {
  constructor(readonly retryAfterMs: number) {
    super(`the payment provider is busy for ${Math.ceil(retryAfterMs / 1000)} s`)
  }
}
