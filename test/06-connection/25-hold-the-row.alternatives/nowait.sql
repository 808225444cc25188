START TRANSACTION;
SELECT title FROM conversations WHERE id = 7001 FOR UPDATE NOWAIT;
UPDATE conversations SET title = 'Kazan, two days' WHERE id = 7001;
SELECT title FROM conversations WHERE id = 7001;
COMMIT;
