SELECT title, created_at FROM conversations ORDER BY 2 DESC, id DESC;
