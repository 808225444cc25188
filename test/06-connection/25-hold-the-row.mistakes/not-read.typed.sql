START TRANSACTION;
SELECT title FROM conversations WHERE id = 7001 FOR UPDATE;
UPDATE conversations SET title = 'Kazan, two days' WHERE id = 7001;
SELECT 'Kazan, two days' AS title;
COMMIT;
