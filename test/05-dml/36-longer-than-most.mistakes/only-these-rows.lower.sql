SELECT id, LOWER(content) AS content FROM messages WHERE CHAR_LENGTH(content) > (SELECT AVG(CHAR_LENGTH(content)) FROM messages);
