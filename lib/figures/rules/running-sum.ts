/** What stands at the end of each minute, from what was added and taken in it. */
export function runningSum(changes: readonly number[]): number[] {
  let standing = 0
  return changes.map((change) => {
    standing += change
    return standing
  })
}
