SELECT conversation_id, LEAST(COUNT(*), 255) AS messages FROM messages GROUP BY conversation_id HAVING COUNT(*) > 3;
