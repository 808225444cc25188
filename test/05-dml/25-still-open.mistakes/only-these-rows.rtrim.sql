SELECT id, RTRIM(title) AS title FROM conversations WHERE closed_at IS NULL;
