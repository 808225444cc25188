SELECT id, content FROM messages
WHERE CHAR_LENGTH(content) > (SELECT SUM(CHAR_LENGTH(content)) / COUNT(*) FROM messages);
