SELECT id, title FROM conversations ORDER BY LEAST(created_at, updated_at), id LIMIT 3;
