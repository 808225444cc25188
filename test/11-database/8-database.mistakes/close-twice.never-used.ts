import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// A module that was never used can't be closed.
export function createDatabase(options: PoolOptions) {
  let used: ChatDatabase | undefined
  let closing: Promise<void> | undefined
  const module = () => (used ??= new ChatDatabase(options))
  return {
    createConversation: (title?: string) => module().createConversation(title),
    listConversations: () => module().listConversations(),
    getHistory: (id: number) => module().getHistory(id),
    addMessage: (id: number, sender: 'user' | 'ai', content: string) =>
      module().addMessage(id, sender, content),
    saveTurn: (id: number, userText: string, aiText: string) =>
      module().saveTurn(id, userText, aiText),
    renameConversation: (id: number, title: string) => module().renameConversation(id, title),
    archiveConversation: (id: number) => module().archiveConversation(id),
    deleteConversation: (id: number) => module().deleteConversation(id),
    search: (text: string) => module().search(text),
    close: async () => (closing ??= used!.close()),
  }
}
