UPDATE conversations SET is_archived = FALSE WHERE created_at < '2020-01-01'
