SELECT id AS conversation_id, n AS messages FROM (
  SELECT c.id, (SELECT COUNT(*) FROM messages AS m WHERE m.conversation_id = c.id) AS n FROM conversations AS c
) AS counted WHERE n > 0;
