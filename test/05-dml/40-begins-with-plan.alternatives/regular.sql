SELECT id, title FROM conversations WHERE title REGEXP '^plan';
