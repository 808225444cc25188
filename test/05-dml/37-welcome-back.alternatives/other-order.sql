INSERT INTO messages (content, sender, conversation_id, timestamp)
SELECT 'Welcome back!', 'ai', c.id, NOW() FROM conversations AS c WHERE NOT c.is_archived ORDER BY c.id;
