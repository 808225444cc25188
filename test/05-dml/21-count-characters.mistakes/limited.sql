SELECT id, CHAR_LENGTH(content) AS characters FROM messages LIMIT 1000;
