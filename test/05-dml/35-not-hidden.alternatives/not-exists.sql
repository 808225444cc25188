SELECT c.id, c.title FROM conversations AS c
WHERE NOT EXISTS (SELECT 1 FROM hidden AS h WHERE h.conversation_id = c.id);
