SELECT conversation_id, COUNT(DISTINCT sender) AS messages FROM messages GROUP BY conversation_id
