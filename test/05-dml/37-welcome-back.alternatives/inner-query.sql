INSERT INTO messages (conversation_id, sender, content)
SELECT id, 'ai', 'Welcome back!' FROM (SELECT id FROM conversations WHERE is_archived = 0) AS active ORDER BY id;
