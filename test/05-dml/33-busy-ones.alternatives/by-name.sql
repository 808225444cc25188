SELECT conversation_id, COUNT(id) AS messages FROM messages GROUP BY conversation_id HAVING messages >= 4;
