SELECT id, title FROM conversations ORDER BY created_at, id DESC LIMIT 3
