SELECT conversation_id, COUNT(DISTINCT content) AS messages FROM messages GROUP BY conversation_id
