BEGIN;
SELECT title FROM conversations WHERE id = 7001 FOR SHARE;
UPDATE conversations SET title = 'Kazan, two days' WHERE id = 7001;
SELECT title FROM conversations WHERE id = 7001;
COMMIT;
