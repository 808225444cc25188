SET @last = (SELECT MAX(id) FROM messages);
SELECT COUNT(*) AS n FROM messages WHERE id <= @last;
SELECT COUNT(*) AS n FROM messages WHERE id <= @last;
SET @last = NULL;
