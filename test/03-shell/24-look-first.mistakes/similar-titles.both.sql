SELECT id, title FROM conversations WHERE title LIKE '%second conversation%'
