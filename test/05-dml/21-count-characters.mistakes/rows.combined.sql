SELECT id, CHAR_LENGTH(REGEXP_REPLACE(content, '\\p{M}', '')) AS characters FROM messages;
