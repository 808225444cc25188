SELECT id, content FROM messages WHERE sender = 'user' AND conversation_id = 7000 OR conversation_id = 7001;
