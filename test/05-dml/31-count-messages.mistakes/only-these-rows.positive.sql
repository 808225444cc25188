SELECT conversation_id, COUNT(*) AS messages FROM messages WHERE id > 0 GROUP BY conversation_id;
