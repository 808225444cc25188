SELECT id, title FROM conversations WHERE title LIKE 'plan_%'
