SELECT LEFT(title, 200) AS title, created_at FROM conversations ORDER BY created_at DESC, conversations.id DESC;
