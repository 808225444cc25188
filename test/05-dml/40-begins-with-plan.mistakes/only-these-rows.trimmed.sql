SELECT id, TRIM(title) AS title FROM conversations WHERE title LIKE 'plan%';
