import type { ResultSetHeader, RowDataPacket } from 'mysql2/promise'
import { practise, show } from '#workbook/practice'
import { splitStatements } from '#workbook/sql-statements'

/**
 * The steps of the tour as SQL, each ending with `;`. What you have typed in a client is in the server's
 * log, so you don't have to write it here.
 */
// TODO: write the steps that you have not typed in a client
export const script = `
`

// npx tsx lessons/03-shell/1-tour.ts
await practise(import.meta, async (connection) => {
  if (!script.trim()) console.log('The script is empty. `npm run db -- shell` opens a client.')
  for (const statement of splitStatements(script)) {
    console.log(`mysql> ${statement};`)
    const [result] = await connection.query<RowDataPacket[] | ResultSetHeader>(statement)
    if (Array.isArray(result)) await show(result)
    else console.log(`Query OK, rows affected: ${result.affectedRows}`)
  }
})
