SELECT id, n AS characters FROM (SELECT id, CHAR_LENGTH(content) AS n FROM messages) AS counted;
