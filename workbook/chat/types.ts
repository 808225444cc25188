/** A conversation as the page gets it: dates have become text on the way, ISO 8601. */
export interface ChatConversation {
  id: number
  title: string
  updated_at: string
}

export interface ChatMessage {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: string
}

/** What is running: the student's whole module, or its functions one by one until `createDatabase` is written. */
export interface ChatAbout {
  whole: boolean
  /** `lessons/11-database/8-database.ts`, or the folder. */
  file: string
  /** The practice database's name. */
  database: string
}

/** What the chat page may call: the functions of the student's module, and two of the workbook's own. */
export interface ChatCalls {
  about(): ChatAbout
  /** The module has no function for these, so the workbook asks for them itself. */
  listArchived(): ChatConversation[]
  createConversation(title?: string): number
  listConversations(): ChatConversation[]
  getHistory(id: number): ChatMessage[] | null
  addMessage(id: number, sender: 'user' | 'ai', content: string): number | null
  saveTurn(id: number, userText: string, aiText: string): { user: number; ai: number } | null
  renameConversation(id: number, title: string): boolean
  archiveConversation(id: number): boolean
  deleteConversation(id: number): boolean
  search(text: string): ChatConversation[]
}

export type ChatCallName = keyof ChatCalls

/** The result of a call. */
export type ChatAnswer<Value = unknown> = { value: Value } | { problem: ChatProblem }

export interface ChatProblem {
  /** `missing`: the file exports no such function; `wrong-value`: the function returned something other than it promises. */
  kind: 'not-written' | 'missing' | 'threw' | 'wrong-value' | 'timed-out' | 'died'
  /** The exercise whose code it is about: `database/get-history`. */
  exercise: string
  thrown?: ChatError
  /** What came instead, as text. */
  value?: string
}

/** Whatever the student's code threw, as text. */
export interface ChatError {
  message: string
  /** MySQL's or Node's, such as `ER_DATA_TOO_LONG`. */
  code?: string
  /** Where in the student's files: `lessons/11-database/3-get-history.ts`, from line 1. */
  at?: { file: string; line: number }
}

/** What the process with the student's code is asked to do. */
export interface ChatRequest {
  id: number
  name: ChatCallName
  args: unknown[]
}

/** What it reports: that it is ready, an answer, or why it is about to end. */
export type ChatReport = { up: true } | { id: number; answer: ChatAnswer } | { fatal: ChatError }
