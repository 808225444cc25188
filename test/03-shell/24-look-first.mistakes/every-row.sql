SELECT id, title FROM conversations
