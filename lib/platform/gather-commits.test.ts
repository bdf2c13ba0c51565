import { expect, it } from 'vitest'
import { gatherCommits } from './gather-commits'

/** A commit that ends when it is told to. */
function slowCommit() {
  const groups: number[][] = []
  const ends: (() => void)[] = []
  const commit = async (group: number[]) => {
    groups.push(group)
    await new Promise<void>((resolve) => ends.push(resolve))
    if (group.includes(13)) throw new Error('13 brings bad luck')
    return group.map((item) => item * 2)
  }
  const end = async () => {
    ends.shift()?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { groups, commit, end }
}
const limits = { largestGroup: 10, mostWaiting: 20, sizeOf: (item: number) => item }

it('commits the first at once and gathers the rest while it is under way', async () => {
  const { groups, commit, end } = slowCommit()
  const take = gatherCommits(limits, commit)
  const results = [1, 2, 3, 4, 2].map((item) => take(item))
  for (let n = 0; n < 3; n++) await end()
  expect(await Promise.all(results)).toEqual([2, 4, 6, 8, 4])
  expect(groups).toEqual([[1], [2, 3, 4], [2]])
})

it('turns away who would make too many wait, and takes again when there is room', async () => {
  const { commit, end } = slowCommit()
  const take = gatherCommits(limits, commit)
  const taken = [take(1), take(15), take(5)]
  expect(taken.includes(null)).toBe(false)
  expect(take(1)).toBeNull()
  await end()
  const later = take(1)
  expect(later).not.toBeNull()
  for (let n = 0; n < 4; n++) await end()
  expect(await Promise.all([...taken, later])).toEqual([2, 30, 10, 2])
})

it('takes an item larger than all limits when nobody waits', async () => {
  const { commit, end } = slowCommit()
  const take = gatherCommits(limits, commit)
  const large = take(50)
  await end()
  expect(await large).toBe(100)
})

it('fails only the group that a commit fails', async () => {
  const { commit, end } = slowCommit()
  const take = gatherCommits(limits, commit)
  const unlucky = take(13)
  const next = take(1)
  const failure = expect(unlucky).rejects.toThrow('bad luck')
  await end()
  await end()
  await failure
  expect(await next).toBe(2)
})
