SET autocommit = 0;
SELECT title FROM conversations WHERE id = 7001 FOR UPDATE;
UPDATE conversations SET title = 'Kazan, two days' WHERE id = 7001;
SELECT title FROM conversations WHERE id = 7001;
COMMIT;
SET autocommit = 1;
