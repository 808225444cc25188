SELECT c.id, c.title FROM conversations AS c JOIN hidden AS h ON c.id <> h.conversation_id
