SELECT c.id, c.title FROM conversations c LEFT JOIN hidden h ON h.conversation_id IS NULL WHERE NOT EXISTS (SELECT * FROM hidden WHERE conversation_id = c.id);
