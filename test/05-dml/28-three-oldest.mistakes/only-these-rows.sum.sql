SELECT id, title FROM conversations ORDER BY UNIX_TIMESTAMP(created_at) + id, id LIMIT 3
