import type { ReactNode } from 'react'

type Row = { key: string | number; name: string; values: readonly ReactNode[] }
type Props = { title: string; columns: readonly string[]; rows: readonly Row[] }

/**
 * A chart for those who do not see it. In a box of its own: a table is as high as its rows, however small it is told to be,
 * and would lengthen the page.
 */
export function ChartTable({ title, columns, rows }: Props) {
  return (
    <div className="sr-only">
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, values }) => (
            <tr key={key}>
              <th scope="row" suppressHydrationWarning>
                {name}
              </th>
              {values.map((value, at) => (
                <td key={columns[at + 1]}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
