SELECT id,
  (SELECT COUNT(*) FROM messages WHERE conversation_id = c.id) AS messages,
  (SELECT COUNT(*) FROM labels WHERE conversation_id = c.id) AS labels
FROM conversations AS c;
