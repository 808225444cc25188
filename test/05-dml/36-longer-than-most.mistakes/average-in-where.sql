SELECT id, content FROM messages WHERE CHAR_LENGTH(content) > AVG(CHAR_LENGTH(content))
