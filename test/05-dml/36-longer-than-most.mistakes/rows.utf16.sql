SELECT id, content FROM messages WHERE LENGTH(CONVERT(content USING utf16)) > (SELECT AVG(LENGTH(CONVERT(content USING utf16))) FROM messages);
