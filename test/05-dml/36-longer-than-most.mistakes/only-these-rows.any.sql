SELECT id, content FROM messages
WHERE CHAR_LENGTH(content) > ANY (SELECT AVG(CHAR_LENGTH(content)) FROM messages GROUP BY conversation_id);
