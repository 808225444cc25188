SELECT id, title FROM conversations ORDER BY created_at, id LIMIT 3 OFFSET 1
