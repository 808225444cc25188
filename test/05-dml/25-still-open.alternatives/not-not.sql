SELECT id, title FROM conversations WHERE NOT (closed_at IS NOT NULL);
