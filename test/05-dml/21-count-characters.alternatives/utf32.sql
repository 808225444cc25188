SELECT id, LENGTH(CONVERT(content USING utf32)) / 4 AS characters FROM messages;
