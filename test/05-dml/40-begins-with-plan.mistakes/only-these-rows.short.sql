SELECT id, title FROM conversations WHERE title LIKE 'plan%' AND CHAR_LENGTH(title) < 100;
