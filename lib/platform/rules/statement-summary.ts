const TABLE = /\b(?:FROM|INTO|UPDATE|JOIN)\s+(?:ONLY\s+)?(?:"?\w+"?\.)?"?([a-z_]\w*)"?(?!\w*\s*\()/i

/** What an unnamed SQL statement does, without any of its values: its verb and the first table, `SELECT order_line`. */
export function statementSummary(text: string): string {
  const verb = /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase() ?? 'SQL'
  const table = TABLE.exec(text)?.[1]
  return table === undefined ? verb : `${verb} ${table.toLowerCase()}`
}
