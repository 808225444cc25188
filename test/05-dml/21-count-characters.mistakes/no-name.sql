SELECT id, CHAR_LENGTH(content) FROM messages
