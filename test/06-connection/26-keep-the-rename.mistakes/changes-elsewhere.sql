USE ai_chat_db;
START TRANSACTION;
UPDATE conversations SET title = 'Kazan, two days' WHERE id = 7001;
SAVEPOINT renamed;
DELETE FROM messages WHERE conversation_id = 7001;
SELECT COUNT(*) AS n FROM messages WHERE conversation_id = 7001;
ROLLBACK TO SAVEPOINT renamed;
COMMIT;
