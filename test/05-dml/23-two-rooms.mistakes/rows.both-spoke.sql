SELECT id, content FROM messages WHERE conversation_id IN (7000, 7001) AND sender = 'user' AND EXISTS (SELECT * FROM messages m WHERE m.conversation_id = 7001 AND m.sender = 'user');
