SELECT m.id, CHAR_LENGTH(m.content) AS characters FROM messages m JOIN conversations c ON c.id = m.conversation_id WHERE c.title <> '';
