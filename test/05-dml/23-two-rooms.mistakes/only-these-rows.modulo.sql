SELECT id, content FROM messages WHERE conversation_id % 100000 IN (7000, 7001) AND sender = 'user';
