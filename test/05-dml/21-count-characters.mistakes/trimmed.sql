SELECT id, CHAR_LENGTH(TRIM(content)) AS characters FROM messages
