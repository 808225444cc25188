SELECT id, content FROM messages WHERE conversation_id = (7000 OR 7001) AND sender = 'user';
