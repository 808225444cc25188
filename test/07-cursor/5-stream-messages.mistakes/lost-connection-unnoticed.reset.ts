import type { Connection as CoreConnection } from 'mysql2'
import type { Connection } from 'mysql2/promise'
import type { Readable } from 'node:stream'

export interface Message {
  id: number
  sender: 'user' | 'ai'
  content: string
}

function coreOf(connection: Connection): CoreConnection {
  return (connection as unknown as { connection: CoreConnection }).connection
}

export async function* streamMessages(
  connection: Connection,
  id: number,
): AsyncGenerator<Message, void, undefined> {
  const core = coreOf(connection)
  if (core.state === 'error' || core.state === 'disconnected') {
    throw new Error('The connection is lost')
  }
  const ignore = () => {}
  core.on('error', ignore)
  const stream = core
    .query('SELECT id, sender, content FROM messages WHERE conversation_id = ? ORDER BY id', [id])
    .stream()
  const ended = () => {
    stream.destroy(new Error('The server has closed the connection'))
  }
  core.on('end', ended)
  try {
    for await (const row of stream) yield row as Message
  } finally {
    core.off('end', ended)
    core.off('error', ignore)
  }
}
