SELECT id, title FROM conversations WHERE title LIKE 'Second conversation%'
