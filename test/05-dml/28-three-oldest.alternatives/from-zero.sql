SELECT id, title FROM conversations ORDER BY created_at ASC, id ASC LIMIT 0, 3;
