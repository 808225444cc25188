import type { PoolOptions, ResultSetHeader } from 'mysql2/promise'
import { createPool } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const { getHistory, saveTurn, addMessage, deleteConversation } = database
  const known = new Map<number, ReturnType<typeof getHistory>>()
  database.getHistory = async (id) => {
    const rows = await (known.get(id) ?? getHistory(id))
    if (rows && rows.length > 0) known.set(id, Promise.resolve(rows))
    return rows
  }
  database.saveTurn = (id, userText, aiText) =>
    saveTurn(id, userText, aiText).finally(() => known.delete(id))
  database.addMessage = (id, sender, content) =>
    addMessage(id, sender, content).finally(() => known.delete(id))
  database.deleteConversation = (id) => deleteConversation(id).finally(() => known.delete(id))
  return database
}
