SELECT id, content FROM messages WHERE CHAR_LENGTH(content) > (SELECT ROUND(AVG(CHAR_LENGTH(content))) FROM messages);
