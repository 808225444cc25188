UPDATE conversations SET is_archived = TRUE WHERE is_archived = FALSE AND NOT created_at >= '2020-01-01 00:00:00';
