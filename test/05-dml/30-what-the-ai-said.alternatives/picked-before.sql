SELECT c.id, m.content FROM conversations AS c
LEFT JOIN (SELECT conversation_id, content FROM messages WHERE sender = 'ai') AS m ON m.conversation_id = c.id;
