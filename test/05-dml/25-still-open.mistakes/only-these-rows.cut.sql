SELECT id, LEFT(title, 200) AS title FROM conversations WHERE closed_at IS NULL;
