/** A sleep that can be cut short. A ring while nobody sleeps ends the next sleep at once. */
export function createAlarm() {
  let rung = false
  let end: (() => void) | undefined
  return {
    ring(): void {
      rung = true
      end?.()
    },
    async sleep(ms: number): Promise<void> {
      if (!rung && ms > 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          end = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      rung = false
      end = undefined
    },
  }
}
