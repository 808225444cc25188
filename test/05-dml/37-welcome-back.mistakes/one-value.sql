INSERT INTO messages (conversation_id, sender, content) VALUES ((SELECT id FROM conversations WHERE is_archived = FALSE), 'ai', 'Welcome back!')
