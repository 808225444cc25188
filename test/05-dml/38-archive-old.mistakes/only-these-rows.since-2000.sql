UPDATE conversations SET is_archived = TRUE WHERE created_at BETWEEN '2000-01-01' AND '2019-12-31 23:59:59';
