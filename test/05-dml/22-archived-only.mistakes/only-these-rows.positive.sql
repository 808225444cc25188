SELECT id, title FROM conversations WHERE is_archived = TRUE AND id > 0;
