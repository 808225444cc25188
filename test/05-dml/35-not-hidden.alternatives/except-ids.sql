SELECT id, title FROM conversations WHERE id IN (SELECT id FROM conversations EXCEPT SELECT conversation_id FROM hidden);
