SELECT title, created_at FROM conversations AS c ORDER BY (SELECT COUNT(*) FROM conversations WHERE (created_at, id) > (c.created_at, c.id));
