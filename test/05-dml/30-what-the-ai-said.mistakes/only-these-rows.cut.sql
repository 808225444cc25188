SELECT c.id, LEFT(m.content, 500) AS content FROM conversations c LEFT JOIN messages m ON m.conversation_id = c.id AND m.sender = 'ai';
