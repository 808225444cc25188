DELETE FROM conversations WHERE id = 7002 AND updated_at < NOW();
