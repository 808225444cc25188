UPDATE conversations SET is_archived = TRUE WHERE id = 7002
