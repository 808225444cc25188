INSERT INTO messages (conversation_id, sender, content) SELECT id, 'ai', 'Welcome back!' FROM conversations WHERE is_archived = TRUE ORDER BY id
