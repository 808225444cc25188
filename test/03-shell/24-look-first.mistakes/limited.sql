SELECT id, title FROM conversations WHERE title = 'Second conversation' LIMIT 1000;
