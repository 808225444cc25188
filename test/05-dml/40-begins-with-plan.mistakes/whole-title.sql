SELECT id, title FROM conversations WHERE title = 'plan'
