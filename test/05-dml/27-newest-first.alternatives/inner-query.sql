SELECT title, created_at
FROM (SELECT id, title, created_at FROM conversations) AS c
ORDER BY c.created_at DESC, c.id DESC;
