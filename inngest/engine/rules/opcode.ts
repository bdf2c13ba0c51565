/** What the SDK says of a step, in the answer of a call. */
export type Opcode = {
  op: string
  id: string
  name?: string | undefined
  displayName?: string | undefined
  data?: unknown
  error?: unknown
  opts?: StepOptions | undefined
}

export type StepOptions = {
  parallelMode?: string | undefined
  timeout?: string | undefined
  /** The condition of a wait. */
  if?: string | undefined
  function_id?: string | undefined
  payload?: { data?: unknown } | undefined
}

export function stepName({ displayName, name, id }: Opcode): string {
  return displayName ?? name ?? id
}
