SELECT id, content FROM messages
WHERE conversation_id = 7000 AND sender = 'user' OR conversation_id = 7001 AND sender = 'user';
