SELECT id, LEFT(title, 200) AS title FROM conversations WHERE is_archived;
