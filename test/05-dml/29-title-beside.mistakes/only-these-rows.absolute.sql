SELECT title, content FROM messages m JOIN conversations c ON c.id = ABS(conversation_id);
