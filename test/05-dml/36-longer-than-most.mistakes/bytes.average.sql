SELECT id, content FROM messages WHERE CHAR_LENGTH(content) > (SELECT AVG(LENGTH(content)) FROM messages);
