UPDATE conversations SET is_archived = TRUE WHERE created_at < '2020-01-01' AND updated_at < NOW();
