SELECT COUNT(*) AS n FROM messages;
SELECT COUNT(*) AS n FROM messages;
