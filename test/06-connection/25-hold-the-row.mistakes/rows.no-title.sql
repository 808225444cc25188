START TRANSACTION;
SELECT title FROM conversations WHERE id = 7001 FOR SHARE SKIP LOCKED;
UPDATE conversations SET title = 'Kazan, two days' WHERE id = 7001 AND title <> '';
SELECT title FROM conversations WHERE id = 7001;
COMMIT;
