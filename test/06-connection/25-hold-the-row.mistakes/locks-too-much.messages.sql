START TRANSACTION;
SELECT DISTINCT c.title FROM conversations AS c LEFT JOIN messages AS m ON m.conversation_id = c.id WHERE c.id = 7001 FOR UPDATE;
UPDATE conversations SET title = 'Kazan, two days' WHERE id = 7001;
SELECT title FROM conversations WHERE id = 7001;
COMMIT;
