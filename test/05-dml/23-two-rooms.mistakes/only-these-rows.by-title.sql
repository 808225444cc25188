SELECT m.id, m.content FROM messages m JOIN conversations c ON c.id = m.conversation_id WHERE c.title IN ('Room 7000', 'Room 7001') AND m.sender = 'user';
