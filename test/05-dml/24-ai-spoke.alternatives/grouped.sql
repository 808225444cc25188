SELECT conversation_id FROM messages WHERE sender = 'ai' GROUP BY conversation_id;
