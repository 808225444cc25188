SELECT id, title FROM conversations ORDER BY DATE_FORMAT(created_at, '%y%m%d%H%i%s'), id LIMIT 3;
