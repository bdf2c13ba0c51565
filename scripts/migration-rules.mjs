// While a migration runs, and for a while after it, processes of the version before serve on the same database. So a
// migration only adds; what no running version needs any more is taken away by a later one, which says so:
//   -- contracts: why no running version needs it

/** Older ones were applied before several machines ran at once. */
const FIRST_UNDER_TRAFFIC = '20261123000000'
const CONTRACTS = /^-- contracts: \S.*$/m

/** What the version before cannot live with. */
const BREAKS = [
  [/\bDROP\s+TABLE\b/i, 'drops a table'],
  [/\bDROP\s+COLUMN\b/i, 'drops a column'],
  [/\bDROP\s+(FUNCTION|TYPE|VIEW)\b/i, 'drops a function, type or view'],
  [/\bRENAME\b/i, 'renames'],
  [
    /\bALTER\s+COLUMN\s+\S+\s+(SET\s+DATA\s+)?TYPE\b/i,
    'changes a type, which rewrites the table under a lock',
  ],
  [/\bSET\s+NOT\s+NULL\b/i, 'forbids null in a column that the version before may leave empty'],
  [
    /\bADD\s+COLUMN\s+(?:(?!\bDEFAULT\b|\bGENERATED\b)[^,;])*\bNOT\s+NULL\b(?!(?:(?!,|;)[\s\S])*\b(DEFAULT|GENERATED)\b)/i,
    'adds a column that must be given, and the version before does not',
  ],
]

/** What keeps others waiting on a table that has rows. */
const BLOCKS = [
  [
    /\bCREATE\s+(?:UNIQUE\s+)?INDEX\s+(?!CONCURRENTLY\b)(?:IF\s+NOT\s+EXISTS\s+)?\S+\s+ON\s+(?:ONLY\s+)?"?(\w+)"?/gi,
    'builds an index without CONCURRENTLY (a migration of that one statement), and nobody writes meanwhile',
  ],
  [
    /\bALTER\s+TABLE\s+(?:ONLY\s+)?"?(\w+)"?\s+ADD\s+CONSTRAINT\b(?![^;]*\bNOT\s+VALID\b)[^;]*/gi,
    'adds a constraint that is not NOT VALID (VALIDATE CONSTRAINT in a migration of its own), and everybody waits for the check',
  ],
]

/**
 * Why a migration could hurt who still runs the version before; empty when it does not, or when it says why not.
 * @param name of its folder, which begins with its time
 */
export function hurts(name, sql) {
  if (name < FIRST_UNDER_TRAFFIC || CONTRACTS.test(sql)) return []
  const text = sql.replace(/--.*$/gm, '').replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''")
  const made = new Set(
    [...text.matchAll(/\bCREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?"?(\w+)"?/gi)].map(([, table]) => table),
  )
  const breaks = BREAKS.filter(([pattern]) => pattern.test(text)).map(([, why]) => why)
  const blocks = BLOCKS.flatMap(([pattern, why]) =>
    [...text.matchAll(pattern)]
      .filter(([, table]) => !made.has(table))
      .map(([, table]) => `on ${table} ${why}`),
  )
  return [...breaks, ...new Set(blocks)]
}
