SELECT c.id, m.content FROM conversations c LEFT JOIN messages m ON m.conversation_id = c.id AND m.sender = 'ai' AND m.timestamp <= NOW();
