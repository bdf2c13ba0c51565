// What is read from may be a function's answer; what is written to is always a table.
const NAME = '(?:"?\\w+"?\\.)?"?([a-z_]\\w*)"?'
const TABLE = new RegExp(
  `\\b(?:(?:INTO|UPDATE)\\s+${NAME}|(?:FROM|JOIN)\\s+(?:ONLY\\s+)?${NAME}(?!\\w*\\s*\\())`,
  'i',
)

/** What an unnamed SQL statement does, without any of its values: its verb and the first table, `SELECT order_line`. */
export function statementSummary(text: string): string {
  const verb = /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase() ?? 'SQL'
  const [, written, read] = TABLE.exec(text) ?? []
  const table = written ?? read
  return table === undefined ? verb : `${verb} ${table.toLowerCase()}`
}
