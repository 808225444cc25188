SELECT c.id, COALESCE(m.n, 0) AS messages, COALESCE(l.n, 0) AS labels FROM conversations AS c
LEFT JOIN (SELECT conversation_id, COUNT(*) AS n FROM messages GROUP BY conversation_id) AS m ON m.conversation_id = c.id
LEFT JOIN (SELECT conversation_id, COUNT(*) AS n FROM labels GROUP BY conversation_id) AS l ON l.conversation_id = c.id;
