SELECT id, CHAR_LENGTH(content) AS characters FROM messages WHERE timestamp <= NOW();
