SELECT c.id, m.content FROM conversations AS c JOIN messages AS m ON m.conversation_id = c.id AND m.sender = 'ai'
