SELECT id, content FROM messages WHERE id IN (7000, 7001) AND sender = 'user';
