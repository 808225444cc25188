SELECT MIN(id) AS id, title FROM conversations
GROUP BY title ORDER BY MIN(created_at), MIN(id) LIMIT 3
