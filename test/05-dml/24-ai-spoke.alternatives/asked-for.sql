SELECT id AS conversation_id FROM conversations
WHERE id IN (SELECT conversation_id FROM messages WHERE sender = 'ai');
