SELECT title, created_at FROM conversations ORDER BY RANK() OVER (ORDER BY created_at DESC), id;
