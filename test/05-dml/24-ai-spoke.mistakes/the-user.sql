SELECT DISTINCT conversation_id FROM messages WHERE sender = 'user'
