SELECT id, title FROM conversations c WHERE title = 'Second conversation' AND NOT EXISTS (SELECT 1 FROM messages WHERE conversation_id = c.id);
