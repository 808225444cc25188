SELECT title, created_at FROM conversations ORDER BY DATE_FORMAT(created_at, '%y%m%d%H%i%s') DESC, id DESC;
