SELECT id, title FROM conversations WHERE closed_at IS NOT NULL
