SELECT conversation_id, COUNT(*) AS messages FROM messages WHERE COUNT(*) > 3 GROUP BY conversation_id
