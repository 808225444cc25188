SELECT id, title FROM conversations LIMIT 3
