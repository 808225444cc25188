SELECT title, created_at FROM conversations ORDER BY created_at DESC, updated_at DESC, id DESC;
