SELECT id, content FROM messages WHERE conversation_id = 7000 AND sender = 'user'
