START TRANSACTION;
UPDATE conversations SET title = title;
SELECT COUNT(*) AS n FROM messages;
SELECT COUNT(*) AS n FROM messages;
ROLLBACK;
