SELECT id, content FROM messages WHERE LENGTH(content) > (SELECT AVG(LENGTH(content)) FROM messages)
