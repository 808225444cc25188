SELECT title, created_at FROM conversations ORDER BY created_at DESC, id
