import { createPool, type Pool, type PoolOptions } from 'mysql2/promise'
import { practise, show } from '#workbook/practice'
// #region solution
import { createConversation } from './1-create-conversation.ts'
import { listConversations } from './2-list-conversations.ts'
import { getHistory } from './3-get-history.ts'
import { addMessage } from './4-add-message.ts'
import { saveTurn } from './5-save-turn.ts'
import { conversationChanges } from './6-conversation-changes.ts'
import { search } from './7-search.ts'
// #endregion
import type { Conversation } from './2-list-conversations.ts'
import type { Message } from './3-get-history.ts'
import type { Turn } from './5-save-turn.ts'
import type { ConversationChanges } from './6-conversation-changes.ts'
import type { FoundConversation } from './7-search.ts'

/** All that the chat application knows about its database: no SQL, no connection, no pool. */
export interface Database extends ConversationChanges {
  createConversation(title?: string): Promise<number>
  listConversations(): Promise<Conversation[]>
  getHistory(id: number): Promise<Message[] | null>
  addMessage(id: number, sender: 'user' | 'ai', content: string): Promise<number | null>
  saveTurn(id: number, userText: string, aiText: string): Promise<Turn | null>
  search(text: string): Promise<FoundConversation[]>
  /** Waits for the statements that are running and closes every connection. May be called more than once. */
  close(): Promise<void>
}

/**
 * Puts the module together: one pool, created with `options`, which all functions share and `close()` ends.
 * Nothing is sent to the server before the first call.
 */
export function createDatabase(options: PoolOptions): Database {
  // #region TODO: import the functions from the seven files, create a pool, and hand it to each of them
  const pool: Pool = createPool(options)
  let closing: Promise<void> | undefined
  return {
    createConversation: (title) => createConversation(pool, title),
    listConversations: () => listConversations(pool),
    getHistory: (id) => getHistory(pool, id),
    addMessage: (id, sender, content) => addMessage(pool, id, sender, content),
    saveTurn: (id, userText, aiText) => saveTurn(pool, id, userText, aiText),
    ...conversationChanges(pool),
    search: (text) => search(pool, text),
    close: () => (closing ??= pool.end()),
  }
  // #endregion
}

// npx tsx lessons/11-database/8-database.ts
await practise(import.meta, async (connection) => {
  const { host, port, user, password, database: schema } = connection.config
  const database = createDatabase({ host, port, user, password, database: schema })
  try {
    const id = await database.createConversation('My own module')
    await database.saveTurn(id, 'Do you work?', 'I do. 🎉')
    await show(await database.listConversations())
    await show((await database.getHistory(id)) ?? [])
    await show(await database.search('🎉'))
  } finally {
    await database.close()
    // Undone, so that you can run this as often as you like.
    await connection.query("DELETE FROM conversations WHERE title = 'My own module'")
  }
})
