INSERT INTO messages (conversation_id, sender, content) SELECT id, 'ai', 'Welcome back!' FROM conversations ORDER BY id
