SELECT conversation_id, COUNT(*) AS messages FROM messages WHERE timestamp <= NOW() GROUP BY conversation_id HAVING messages > 3;
