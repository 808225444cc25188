SELECT id, title FROM conversations WHERE id = 5
