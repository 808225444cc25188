SELECT c.id, COUNT(*) AS messages, COUNT(*) AS labels FROM conversations AS c LEFT JOIN messages AS m ON m.conversation_id = c.id LEFT JOIN labels AS l ON l.conversation_id = c.id GROUP BY c.id
