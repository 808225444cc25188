DELETE FROM messages;
SELECT COUNT(*) AS n FROM messages;
ROLLBACK;
SELECT COUNT(*) AS n FROM messages;
