UPDATE conversations SET is_archived = TRUE WHERE YEAR(created_at) <= 2020;
