UPDATE conversations SET is_archived = TRUE WHERE updated_at < '2020-01-01'
