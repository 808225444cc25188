SELECT id, content
FROM messages
WHERE CHAR_LENGTH(content) > (SELECT AVG(DISTINCT CHAR_LENGTH(content)) FROM messages)
