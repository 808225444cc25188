SELECT DISTINCT conversation_id FROM messages
