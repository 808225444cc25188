SELECT id, title FROM conversations WHERE id IN (SELECT conversation_id FROM hidden)
