SELECT id, content FROM messages GROUP BY id HAVING CHAR_LENGTH(content) > AVG(CHAR_LENGTH(content))
