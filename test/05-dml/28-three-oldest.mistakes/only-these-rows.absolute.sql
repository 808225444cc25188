SELECT id, title FROM conversations ORDER BY created_at, ABS(id) LIMIT 3;
