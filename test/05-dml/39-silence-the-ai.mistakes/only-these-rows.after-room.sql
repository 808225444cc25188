DELETE m FROM messages m JOIN conversations c ON c.id = m.conversation_id WHERE c.id = 7000 AND m.sender = 'ai' AND m.timestamp >= c.created_at;
