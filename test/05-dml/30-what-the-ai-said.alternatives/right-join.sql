SELECT c.id, m.content FROM messages AS m RIGHT JOIN conversations AS c ON c.id = m.conversation_id AND m.sender = 'ai';
