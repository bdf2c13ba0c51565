import type { ClientBase, QueryResultRow } from 'pg'

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * Inserts any number of rows in one statement; all have the members of the first one, named as in the models.
 * @param ending what comes behind the rows: ON CONFLICT, RETURNING
 */
export async function insertRows<Made extends QueryResultRow>(
  client: ClientBase,
  table: string,
  rows: object[],
  ending = '',
): Promise<Made[]> {
  const members = Object.keys(rows[0] ?? {})
  if (members.length === 0) return []
  const columns = members.map(snakeCase).join(', ')
  const result = await client.query<Made>(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1) ${ending}`,
    [JSON.stringify(rows.map(columnsOf))],
  )
  return result.rows
}

const columnsOf = (row: object) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [snakeCase(name), value]))
