SELECT id, characters
FROM (SELECT id, CHAR_LENGTH(content) AS characters, ROW_NUMBER() OVER (ORDER BY id) AS place FROM messages) AS counted
WHERE place <= 1000
