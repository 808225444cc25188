SELECT id, title FROM conversations WHERE title IN ('Second conversation');
