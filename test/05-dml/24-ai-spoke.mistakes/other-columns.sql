SELECT DISTINCT conversation_id, content FROM messages WHERE sender = 'ai'
