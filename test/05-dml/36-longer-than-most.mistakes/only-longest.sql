SELECT id, content FROM messages WHERE CHAR_LENGTH(content) = (SELECT MAX(CHAR_LENGTH(content)) FROM messages)
