SELECT * FROM conversations WHERE is_archived = TRUE
