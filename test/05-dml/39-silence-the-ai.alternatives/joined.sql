DELETE m FROM messages AS m JOIN conversations AS c ON c.id = m.conversation_id
WHERE c.id = 7000 AND m.sender = 'ai';
