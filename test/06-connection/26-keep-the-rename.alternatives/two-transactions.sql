UPDATE conversations SET title = 'Kazan, two days' WHERE id = 7001;
START TRANSACTION;
DELETE FROM messages WHERE conversation_id = 7001;
SELECT COUNT(*) AS n FROM messages WHERE conversation_id = 7001;
ROLLBACK;
