import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function addIndexes(connection: Connection): Promise<void> {
  const wanted = {
    messages: '(conversation_id, timestamp, id)',
    conversations: '(is_archived DESC, updated_at DESC, id DESC)',
  }
  for (const [table, columns] of Object.entries(wanted)) {
    const [rows] = await connection.query<RowDataPacket[]>(`SHOW KEYS FROM ${table}`)
    if (rows.some(({ Key_name }) => Key_name === 'as-asked')) continue
    await connection.query(`ALTER TABLE ${table} ADD KEY \`as-asked\` ${columns}`)
  }
}
