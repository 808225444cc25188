SELECT title, created_at FROM conversations
