/** How a thing stands. Each has a colour, a shape and a word of its own: none is told by colour alone. */
export type State = 'done' | 'running' | 'waiting' | 'retrying' | 'late' | 'failed' | 'stopped'

export const STATE_INK: Record<State, string> = {
  done: 'text-done',
  running: 'text-running',
  waiting: 'text-waiting',
  retrying: 'text-retrying',
  late: 'text-late',
  failed: 'text-failed',
  stopped: 'text-waiting',
}

export const STATE_TINT: Record<State, string> = {
  done: 'bg-done-tint',
  running: 'bg-running-tint',
  waiting: 'bg-waiting-tint',
  retrying: 'bg-retrying-tint',
  late: 'bg-late-tint',
  failed: 'bg-failed-tint',
  stopped: 'bg-waiting-tint',
}
