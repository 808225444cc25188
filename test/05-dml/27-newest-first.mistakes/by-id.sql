SELECT title, created_at FROM conversations ORDER BY id DESC
