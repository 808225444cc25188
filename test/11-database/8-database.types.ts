import type { PoolOptions } from 'mysql2/promise'
import { createDatabase } from '#exercise/11-database/8-database'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

interface Conversation {
  id: number
  title: string
  updated_at: Date
}

interface Message {
  id: number
  sender: string
  content: string
  timestamp: Date
}

interface Turn {
  user: number
  ai: number
}

export async function compile(options: PoolOptions): Promise<void> {
  // mistake: function-missing
  const database = createDatabase(options)
  // mistake: result-is-any
  // @ts-expect-error -- a module is not a symbol
  needs<symbol>(database)

  // mistake: function-missing
  const { createConversation, listConversations, getHistory, addMessage, saveTurn } = database
  const { renameConversation, archiveConversation, deleteConversation, search, close } = database

  // mistake: wrong-parameter-type
  await close()
  // @ts-expect-error -- options are not a text
  createDatabase('localhost')
  // @ts-expect-error -- a title is a text
  await createConversation(3)
  // @ts-expect-error -- an id is a number
  await getHistory('1')
  // @ts-expect-error -- a sender is a text
  await addMessage(1, 3, 'Hello')
  // @ts-expect-error -- a content is a text
  await addMessage(1, 'ai', 3)
  // @ts-expect-error -- an answer is a text
  await saveTurn(1, 'Name a river.', 3)
  // @ts-expect-error -- a title is a text
  await renameConversation(1, 3)
  // @ts-expect-error -- an id is a number
  await archiveConversation('1')
  // @ts-expect-error -- an id is a number
  await deleteConversation('1')
  // @ts-expect-error -- what is looked for is a text
  await search(3)

  // mistake: null-not-promised
  // @ts-expect-error -- there may be no such conversation
  needs<(id: number) => Promise<readonly object[]>>(getHistory)
  // @ts-expect-error -- there may be no such conversation
  needs<(id: number, sender: 'user' | 'ai', content: string) => Promise<number>>(addMessage)
  // @ts-expect-error -- there may be no such conversation
  needs<(id: number, user: string, ai: string) => Promise<object>>(saveTurn)

  // mistake: wrong-result-type
  needs<(title?: string) => Promise<number>>(createConversation)
  needs<() => Promise<readonly Conversation[]>>(listConversations)
  needs<(id: number) => Promise<readonly Message[] | null>>(getHistory)
  needs<(id: number, sender: 'user' | 'ai', content: string) => Promise<number | null>>(addMessage)
  needs<(id: number, user: string, ai: string) => Promise<Turn | null>>(saveTurn)
  needs<(id: number, title: string) => Promise<boolean>>(renameConversation)
  needs<(id: number) => Promise<boolean>>(archiveConversation)
  needs<(id: number) => Promise<boolean>>(deleteConversation)
  needs<(text: string) => Promise<readonly Conversation[]>>(search)
  needs<() => Promise<unknown>>(close)
}

// --- internal ---

declare function needs<T>(value: T): void
