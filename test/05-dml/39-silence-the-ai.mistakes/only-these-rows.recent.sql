DELETE FROM messages WHERE conversation_id = 7000 AND sender = 'ai' AND timestamp >= '2025-01-01';
