INSERT INTO messages (conversation_id, content) SELECT id, 'Welcome back!' FROM conversations WHERE is_archived = FALSE ORDER BY id
