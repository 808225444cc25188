SELECT id, LEFT(title, 200) AS title FROM conversations WHERE id NOT IN (SELECT conversation_id FROM hidden WHERE conversation_id IS NOT NULL);
