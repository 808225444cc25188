SELECT DISTINCT conversation_id FROM messages WHERE sender = 'ai' AND content IS NOT NULL AND content <> ' ';
