SELECT DISTINCT conversation_id FROM messages WHERE sender = 'ai' AND timestamp <= NOW();
