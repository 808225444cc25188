SELECT id, title FROM conversations WHERE closed_at = ''
