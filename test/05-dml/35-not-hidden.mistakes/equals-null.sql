SELECT c.id, c.title FROM conversations AS c LEFT JOIN hidden AS h ON h.conversation_id = c.id WHERE h.conversation_id = NULL
