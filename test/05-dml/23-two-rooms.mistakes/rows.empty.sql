SELECT id, content FROM messages
WHERE conversation_id IN (7000, 7001) AND sender = 'user' AND content <> '';
