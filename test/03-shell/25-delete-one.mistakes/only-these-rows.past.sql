DELETE FROM conversations WHERE id = 7002 AND created_at < NOW();
