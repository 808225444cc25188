INSERT INTO messages (conversation_id, sender, content) SELECT id, 'ai', 'Welcome back!' FROM conversations WHERE NOT is_archived AND created_at < NOW() ORDER BY id;
