SELECT id, title FROM conversations AS c WHERE (SELECT COUNT(*) FROM conversations WHERE (created_at, id) < (c.created_at, c.id)) < 3 ORDER BY created_at, id;
