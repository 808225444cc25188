SELECT * FROM (SELECT id FROM conversations) AS c NATURAL LEFT JOIN (SELECT conversation_id AS id, content FROM messages WHERE sender = 'ai') AS m;
