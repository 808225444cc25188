SELECT id, title FROM conversations WHERE is_archived = FALSE
