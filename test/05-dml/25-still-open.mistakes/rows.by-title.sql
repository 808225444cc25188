SELECT id, title FROM conversations
WHERE title NOT IN (SELECT title FROM conversations WHERE closed_at IS NOT NULL);
