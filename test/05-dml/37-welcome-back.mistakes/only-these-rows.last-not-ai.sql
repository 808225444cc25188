INSERT INTO messages (conversation_id, sender, content) SELECT c.id, 'ai', 'Welcome back!' FROM conversations c WHERE NOT is_archived AND title <> '' ORDER BY id;
