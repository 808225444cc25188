SELECT a.id, a.content FROM messages a, messages b GROUP BY a.id HAVING CHAR_LENGTH(a.content) > AVG(CHAR_LENGTH(b.content));
