START TRANSACTION;
UPDATE conversations SET title = title WHERE id = 7001;
SELECT title FROM conversations WHERE id = 7001;
UPDATE conversations SET title = "Kazan, two days" WHERE id = 7001;
SELECT title FROM conversations WHERE id = 7001;
COMMIT;
