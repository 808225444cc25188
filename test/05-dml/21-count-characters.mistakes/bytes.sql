SELECT id, LENGTH(content) AS characters FROM messages
