SELECT id, LOWER(content) AS content FROM messages WHERE conversation_id IN (7000, 7001) AND sender = 'user';
