SELECT c.id, m.content FROM conversations c LEFT JOIN messages m ON m.conversation_id = c.id WHERE m.sender = 'ai' OR m.sender IS NULL
UNION ALL SELECT conversation_id, NULL FROM messages GROUP BY conversation_id HAVING COUNT(*) = SUM(sender = 'user') AND conversation_id > 0;
