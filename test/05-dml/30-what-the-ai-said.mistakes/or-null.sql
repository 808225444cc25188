SELECT c.id, m.content FROM conversations AS c LEFT JOIN messages AS m ON m.conversation_id = c.id WHERE m.sender = 'ai' OR m.id IS NULL
