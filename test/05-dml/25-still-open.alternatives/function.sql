SELECT id, title FROM conversations WHERE ISNULL(closed_at);
