SELECT c.title, m.content FROM conversations AS c LEFT JOIN messages AS m ON m.conversation_id = c.id
