SELECT id, title FROM conversations WHERE is_archived LIMIT 1000;
