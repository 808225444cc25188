SELECT id, title FROM conversations WHERE title RLIKE '^second conversation$';
