SELECT id, title FROM conversations ORDER BY created_at DESC, id LIMIT 3
