SELECT id, title FROM conversations WHERE title = 'Second conversation' AND created_at > '2000-01-01';
