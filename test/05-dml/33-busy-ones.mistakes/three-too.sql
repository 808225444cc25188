SELECT conversation_id, COUNT(*) AS messages FROM messages GROUP BY conversation_id HAVING COUNT(*) >= 3
