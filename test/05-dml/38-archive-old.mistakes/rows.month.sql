UPDATE conversations SET is_archived = TRUE WHERE created_at < '2020-02-01';
