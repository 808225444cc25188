SELECT m.id, m.content FROM messages m JOIN conversations c ON c.id = m.conversation_id AND NOT c.is_archived WHERE CHAR_LENGTH(m.content) > (SELECT AVG(CHAR_LENGTH(content)) FROM messages);
