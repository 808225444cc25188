SELECT conversation_id FROM messages WHERE sender = 'ai'
