INSERT INTO messages (conversation_id, sender, content) SELECT id, 'ai', 'Welcome back!' FROM conversations WHERE NOT is_archived AND updated_at < NOW() ORDER BY id;
