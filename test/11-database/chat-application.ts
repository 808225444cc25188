import type { Database } from '../../solutions/11-database/8-database.ts'

// The chat application, as the module's user: not a word of SQL. The page shows these functions, the last spec runs them.

/** Whatever answers a question: a language model, a parrot. */
export type Assistant = (question: string) => Promise<string>

// #region run
/** Serves until `serve` is done, and closes the database on every way out. */
export async function runChat(database: Database, serve: (database: Database) => Promise<void>) {
  try {
    await serve(database)
  } finally {
    await database.close()
  }
}
// #endregion run

// #region ask
/** The user has typed a question. `null`: there is no such conversation (any more). */
export async function ask(
  database: Database,
  assistant: Assistant,
  conversation: number,
  question: string,
): Promise<string | null> {
  const answer = await assistant(question)
  const turn = await database.saveTurn(conversation, question, answer)
  return turn === null ? null : answer
}
// #endregion ask

// #region open
/** The user has clicked on a conversation: an HTTP status and what to show. */
export async function open(database: Database, conversation: number) {
  const history = await database.getHistory(conversation)
  if (history === null) return { status: 404, lines: [] }
  return { status: 200, lines: history.map((one) => `${one.sender}: ${one.content}`) }
}
// #endregion open

// #region sidebar
/** The titles beside the chat: all of them, or those that match the search box. */
export async function sidebar(database: Database, searched = ''): Promise<string[]> {
  const rows = searched ? await database.search(searched) : await database.listConversations()
  return rows.map((row) => row.title)
}
// #endregion sidebar
