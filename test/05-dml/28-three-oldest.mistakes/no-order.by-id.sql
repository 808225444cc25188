SELECT id, title FROM conversations ORDER BY id LIMIT 3
