SELECT conversation_id, LEAST(COUNT(*), 99) AS messages FROM messages GROUP BY conversation_id;
