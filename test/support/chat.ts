import type { Connection } from 'mysql2/promise'
import type { Random } from './random.ts'

export interface ConversationRow {
  id: number
  title: string
  is_archived: 0 | 1
  created_at: string
  updated_at: string
}

export interface MessageRow {
  id: number
  conversation_id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: string
}

/** The rows that a test begins with, in the order of their ids. Times are strings, UTC. */
export interface Chat {
  conversations: ConversationRow[]
  messages: MessageRow[]
}

/**
 * Fills the two tables with generated rows: five to seven conversations, the last of them empty, about a third archived,
 * two to five messages in each of the others, several of them within one second. Ids do not begin at 1 and have gaps.
 */
export async function fillChat(admin: Connection, random: Random): Promise<Chat> {
  const chat = generateChat(random)
  await admin.query(
    'INSERT INTO conversations (id, title, is_archived, created_at, updated_at) VALUES ?',
    [
      chat.conversations.map((row) => [
        row.id,
        row.title,
        row.is_archived,
        row.created_at,
        row.updated_at,
      ]),
    ],
  )
  await admin.query(
    'INSERT INTO messages (id, conversation_id, sender, content, timestamp) VALUES ?',
    [
      chat.messages.map((row) => [
        row.id,
        row.conversation_id,
        row.sender,
        row.content,
        row.timestamp,
      ]),
    ],
  )
  return chat
}

// --- internal ---

function generateChat(random: Random): Chat {
  const start = Date.UTC(2026, random.int(0, 5), random.int(1, 28), random.int(0, 23))
  const times = random.shuffle([1, 2, 3, 4, 5, 6, 7].slice(0, random.int(5, 7)))
  let id = random.int(10, 500)
  const conversations = times.map((hour, index): ConversationRow => {
    const at = toTimestamp(start + hour * 3_600_000)
    id += random.int(1, 4)
    const archived = index % 3 === 1 ? 1 : 0
    return { id, title: random.title(), is_archived: archived, created_at: at, updated_at: at }
  })
  return { conversations, messages: generateMessages(random, conversations.slice(0, -1)) }
}

function generateMessages(random: Random, conversations: ConversationRow[]): MessageRow[] {
  let id = random.int(1000, 2000)
  const waiting = conversations.flatMap((conversation) =>
    Array.from({ length: random.int(2, 5) }, (_, index) => ({ conversation, index })),
  )
  // Conversations take turns, so that the rows of one do not stand together in the table.
  return waiting
    .toSorted((a, b) => a.index - b.index)
    .map(({ conversation, index }) => {
      id += random.int(1, 3)
      // Pairs share a second: TIMESTAMP alone does not give their order.
      const second = Math.floor(index / 2)
      const at = toTimestamp(
        Date.parse(`${conversation.created_at.replace(' ', 'T')}Z`) + second * 1000,
      )
      return {
        id,
        conversation_id: conversation.id,
        sender: index % 2 === 0 ? ('user' as const) : ('ai' as const),
        content: random.text(),
        timestamp: at,
      }
    })
}

function toTimestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')
}
