/** Lets the world go on for some seconds: how long a fault lasts, not what a trial waits for. */
export const pause = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1000))
