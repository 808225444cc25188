SELECT c.title, m.content FROM messages m JOIN conversations c ON c.id = m.conversation_id WHERE m.timestamp <= NOW();
